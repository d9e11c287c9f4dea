// The events and their spans, which light up together.

function basis(...words) {
  const text = words.filter(Boolean).join(", ");
  return text === "" ? "" : make("span", { class: "note" }, ` (${text})`);
}
const by = (rule) => rule && `${t("by")} ${rule}`;

function rowsOf(event) {
  const rows = [];
  const row = (label, role, each, ...notes) => rows.push([t(label), make("dd", {}, each.end > each.start ? quote([each.start, each.end], role) : "", ...notes)]);
  row("trigger", "trigger", event.trigger);
  event.actors.forEach((each) => row("actor", "actor", each, basis(each.kind, each.basis && t(each.basis), by(each.rule))));
  event.targets.forEach((each) => row("target", "target", each, basis(each.kind, each.basis && t(each.basis), by(each.rule))));
  if (event.location) row("place", "place", event.location, basis(event.location.country, event.location.basis && t(event.location.basis), by(event.location.rule)));
  event.other_locations.forEach((each) => row("other_place", "place", each));
  if (event.date) {
    const { start, end, span = [0, 0] } = event.date;
    row("date", "date", { start: span[0], end: span[1] }, ` ${start}${end === start ? "" : `–${end}`}`, basis(event.date.basis && t(event.date.basis), by(event.date.rule)));
  }
  TOLLS.forEach((toll) => {
    const each = event.casualties[toll];
    if (each) row(toll, "toll", each, ` ${each.min}${each.max === each.min ? "" : each.max === undefined ? "+" : `–${each.max}`}`, basis(by(each.rule)));
  });
  event.weapons.forEach((each) => row("weapon", "weapon", each, basis(each.kind)));
  rows.push([t("found_by"), make("dd", {}, ...event.found_by.flatMap((rule) => [code(rule), " "]))]);
  return rows;
}

function drawEvents() {
  const list = byId("events");
  list.replaceChildren();
  if (DATA.events.length === 0) list.append(make("p", {}, t(DATA.arabic ? "no_event" : "not_arabic")));
  DATA.events.forEach((event, number) => {
    const rows = make("dl", {});
    for (const [label, value] of rowsOf(event)) rows.append(make("dt", {}, label), value);
    const box = make("div", { class: "event", tabindex: "0", "data-event": String(number), role: "group", "aria-label": event.sub_event_type },
      make("h3", {}, event.sub_event_type),
      make("div", { class: "note" }, `${event.status} · ${event.salience} · ${t("confidence")} ${event.confidence} · `, code(event.event_id)), rows);
    list.append(box);
  });
  light(chosen);
}

let chosen = -1; // stays lit
function light(number) {
  document.querySelector("main").classList.toggle("lights", number >= 0);
  for (const node of byId("article").querySelectorAll("[class^='r-']")) node.classList.toggle("lit", node.events.includes(number));
  for (const node of document.querySelectorAll(".event")) node.classList.toggle("chosen", Number(node.dataset.event) === number);
}
function choose(number) {
  chosen = chosen === number ? -1 : number;
  light(chosen);
}
