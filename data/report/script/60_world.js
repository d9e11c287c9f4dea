// The outlines of the map, in Mercator's projection.

const WORLD = JSON.parse(byId("world").textContent);
const WORLD_SIZE = 4096; // units of the outlines' path over 360 degrees
const LIMIT = 84; // degrees north and south

const mercatorX = (longitude) => (longitude + 180) / 360;
function mercatorY(latitude) {
  const sine = Math.sin((Math.max(-LIMIT, Math.min(LIMIT, latitude)) * Math.PI) / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}

// As scripts/build_report_map.mjs writes them: zigzag steps, five bits a letter.
function decodedLine(text) {
  const points = [];
  const at = [0, 0];
  let i = 0;
  while (i < text.length) {
    for (const axis of [0, 1]) {
      let number = 0;
      let shift = 0;
      let letter;
      do {
        letter = text.charCodeAt(i++) - 63;
        number |= (letter & 31) << shift;
        shift += 5;
      } while (letter & 32);
      at[axis] += number & 1 ? ~(number >> 1) : number >> 1;
    }
    points.push([mercatorX(at[0] / WORLD.steps) * WORLD_SIZE, mercatorY(at[1] / WORLD.steps) * WORLD_SIZE]);
  }
  return points;
}

const outlines = (() => {
  const lines = WORLD.lines.map(decodedLine);
  const land = new Path2D();
  for (const ring of WORLD.land) {
    let isFirst = true;
    for (const number of ring) {
      const line = number < 0 ? lines[~number].slice().reverse() : lines[number];
      for (const [x, y] of line) {
        if (isFirst) land.moveTo(x, y);
        else land.lineTo(x, y);
        isFirst = false;
      }
    }
    land.closePath();
  }
  const borders = new Path2D();
  for (const number of WORLD.borders) {
    lines[number].forEach(([x, y], i) => (i ? borders.lineTo(x, y) : borders.moveTo(x, y)));
  }
  return { land, borders };
})();
