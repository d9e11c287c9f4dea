// Hands on the timeline: dragging a period, moving and resizing it, the same by keys, and what a bar says.

const EDGE = { mouse: 8, touch: 20, pen: 12 }; // pixels within which an edge of the period is taken hold of

function bucketBounds(day) {
  const start = floorDay(day, time.unit);
  return [start, nextDay(start, time.unit) - 1];
}

function brushTo(a, b) {
  const [from, to] = a <= b ? [a, b] : [b, a];
  setPeriod(bucketBounds(from)[0], bucketBounds(to)[1]);
}

function startDrag(x, edge) {
  const day = timeDay(x);
  const has = chosen.from !== null || chosen.to !== null;
  const from = chosen.from ?? time.from;
  const to = chosen.to ?? time.to;
  if (has && Math.abs(timeX(from) - x) <= edge) return { fixed: to, x };
  if (has && Math.abs(timeX(to + 1) - x) <= edge) return { fixed: from, x };
  if (has && day > from && day < to) return { moved: day, from, to, x };
  return { fixed: day, x, isNew: true };
}

function showBucket(x) {
  const tip = byId("time-tip");
  const day = x === null ? null : timeDay(x);
  const bucket = day === null ? null : time.buckets.find((b) => b.start <= day && day <= b.end);
  tip.hidden = !bucket;
  if (!bucket) return;
  const span = bucket.start === bucket.end ? isoDay(bucket.start) : `${isoDay(bucket.start)} – ${isoDay(bucket.end)}`;
  const types = [...bucket.types].map((n, type) => [n, type]).filter(([n]) => n).sort((a, b) => b[0] - a[0]).slice(0, 4);
  tip.replaceChildren(make("strong", { dir: "ltr" }, span),
    make("span", {}, [t("events_n", { n: bucket.events }), t("killed_n", { n: bucket.killed })].join(" · ")),
    ...types.map(([n, type]) => make("span", {}, make("span", { class: `dot type-${type}` }), `${word("type", TYPES[type])}: ${numbers.format(n)}`)));
  tip.style.left = `${Math.max(4, Math.min(time.canvas.clientWidth - tip.offsetWidth - 4, x - tip.offsetWidth / 2))}px`;
}

function listenToHandle(id, isStart) {
  byId(id).addEventListener("keydown", (event) => {
    const forward = isRightToLeft() ? "ArrowLeft" : "ArrowRight";
    const backward = isRightToLeft() ? "ArrowRight" : "ArrowLeft";
    const step = [forward, "ArrowUp"].includes(event.key) ? 1 : [backward, "ArrowDown"].includes(event.key) ? -1
      : event.key === "PageUp" ? 10 : event.key === "PageDown" ? -10 : 0;
    if (event.key === "Escape") setPeriod(null, null);
    else if (event.key === "Home" && isStart) setPeriod(time.from, chosen.to);
    else if (event.key === "End" && !isStart) setPeriod(chosen.from, time.to);
    else if (!step) return;
    else {
      let day = (isStart ? chosen.from ?? time.from : chosen.to ?? time.to);
      for (let n = Math.abs(step); n > 0; n--) day = step > 0 ? bucketBounds(day)[1] + 1 : bucketBounds(day)[0] - 1;
      const [start, end] = bucketBounds(day);
      if (isStart) setPeriod(Math.min(start, chosen.to ?? time.to), chosen.to);
      else setPeriod(chosen.from, Math.max(end, chosen.from ?? time.from));
    }
    event.preventDefault();
    announce(byId(id).getAttribute("aria-valuetext"));
  });
}

function listenToTime() {
  const { canvas } = time;
  const box = byId("time-box");
  const place = (event) => event.clientX - canvas.getBoundingClientRect().left;
  box.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    time.drag = startDrag(place(event), EDGE[event.pointerType] ?? EDGE.mouse);
    box.setPointerCapture(event.pointerId);
  });
  box.addEventListener("pointermove", (event) => {
    const x = place(event);
    showBucket(x);
    const { drag } = time;
    if (!drag || (Math.abs(x - drag.x) < 3 && !drag.isMoving)) return;
    drag.isMoving = true;
    const day = timeDay(x);
    if (drag.moved === undefined) return brushTo(drag.fixed, day);
    const by = Math.max(time.from - drag.from, Math.min(time.to - drag.to, day - drag.moved));
    setPeriod(drag.from + by, drag.to + by);
  });
  box.addEventListener("pointerup", () => {
    // A press without a drag: that bar alone, or all again where a period was chosen.
    if (time.drag && !time.drag.isMoving) {
      if (time.drag.isNew && chosen.from === null && chosen.to === null) brushTo(time.drag.fixed, time.drag.fixed);
      else setPeriod(null, null);
    }
    time.drag = null;
  });
  box.addEventListener("pointercancel", () => { time.drag = null; });
  box.addEventListener("pointerleave", () => showBucket(null));
  listenToHandle("handle-from", true);
  listenToHandle("handle-to", false);
  byId("time-zoom").addEventListener("click", () => {
    setTimeView(chosen.from ?? time.from, chosen.to ?? time.to);
    setUnit(fittingUnit());
    byId("time-zoom").focus();
  });
  byId("time-all").addEventListener("click", () => {
    setTimeView(...wholeTime());
    setUnit(fittingUnit());
    byId("time-all").focus();
  });
  new ResizeObserver(redrawTime).observe(canvas);
}
