// Makes data/report/world.json, the outlines of the map of `rasd report`, from the npm package world-atlas (Natural Earth).
//
//   npm install --prefix /tmp/atlas world-atlas@2.0.2
//   node scripts/build_report_map.mjs /tmp/atlas/node_modules/world-atlas/countries-10m.json data/report/world.json
//
// Lines are thinned by the area of the triangle that a point makes with its neighbours (Visvalingam), arc by arc, so that
// neighbours keep one border; less where Arabic newsrooms report from, more elsewhere. Islands too small to see are left out.
import { readFileSync, writeFileSync } from "node:fs";

const [source, target] = process.argv.slice(2);
if (!target) throw new Error("usage: build_report_map.mjs countries-10m.json world.json");

const STEPS_PER_DEGREE = 100;
const FINE = { west: -18, east: 64, south: -2, north: 43 };
const FINE_AREA = 0.0007; // square degrees
const COARSE_AREA = 0.035;
const FINE_ISLAND = 0.002;
const COARSE_ISLAND = 0.2;

const topology = JSON.parse(readFileSync(source, "utf8"));
const { scale, translate } = topology.transform;
const arcs = topology.arcs.map((arc) => {
  let x = 0;
  let y = 0;
  return arc.map(([dx, dy]) => [(x += dx) * scale[0] + translate[0], (y += dy) * scale[1] + translate[1]]);
});

const isFine = ([lon, lat]) => lon > FINE.west && lon < FINE.east && lat > FINE.south && lat < FINE.north;
const triangle = (a, b, c) => Math.abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2;

function thinned(points) {
  const kept = points.slice();
  while (kept.length > 2) {
    let least = Infinity;
    let at = 0;
    for (let i = 1; i < kept.length - 1; i++) {
      const area = triangle(kept[i - 1], kept[i], kept[i + 1]) / (isFine(kept[i]) ? FINE_AREA : COARSE_AREA);
      if (area < least) [least, at] = [area, i];
    }
    if (least >= 1) break;
    kept.splice(at, 1);
  }
  return kept;
}

// A long arc in pieces, as thinning takes time by the square of its length.
function thinnedInPieces(points) {
  const PIECE = 400;
  if (points.length <= PIECE) return thinned(points);
  const out = [];
  for (let i = 0; i < points.length - 1; i += PIECE) out.push(...thinned(points.slice(i, i + PIECE + 1)).slice(i === 0 ? 0 : 1));
  return thinned(out);
}

const area = (ring) => Math.abs(ring.reduce((sum, [x, y], i) => {
  const [nx, ny] = ring[(i + 1) % ring.length];
  return sum + x * ny - nx * y;
}, 0)) / 2;
const forward = (index) => (index < 0 ? ~index : index);
const ringPoints = (ring, lines) => ring.flatMap((i) => (i < 0 ? lines[~i].slice().reverse() : lines[i]).slice(1));
const polygons = (geometry) => (geometry.type === "Polygon" ? [geometry.arcs] : geometry.arcs);

const rings = [];
for (const geometry of topology.objects.land.geometries) {
  for (const ring of polygons(geometry).flat()) {
    const points = ringPoints(ring, arcs);
    if (area(points) > (isFine(points[0]) ? FINE_ISLAND : COARSE_ISLAND)) rings.push(ring);
  }
}
const coast = new Set(topology.objects.land.geometries.flatMap((g) => polygons(g).flat(2)).map(forward));
const inner = new Set();
for (const geometry of topology.objects.countries.geometries) {
  for (const index of polygons(geometry).flat(2).map(forward)) if (!coast.has(index)) inner.add(index);
}

// Zigzag numbers, five bits a letter, the lowest first; letters 63 to 126, as in encoded polylines.
function encoded(points) {
  let out = "";
  let last = [0, 0];
  for (const point of points) {
    const now = point.map((v) => Math.round(v * STEPS_PER_DEGREE));
    if (out && now[0] === last[0] && now[1] === last[1]) continue;
    for (const axis of [0, 1]) {
      const delta = now[axis] - last[axis];
      let value = delta < 0 ? ~(delta << 1) : delta << 1;
      for (; value >= 32; value >>= 5) out += String.fromCharCode((32 | (value & 31)) + 63);
      out += String.fromCharCode(value + 63);
    }
    last = now;
  }
  return out;
}

const numbers = new Map();
const lines = [];
const numberOf = (index) => {
  const arc = forward(index);
  if (!numbers.has(arc)) {
    numbers.set(arc, lines.length);
    lines.push(encoded(thinnedInPieces(arcs[arc])));
  }
  return index < 0 ? ~numbers.get(arc) : numbers.get(arc);
};
const land = rings.map((ring) => ring.map(numberOf));
const borders = [...inner].map(numberOf);
const world = { steps: STEPS_PER_DEGREE, lines, land, borders };
writeFileSync(target, JSON.stringify(world) + "\n");
console.log(`${lines.length} lines, ${land.length} rings, ${borders.length} borders, ${JSON.stringify(world).length} bytes`);
