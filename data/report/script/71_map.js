// The map: what is drawn, and where one looks.

const view = { x: 0.6, y: 0.4, scale: 1000 }; // middle, in the projection's unit square; pixels over 360 degrees
const MAX_SCALE = 400000;
const map = { canvas: byId("map"), clusters: [], sums: [], active: null, clustered: 0 };

const minScale = () => Math.max(200, Math.min(map.canvas.clientWidth, map.canvas.clientHeight * 1.6));
const toScreen = (x, y) => [(x - view.x) * view.scale + map.canvas.clientWidth / 2, (y - view.y) * view.scale + map.canvas.clientHeight / 2];

function clampView() {
  view.scale = Math.max(minScale(), Math.min(MAX_SCALE, view.scale));
  view.x = Math.max(0, Math.min(1, view.x));
  view.y = Math.max(0, Math.min(1, view.y));
}

// Brings points into sight, but for a part of them at each end, as one far off would make the rest small.
function fitPoints(points, part = 0, nearest = 60000) {
  if (!points.length) return;
  const skip = Math.floor(points.length * part);
  const spread = (axis) => {
    const sorted = points.map((point) => POINTS[point][axis]).sort((a, b) => a - b);
    return [sorted[skip], sorted[sorted.length - 1 - skip]];
  };
  const [west, east] = spread("x");
  const [north, south] = spread("y");
  view.x = (west + east) / 2;
  view.y = (north + south) / 2;
  const room = 0.82;
  view.scale = Math.min(map.canvas.clientWidth * room / Math.max(east - west, 1e-4), map.canvas.clientHeight * room / Math.max(south - north, 1e-4), nearest);
  clampView();
  redrawMap();
}

// Every place as often as it has events, so that the map opens where most of them are.
const fitAll = () => fitPoints([...passing].map((i) => pointOf[i]).filter((point) => point >= 0), 0.06);

function zoomBy(factor, x = map.canvas.clientWidth / 2, y = map.canvas.clientHeight / 2) {
  const before = view.scale;
  view.scale *= factor;
  clampView();
  const moved = 1 / before - 1 / view.scale;
  view.x += (x - map.canvas.clientWidth / 2) * moved;
  view.y += (y - map.canvas.clientHeight / 2) * moved;
  clampView();
  redrawMap();
}

function panBy(dx, dy) {
  view.x -= dx / view.scale;
  view.y -= dy / view.scale;
  clampView();
  redrawMap();
}

function drawLand(context, width, height) {
  context.save();
  const zoom = view.scale / WORLD_SIZE;
  context.translate(width / 2, height / 2);
  context.scale(zoom, zoom);
  context.translate(-view.x * WORLD_SIZE, -view.y * WORLD_SIZE);
  context.fillStyle = cssValue("--land");
  context.fill(outlines.land, "evenodd");
  context.lineWidth = 0.8 / zoom;
  context.strokeStyle = cssValue("--coast");
  context.stroke(outlines.land);
  context.lineWidth = 1 / zoom;
  context.strokeStyle = cssValue("--border");
  context.stroke(outlines.borders);
  context.restore();
}

// Those with most events first, as not all names find room.
const COUNTRIES = (() => {
  const events = new Map();
  for (let i = 0; i < COUNT; i++) events.set(value("iso3", i), (events.get(value("iso3", i)) ?? 0) + 1);
  return Object.entries(DATA.countries).sort(([a], [b]) => (events.get(b) ?? 0) - (events.get(a) ?? 0));
})();

// Names of countries at their middle, or above or below a cluster that lies there; none where there is no room.
function drawNames(context, width, height) {
  const taken = map.clusters.map((c) => ({ at: toScreen(c.x, c.y), rx: c.radius, ry: c.radius }));
  context.font = `${view.scale > 4000 ? 13 : 11}px ${cssValue("--font")}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineWidth = 3;
  context.lineJoin = "round";
  context.strokeStyle = cssValue("--land");
  context.fillStyle = cssValue("--map-text");
  for (const [, [english, arabic, latitude, longitude]] of COUNTRIES) {
    if (latitude === "" || longitude === "") continue;
    const name = (isRightToLeft() && arabic) || english;
    const [x, y] = toScreen(mercatorX(Number(longitude)), mercatorY(Number(latitude)));
    if (x < 0 || y < 0 || x > width || y > height) continue;
    const rx = context.measureText(name).width / 2 + 3;
    const isFree = (at) => !taken.some((other) => Math.abs(other.at[0] - x) < other.rx + rx && Math.abs(other.at[1] - at) < other.ry + 8);
    const at = [0, 17, -17, 30, -30, 40, -40].map((shift) => y + shift).find(isFree);
    if (at === undefined) continue;
    taken.push({ at: [x, at], rx, ry: 8 });
    context.strokeText(name, x, at);
    context.fillText(name, x, at);
  }
}

// From near, the names of places below their marks, where there is room.
function drawPlaceNames(context, inSight) {
  if (view.scale < 6000) return;
  context.font = `11px ${cssValue("--font")}`;
  context.lineWidth = 3;
  context.strokeStyle = cssValue("--land");
  context.fillStyle = cssValue("--text");
  const taken = [];
  for (const cluster of [...inSight].sort((a, b) => b.events - a.events)) {
    const [x, y] = toScreen(cluster.x, cluster.y);
    const name = shown(placeName(POINTS[cluster.points[0]].first));
    const half = context.measureText(name).width / 2 + 2;
    const at = y + cluster.radius + 9;
    const touches = (ox, oy, rx, ry) => Math.abs(ox - x) < rx + half && Math.abs(oy - at) < ry + 7;
    if (taken.some((other) => touches(...other))) continue;
    if (inSight.some((c) => c !== cluster && touches(...toScreen(c.x, c.y), c.radius, c.radius))) continue;
    taken.push([x, at, half, 7]);
    context.strokeText(name, x, at);
    context.fillText(name, x, at);
  }
}

function drawCluster(context, cluster, colors) {
  const [x, y] = toScreen(cluster.x, cluster.y);
  let angle = -Math.PI / 2;
  for (let type = 0; type < TYPES.length; type++) {
    if (!cluster.types[type]) continue;
    const turn = (cluster.types[type] / cluster.events) * 2 * Math.PI;
    context.beginPath();
    if (cluster.types[type] < cluster.events) context.moveTo(x, y);
    context.arc(x, y, cluster.radius, angle, angle + turn);
    context.fillStyle = colors[type];
    context.globalAlpha = cluster.exact ? 0.88 : 0.55;
    context.fill();
    angle += turn;
  }
  context.globalAlpha = 1;
  context.beginPath();
  context.arc(x, y, cluster.radius, 0, 2 * Math.PI);
  context.setLineDash(cluster.exact ? [] : [3, 3]);
  context.lineWidth = cluster === map.active ? 3 : 1.2;
  context.strokeStyle = cssValue(cluster === map.active ? "--focus" : "--rim");
  context.stroke();
  context.setLineDash([]);
  if (cluster.events > 1 && cluster.radius >= 10) {
    const label = cluster.events > 9999 ? `${Math.round(cluster.events / 1000)}k` : String(cluster.events);
    context.font = `600 ${cluster.radius > 16 ? 12 : 10}px ${cssValue("--font")}`;
    context.lineWidth = 2.5;
    context.strokeStyle = "rgba(0,0,0,.55)";
    context.strokeText(label, x, y);
    context.fillStyle = "#fff";
    context.fillText(label, x, y);
  }
}

const redrawMap = onceAFrame(() => {
  const { context, width, height } = sharpCanvas(map.canvas);
  if (!width) return;
  context.fillStyle = cssValue("--sea");
  context.fillRect(0, 0, width, height);
  if (map.clustered !== view.scale) {
    map.clusters = clustersOf(map.sums, view.scale);
    map.clustered = view.scale;
    map.active = null;
    drawLegend();
  }
  drawLand(context, width, height);
  const colors = TYPES.map((_, n) => cssValue(`--type-${n}`));
  drawNames(context, width, height);
  context.textAlign = "center";
  context.textBaseline = "middle";
  const inSight = map.clusters.filter((c) => {
    const [x, y] = toScreen(c.x, c.y);
    return x > -c.radius && y > -c.radius && x < width + c.radius && y < height + c.radius;
  });
  inSight.sort((a, b) => b.radius - a.radius); // small ones on top
  map.inSight = inSight;
  for (const cluster of inSight) drawCluster(context, cluster, colors);
  drawPlaceNames(context, inSight);
  showTip();
});

function drawMap() {
  map.sums = pointSums();
  map.clustered = 0;
  map.active = null;
  const shownEvents = map.sums.reduce((n, sum) => n + sum.events, 0);
  byId("map-note").textContent = t("map_note", { shown: shownEvents, events: passing.length });
  map.canvas.setAttribute("aria-label", t("map_label", { events: shownEvents, places: map.sums.length }));
  redrawMap();
}

// A round number near a value.
function roundNumber(value) {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, value)));
  return Math.max(1, Math.floor(value / power)) * power;
}

function drawLegend() {
  const most = map.clusters.reduce((dead, cluster) => Math.max(dead, cluster.killed), 0);
  if (most === map.legendMost && language === map.legendLanguage) return;
  [map.legendMost, map.legendLanguage] = [most, language];
  const steps = [...new Set([0, roundNumber(most / 10), roundNumber(most)])].filter((dead) => dead <= most);
  const sizes = steps.map((dead) => {
    const ring = make("span", { class: "ring", "aria-hidden": "true" });
    ring.style.width = ring.style.height = `${2 * radiusOf(dead, most)}px`;
    return make("span", { class: "size" }, ring, numbers.format(dead));
  });
  byId("legend").replaceChildren(
    ...TYPES.map((type, n) => make("span", { class: "key" }, make("span", { class: `dot type-${n}`, "aria-hidden": "true" }), word("type", type))),
    make("span", { class: "key sizes" }, t("size_legend"), ...sizes), make("span", { class: "key sizes" }, make("span", { class: "ring dashed", "aria-hidden": "true" }), t("approximate")));
}
