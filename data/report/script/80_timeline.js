// Events over time as bars, and the brush that chooses a period of them.

const UNITS = ["day", "week", "month", "year"];
const time = { canvas: byId("time"), unit: "month", from: 0, to: 1, buckets: [], drag: null };
const TIME_MARGIN = { side: 12, top: 8, bottom: 20 };

// The first day of each row's unit; asked for at every change of a filter.
const unitStarts = {};
function startsOf(unit) {
  if (!unitStarts[unit]) {
    const known = new Map();
    unitStarts[unit] = startDay.map((day) => {
      if (day === NO_DAY) return NO_DAY;
      if (!known.has(day)) known.set(day, floorDay(day, unit));
      return known.get(day);
    });
  }
  return unitStarts[unit];
}

// The first day of the unit that holds a day; weeks begin on Monday.
function floorDay(day, unit) {
  if (unit === "day") return day;
  if (unit === "week") return day - ((day + 3) % 7 + 7) % 7;
  const date = new Date(day * DAY);
  return Math.round(Date.UTC(date.getUTCFullYear(), unit === "month" ? date.getUTCMonth() : 0, 1) / DAY);
}
function nextDay(day, unit) {
  if (unit === "day") return day + 1;
  if (unit === "week") return day + 7;
  const date = new Date(day * DAY);
  const months = unit === "month" ? 1 : 12;
  return Math.round(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1) / DAY);
}

// A date that is less exact than the unit would make its first day look busy.
const isDrawn = (i) => startDay[i] !== NO_DAY && (time.unit === "day" ? datePrecision[i] === 1
  : time.unit === "week" ? datePrecision[i] <= 2 : endDay[i] - startDay[i] < (time.unit === "month" ? 32 : 367));

// What is drawn at first: all but the few that articles recall from long before.
function wholeTime() {
  const days = startDay.filter((day) => day !== NO_DAY).sort();
  if (!days.length) return [0, 1];
  const cut = Math.floor(days.length * 0.004);
  return [days[cut], days[days.length - 1]];
}

function setTimeView(from, to) {
  time.from = from;
  time.to = Math.max(to, from + 6);
  drawTime();
}

// The finest unit whose bars can be told apart.
function fittingUnit() {
  const width = Math.max(200, time.canvas.clientWidth);
  const days = time.to - time.from + 1;
  return days <= width / 4 ? "day" : days / 7 <= width / 4 ? "week" : days / 30 <= width / 1.6 ? "month" : "year";
}

function timeX(day) {
  const width = time.canvas.clientWidth - 2 * TIME_MARGIN.side;
  const part = (day - time.from) / (time.to + 1 - time.from);
  return TIME_MARGIN.side + width * (isRightToLeft() ? 1 - part : part);
}
function timeDay(x) {
  const width = time.canvas.clientWidth - 2 * TIME_MARGIN.side;
  const part = Math.max(0, Math.min(1, (x - TIME_MARGIN.side) / width));
  return Math.floor(time.from + (isRightToLeft() ? 1 - part : part) * (time.to + 1 - time.from) - 1e-9);
}

function countBuckets() {
  const found = new Map();
  let undrawn = 0;
  let outside = 0;
  const starts = startsOf(time.unit);
  const first = floorDay(time.from, time.unit);
  for (let i = 0; i < COUNT; i++) {
    if (!passesBut(i, BIT.period)) continue;
    if (!isDrawn(i)) { undrawn++; continue; }
    if (startDay[i] < first || startDay[i] > time.to) { outside++; continue; }
    const start = starts[i];
    let bucket = found.get(start);
    if (!bucket) found.set(start, (bucket = { start, end: nextDay(start, time.unit) - 1, events: 0, killed: 0, types: new Uint32Array(TYPES.length) }));
    bucket.events++;
    bucket.types[typeOf[i]]++;
    bucket.killed += counted(killed, i);
  }
  time.buckets = [...found.values()].sort((a, b) => a.start - b.start);
  return { undrawn, outside };
}

function axisSteps() {
  const days = time.to - time.from + 1;
  const most = Math.max(2, Math.floor(time.canvas.clientWidth / 80));
  const choices = [[1, "day"], [7, "week"], [31, "month"], [92, "month", 3], [365, "year"], [730, "year", 2], [1826, "year", 5], [3652, "year", 10], [18262, "year", 50]];
  const [, unit, every = 1] = choices.find(([length]) => days / length <= most) ?? choices.at(-1);
  const steps = [];
  for (let day = floorDay(time.from, unit); day <= time.to && steps.length < 400; day = nextDay(day, unit)) {
    const date = new Date(day * DAY);
    const number = unit === "year" ? date.getUTCFullYear() : date.getUTCMonth();
    if (number % every === 0 && day >= time.from) steps.push([day, unit === "year" ? isoDay(day).slice(0, -6) : isoDay(day).slice(0, unit === "month" ? -3 : undefined)]);
  }
  return steps;
}

function drawBars(context, height) {
  const most = Math.max(1, ...time.buckets.map((bucket) => bucket.events));
  const room = height - TIME_MARGIN.top - TIME_MARGIN.bottom;
  const colors = TYPES.map((_, n) => cssValue(`--type-${n}`));
  for (const bucket of time.buckets) {
    const [a, b] = [timeX(Math.max(bucket.start, time.from)), timeX(Math.min(bucket.end, time.to) + 1)].sort((p, q) => p - q);
    const width = Math.max(1.5, b - a - (b - a > 5 ? 1 : 0));
    const isOut = (chosen.from !== null && bucket.end < chosen.from) || (chosen.to !== null && bucket.start > chosen.to);
    context.globalAlpha = isOut ? 0.25 : 1;
    let y = height - TIME_MARGIN.bottom;
    for (let type = 0; type < TYPES.length; type++) {
      if (!bucket.types[type]) continue;
      const tall = (bucket.types[type] / most) * room;
      context.fillStyle = colors[type];
      context.fillRect(a, y - tall, width, tall);
      y -= tall;
    }
  }
  context.globalAlpha = 1;
  context.fillStyle = cssValue("--soft");
  context.textAlign = isRightToLeft() ? "right" : "left";
  context.fillText(numbers.format(most), isRightToLeft() ? time.canvas.clientWidth - 4 : 4, TIME_MARGIN.top + 4);
}

function drawBrush(context, height) {
  const from = chosen.from ?? time.from;
  const to = chosen.to ?? time.to;
  const clamp = (day) => timeX(Math.max(time.from, Math.min(time.to + 1, day)));
  const [a, b] = [clamp(from), clamp(to + 1)];
  if (chosen.from !== null || chosen.to !== null) {
    context.fillStyle = cssValue("--brush");
    context.fillRect(Math.min(a, b), 0, Math.abs(b - a), height - TIME_MARGIN.bottom);
  }
  for (const [id, x, day] of [["handle-from", a, chosen.from], ["handle-to", b, chosen.to]]) {
    const handle = byId(id);
    handle.style.left = `${x}px`;
    handle.setAttribute("aria-valuemin", time.from);
    handle.setAttribute("aria-valuemax", time.to);
    handle.setAttribute("aria-valuenow", id === "handle-from" ? from : to);
    handle.setAttribute("aria-valuetext", day === null ? t("no_period") : isoDay(day));
  }
}

const redrawTime = onceAFrame(() => {
  const { context, width, height } = sharpCanvas(time.canvas);
  if (!width) return;
  context.font = `11px ${cssValue("--font")}`;
  context.textBaseline = "middle";
  context.textAlign = "center";
  context.fillStyle = cssValue("--soft");
  context.strokeStyle = cssValue("--line");
  context.lineWidth = 1;
  for (const [day, label] of axisSteps()) {
    const x = Math.round(timeX(day)) + 0.5;
    context.beginPath();
    context.moveTo(x, 0);
    context.lineTo(x, height - TIME_MARGIN.bottom);
    context.stroke();
    const half = context.measureText(label).width / 2;
    context.fillText(label, Math.max(half, Math.min(width - half, x)), height - TIME_MARGIN.bottom / 2);
  }
  drawBrush(context, height);
  drawBars(context, height);
});

function drawTime() {
  const { undrawn, outside } = countBuckets();
  const notes = [t("time_note")];
  if (undrawn) notes.push(t("time_undrawn", { n: undrawn }));
  if (outside) notes.push(t("time_outside", { n: outside }));
  byId("time-note").textContent = notes.join(" ");
  time.canvas.setAttribute("aria-label", t("time_label", { from: isoDay(time.from), to: isoDay(time.to) }));
  byId("units").replaceChildren(...UNITS.map((unit) =>
    make("button", { type: "button", "data-unit": unit, "aria-pressed": String(unit === time.unit), click: () => setUnit(unit) }, t(unit))));
  byId("time-zoom").disabled = chosen.from === null && chosen.to === null;
  redrawTime();
}

function setUnit(unit) {
  time.unit = unit;
  drawTime();
  byId("units").querySelector(`[data-unit="${unit}"]`).focus();
}
