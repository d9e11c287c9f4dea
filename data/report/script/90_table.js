// The table: only the rows in sight are in the page, however many there are.

const listMark = () => (isRightToLeft() ? "\u061B " : "; ");
const names = (list) => (i) => list(i).map(participantName).join(listMark());
// Each name in its own direction.
const nameNodes = (list) => (i) => list(i).flatMap((n, at) => [at ? listMark() : "", foreign(participantName(n))]);
const figure = (numbersOfRows) => (i) => (numbersOfRows[i] === UNKNOWN ? "" : numbers.format(numbersOfRows[i]));
const COLUMNS = [
  { name: "date", text: (i) => value("event_date", i), order: startDay, missing: NO_DAY, falls: true },
  { name: "type", text: (i) => word("sub_type", value("sub_event_type", i)), column: "sub_event_type" },
  { name: "place", text: placeName, column: "location", isForeign: true },
  { name: "country", text: (i) => countryName(value("iso3", i)), column: "iso3" },
  { name: "actors", text: names(actorsOf), nodes: nameNodes(actorsOf) },
  { name: "targets", text: names(targetsOf), nodes: nameNodes(targetsOf) },
  { name: "killed", text: figure(killed), order: killed, missing: UNKNOWN, falls: true },
  { name: "injured", text: figure(injured), order: injured, missing: UNKNOWN, falls: true },
  { name: "evidence", text: (i) => value("notes", i), column: "notes", isForeign: true },
  { name: "status", text: (i) => word("status", value("status", i)), column: "status" },
  { name: "confidence", text: (i) => numbers.format(confidence[i]), order: confidence, missing: UNKNOWN, falls: true },
  { name: "source", text: (i) => value("source", i), column: "source", nodes: (i) => [articleLink(i, value("source", i))] },
];
const table = { rows: passing, sort: "date", falls: true, first: -1, last: -1, focus: 0, height: 40 };
const OVERSCAN = 8;

// The place of each row by a text column: each value is compared once.
function textOrder({ column, text }) {
  const out = new Uint32Array(COUNT);
  if (column) {
    const { values, rows } = DATA.columns[column];
    const labels = values.map((_, n) => text(rows.indexOf(n + 1)));
    const sorted = labels.map((_, n) => n).sort((a, b) => sorter.compare(labels[a], labels[b]));
    const rank = new Uint32Array(values.length + 1).fill(COUNT + 1);
    sorted.forEach((n, place) => { rank[n + 1] = place; });
    for (let i = 0; i < COUNT; i++) out[i] = rank[rows[i] ?? 0];
    return out;
  }
  const known = new Map();
  for (let i = 0; i < COUNT; i++) known.set(text(i), 0);
  [...known.keys()].sort(sorter.compare).forEach((label, place) => known.set(label, label === "" ? COUNT + 1 : place));
  for (let i = 0; i < COUNT; i++) out[i] = known.get(text(i));
  return out;
}

let orders = new Map(); // by column, of the language
function orderOf(column) {
  if (column.order) return column.order;
  if (!orders.has(column.name)) orders.set(column.name, textOrder(column));
  return orders.get(column.name);
}

function sortRows() {
  const column = COLUMNS.find(({ name }) => name === table.sort);
  const order = orderOf(column);
  const sign = table.falls ? -1 : 1;
  const missing = column.order ? (i) => order[i] === column.missing : (i) => order[i] > COUNT;
  // What has no value comes last either way.
  table.rows = passing.slice().sort((a, b) => missing(a) - missing(b) || sign * (order[a] - order[b]) || a - b);
}

function sortBy(name, falls) {
  table.sort = name;
  table.falls = falls;
  sortRows();
  byId("scroller").scrollTop = 0;
  table.focus = 0;
  drawHead();
  drawRows(true);
  announce(`${t("sort_by")} ${t(name)}, ${t(falls ? "descending" : "ascending")}`);
}

function drawHead() {
  const row = make("tr", { "aria-rowindex": "1" }, COLUMNS.map((column) => {
    const isSorted = column.name === table.sort;
    const press = () => {
      sortBy(column.name, isSorted ? !table.falls : column.falls === true);
      byId("table").querySelector(`th.c-${column.name} button`).focus();
    };
    return make("th", { scope: "col", class: `c-${column.name}`, "aria-sort": isSorted ? (table.falls ? "descending" : "ascending") : null },
      make("button", { type: "button", click: press }, t(column.name), make("span", { class: "arrow", "aria-hidden": "true" }, isSorted ? (table.falls ? " ▼" : " ▲") : "")));
  }));
  byId("table").tHead.replaceChildren(row);
  const select = byId("sort");
  select.replaceChildren(...COLUMNS.map(({ name }) => make("option", { value: name }, t(name))));
  select.value = table.sort;
}

function rowNode(at) {
  const i = table.rows[at];
  const cells = COLUMNS.map((column) => {
    const text = column.text(i);
    const content = column.name === "type" ? [make("span", { class: `dot type-${typeOf[i]}`, "aria-hidden": "true" }), text.replaceAll("/", "/\u200B")]
      : column.nodes ? column.nodes(i) : column.isForeign ? foreign(text) : column.name === "date" ? make("bdi", { dir: "ltr" }, text) : text;
    return make("td", { class: `c-${column.name}`, "data-label": text && t(column.name) }, make("div", { class: "clamp" }, content));
  });
  return make("tr", { "aria-rowindex": String(at + 2), "data-at": String(at), tabindex: at === table.focus ? "0" : "-1", class: at % 2 ? "odd" : null }, cells);
}

function drawRows(isFresh = false) {
  const scroller = byId("scroller");
  const fit = Math.ceil(scroller.clientHeight / table.height);
  const first = Math.max(0, Math.floor(scroller.scrollTop / table.height) - OVERSCAN);
  const last = Math.min(table.rows.length, first + fit + 2 * OVERSCAN);
  if (!isFresh && first === table.first && last === table.last) return;
  [table.first, table.last] = [first, last];
  const held = document.activeElement?.dataset?.at;
  const gap = (height) => {
    const cell = make("td", { colspan: COLUMNS.length });
    cell.style.height = `${height}px`;
    return make("tr", { class: "gap", "aria-hidden": "true" }, cell);
  };
  const rows = [];
  for (let at = first; at < last; at++) rows.push(rowNode(at));
  byId("table").tBodies[0].replaceChildren(gap(first * table.height), ...rows, gap((table.rows.length - last) * table.height));
  if (held !== undefined) byId("table").querySelector(`tr[data-at="${held}"]`)?.focus({ preventScroll: true });
}

function focusRow(at) {
  if (!table.rows.length) return;
  table.focus = Math.max(0, Math.min(table.rows.length - 1, at));
  const scroller = byId("scroller");
  const head = byId("table").tHead.offsetHeight;
  const top = table.focus * table.height;
  if (top < scroller.scrollTop) scroller.scrollTop = top;
  else if (top + table.height + head > scroller.scrollTop + scroller.clientHeight) scroller.scrollTop = top + table.height + head - scroller.clientHeight;
  drawRows(true);
  byId("table").querySelector(`tr[data-at="${table.focus}"]`)?.focus({ preventScroll: true });
}

function drawTable() {
  table.height = Number.parseFloat(cssValue("--row")) || 40;
  byId("table").setAttribute("aria-rowcount", String(passing.length + 1));
  byId("table-note").textContent = COUNT === 0 ? t("empty") : passing.length ? t("table_note", { n: passing.length, all: COUNT }) : t("no_events");
  byId("export").disabled = passing.length === 0;
  sortRows();
  byId("scroller").scrollTop = 0;
  table.focus = 0;
  drawRows(true);
}

function listenToTable() {
  const scroller = byId("scroller");
  scroller.addEventListener("scroll", onceAFrame(() => drawRows()), { passive: true });
  byId("sort").addEventListener("change", () => {
    const column = COLUMNS.find(({ name }) => name === byId("sort").value);
    sortBy(column.name, column.falls === true);
  });
  const body = byId("table").tBodies[0];
  const rowOf = (event) => event.target.closest("tr[data-at]");
  body.addEventListener("click", (event) => {
    const row = rowOf(event);
    if (row && !event.target.closest("a") && !String(getSelection())) openDetail(Number(row.dataset.at));
  });
  body.addEventListener("keydown", (event) => {
    const row = rowOf(event);
    if (!row || event.target !== row) return;
    const at = Number(row.dataset.at);
    const page = Math.max(1, Math.floor(scroller.clientHeight / table.height) - 2);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + page, PageUp: at - page, Home: 0, End: table.rows.length - 1 }[event.key];
    if (to !== undefined) focusRow(to);
    else if (event.key === "Enter" || event.key === " ") openDetail(at);
    else return;
    event.preventDefault();
  });
  new ResizeObserver(onceAFrame(() => {
    table.height = Number.parseFloat(cssValue("--row")) || 40;
    drawRows(true);
  })).observe(scroller);
}
