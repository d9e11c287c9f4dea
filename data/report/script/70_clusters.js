// Points that would lie on one another are drawn as one: the points with most events first, each takes those near it. From
// near, the middle of a province or country stays apart from places that are known.

const CLUSTER_PIXELS = 42;
const APART_SCALE = 8000;
const LEAST_RADIUS = 5;
const MOST_RADIUS = 25;

// Per point: events, killed and types of the rows that pass.
function pointSums() {
  const sums = new Map();
  for (const i of passing) {
    const point = pointOf[i];
    if (point < 0) continue;
    let sum = sums.get(point);
    if (!sum) sums.set(point, (sum = { point, events: 0, killed: 0, injured: 0, types: new Uint32Array(TYPES.length) }));
    sum.events++;
    sum.types[typeOf[i]]++;
    sum.killed += counted(killed, i);
    sum.injured += counted(injured, i);
  }
  return [...sums.values()].sort((a, b) => b.events - a.events || a.point - b.point);
}

// `scale`: pixels over 360 degrees. A cluster lies where its biggest point does.
function clustersOf(sums, scale) {
  const cells = new Map();
  const clusters = [];
  for (const sum of sums) {
    const { x, y, exact } = POINTS[sum.point];
    const px = x * scale;
    const py = y * scale;
    const column = Math.floor(px / CLUSTER_PIXELS);
    const row = Math.floor(py / CLUSTER_PIXELS);
    let nearest = null;
    let least = CLUSTER_PIXELS ** 2;
    for (let dx = -1; dx <= 1; dx++) {
      for (let dy = -1; dy <= 1; dy++) {
        for (const cluster of cells.get((column + dx) * 1e6 + row + dy) ?? []) {
          if (cluster.exact !== exact && scale > APART_SCALE) continue;
          const distance = (cluster.x * scale - px) ** 2 + (cluster.y * scale - py) ** 2;
          if (distance < least) [least, nearest] = [distance, cluster];
        }
      }
    }
    if (!nearest) {
      nearest = { x, y, points: [], events: 0, killed: 0, injured: 0, types: new Uint32Array(TYPES.length), exact };
      const key = column * 1e6 + row;
      if (cells.has(key)) cells.get(key).push(nearest);
      else cells.set(key, [nearest]);
      clusters.push(nearest);
    }
    nearest.points.push(sum.point);
    nearest.exact ||= exact;
    nearest.events += sum.events;
    nearest.killed += sum.killed;
    nearest.injured += sum.injured;
    for (let type = 0; type < TYPES.length; type++) nearest.types[type] += sum.types[type];
  }
  const most = clusters.reduce((dead, cluster) => Math.max(dead, cluster.killed), 0);
  for (const cluster of clusters) cluster.radius = radiusOf(cluster.killed, most);
  return clusters;
}

// The area grows with the killed, as seen beside the deadliest cluster; what nobody was killed in can still be seen and pressed.
const radiusOf = (dead, most) => LEAST_RADIUS + (MOST_RADIUS - LEAST_RADIUS) * Math.sqrt(dead / Math.max(most, 20));

for (const point of POINTS) {
  point.x = mercatorX(point.longitude);
  point.y = mercatorY(point.latitude);
}
