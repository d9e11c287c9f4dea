// Hands on the map: mouse, fingers, keys; and the box that says what lies under them.

function clusterAt(x, y) {
  for (const cluster of [...(map.inSight ?? [])].reverse()) {
    const [cx, cy] = toScreen(cluster.x, cluster.y);
    if ((cx - x) ** 2 + (cy - y) ** 2 <= (cluster.radius + 4) ** 2) return cluster;
  }
  return null;
}

function activate(cluster) {
  if (cluster === map.active) return;
  map.active = cluster;
  map.canvas.style.cursor = cluster ? "pointer" : "";
  redrawMap();
}

const clusterName = (cluster) => {
  const name = placeName(POINTS[cluster.points[0]].first);
  return cluster.points.length > 1 ? `${shown(name)} ${t("and_more", { n: cluster.points.length - 1 })}` : shown(name);
};

function showTip() {
  const tip = byId("tip");
  const cluster = map.active;
  tip.hidden = !cluster;
  if (!cluster) return;
  const types = [...cluster.types].map((n, type) => [n, type]).filter(([n]) => n).sort((a, b) => b[0] - a[0]).slice(0, 4);
  tip.replaceChildren(foreign(clusterName(cluster), "strong"),
    make("span", {}, [t("events_n", { n: cluster.events }), t("killed_n", { n: cluster.killed }), t("injured_n", { n: cluster.injured })].join(" · ")),
    ...types.map(([n, type]) => make("span", {}, make("span", { class: `dot type-${type}` }), `${word("type", TYPES[type])}: ${numbers.format(n)}`)));
  const [x, y] = toScreen(cluster.x, cluster.y);
  const left = Math.max(4, Math.min(map.canvas.clientWidth - tip.offsetWidth - 4, x - tip.offsetWidth / 2));
  const below = y + cluster.radius + 8;
  tip.style.left = `${left}px`;
  tip.style.top = `${below + tip.offsetHeight > map.canvas.clientHeight ? Math.max(4, y - cluster.radius - 8 - tip.offsetHeight) : below}px`;
}

// Several places: nearer. One place, or places that no zoom parts: only their events.
function openCluster(cluster) {
  const before = view.scale;
  if (cluster.points.length > 1) fitPoints(cluster.points, 0, MAX_SCALE);
  if (view.scale < before * 1.2) setPoints(new Set(cluster.points));
}

function stepCluster(step) {
  const list = [...map.inSight].sort((a, b) => b.events - a.events);
  if (!list.length) return;
  const at = list.indexOf(map.active);
  activate(list[(at + step + list.length) % list.length] ?? list[0]);
}

const MAP_KEYS = {
  ArrowLeft: () => panBy(60, 0), ArrowRight: () => panBy(-60, 0), ArrowUp: () => panBy(0, 60), ArrowDown: () => panBy(0, -60),
  "+": () => zoomBy(1.5), "=": () => zoomBy(1.5), "-": () => zoomBy(1 / 1.5), 0: fitAll,
  PageDown: () => stepCluster(1), PageUp: () => stepCluster(-1),
  Enter: () => map.active && openCluster(map.active), Escape: () => activate(null),
};

function listenToMap() {
  const { canvas } = map;
  const fingers = new Map();
  let travelled = 0;
  const place = (event) => {
    const box = canvas.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  const spread = () => {
    const [[ax, ay], [bx, by]] = [...fingers.values()];
    return { x: (ax + bx) / 2, y: (ay + by) / 2, distance: Math.hypot(ax - bx, ay - by) };
  };
  canvas.addEventListener("pointerdown", (event) => {
    canvas.setPointerCapture(event.pointerId);
    fingers.set(event.pointerId, place(event));
    if (fingers.size === 1) travelled = 0;
  });
  canvas.addEventListener("pointermove", (event) => {
    const [x, y] = place(event);
    if (!fingers.has(event.pointerId)) return activate(clusterAt(x, y));
    const before = fingers.size === 2 ? spread() : null;
    const [fromX, fromY] = fingers.get(event.pointerId);
    fingers.set(event.pointerId, [x, y]);
    travelled += Math.abs(x - fromX) + Math.abs(y - fromY);
    if (before) {
      const now = spread();
      panBy(now.x - before.x, now.y - before.y);
      if (before.distance > 0) zoomBy(now.distance / before.distance, now.x, now.y);
    } else if (fingers.size === 1 && travelled > 4) {
      panBy(x - fromX, y - fromY);
    }
  });
  canvas.addEventListener("pointerup", (event) => {
    fingers.delete(event.pointerId);
    if (fingers.size || travelled > 4) return;
    const cluster = clusterAt(...place(event));
    // A finger has no hover: its first touch tells, its second opens.
    if (cluster && (event.pointerType === "mouse" || cluster === map.active)) openCluster(cluster);
    else activate(cluster);
  });
  canvas.addEventListener("pointercancel", (event) => fingers.delete(event.pointerId));
  canvas.addEventListener("pointerleave", (event) => { if (event.pointerType === "mouse") activate(null); });
  canvas.addEventListener("wheel", (event) => {
    // The page scrolls over a map that nobody has clicked.
    if (!event.ctrlKey && !event.metaKey && document.activeElement !== canvas) return;
    event.preventDefault();
    zoomBy(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0015)), ...place(event));
  }, { passive: false });
  canvas.addEventListener("keydown", (event) => {
    const act = event.altKey || event.metaKey ? null : MAP_KEYS[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  byId("zoom-in").addEventListener("click", () => zoomBy(1.6));
  byId("zoom-out").addEventListener("click", () => zoomBy(1 / 1.6));
  byId("zoom-fit").addEventListener("click", fitAll);
  new ResizeObserver(redrawMap).observe(canvas);
}
