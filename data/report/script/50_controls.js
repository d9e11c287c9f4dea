// The filters beside the map: words, days, confidence, and a list of choices for each facet.

const FIRST_CHOICES = 8; // of a long list; the rest after a search or a press
const MANY_CHOICES = 200;

function buildFacet(facet) {
  const everywhere = facetCounts(facet);
  facet.codes = [...everywhere.keys()].sort((a, b) => everywhere.get(b) - everywhere.get(a) || a - b);
  facet.limit = FIRST_CHOICES;
  facet.badge = make("span", { class: "badge" });
  facet.list = make("ul", {});
  facet.more = make("button", { type: "button", class: "more", click: () => { facet.limit = MANY_CHOICES; drawFacet(facet); } });
  facet.find = make("input", { type: "search", dir: "auto", autocomplete: "off", input: after(100, () => drawFacet(facet)) });
  facet.title = make("span", {});
  facet.details = make("details", { class: "facet", "data-facet": facet.name, toggle: () => drawFacet(facet) },
    make("summary", {}, facet.title, facet.badge),
    facet.codes.length > FIRST_CHOICES ? facet.find : null, facet.list, facet.more);
  facet.details.open = ["type", "country", "status"].includes(facet.name);
  return facet.details;
}

function drawChoice(facet, codeOfChoice, count) {
  const box = make("input", { type: "checkbox", change: () => toggleChoice(facet, codeOfChoice) });
  box.checked = facet.chosen.has(codeOfChoice);
  const name = facet.label(codeOfChoice);
  const color = facet.name === "type" ? make("span", { class: `dot type-${codeOfChoice}`, "aria-hidden": "true" }) : null;
  return make("li", { class: count ? null : "zero" },
    make("label", {}, box, color, make("span", { class: "name", title: shown(name) }, facet.isForeign ? foreign(name) : name),
      make("span", { class: "count" }, numbers.format(count))));
}

function drawFacet(facet) {
  facet.title.textContent = t(facet.name);
  facet.badge.textContent = facet.chosen.size ? numbers.format(facet.chosen.size) : "";
  facet.find.placeholder = t("find");
  facet.find.setAttribute("aria-label", `${t("find")} ${t(facet.name)}`);
  if (!facet.details.open) return;
  const counted = facetCounts(facet);
  const wanted = folded(facet.find.value.trim());
  const choices = facet.codes.filter((c) => !wanted || folded(facet.label(c)).includes(wanted));
  choices.sort((a, b) => facet.chosen.has(b) - facet.chosen.has(a)); // those in force stay in sight
  const limit = Math.max(facet.limit, facet.chosen.size);
  const focused = [...facet.list.children].findIndex((li) => li.contains(document.activeElement));
  const held = focused >= 0 ? facet.drawn[focused] : null;
  facet.drawn = choices.slice(0, limit);
  facet.list.replaceChildren(...facet.drawn.map((c) => drawChoice(facet, c, counted.get(c) ?? 0)));
  if (held !== null) facet.list.children[facet.drawn.indexOf(held)]?.querySelector("input").focus();
  facet.more.hidden = choices.length <= limit || facet.limit === MANY_CHOICES;
  facet.more.textContent = t("more", { n: choices.length - limit });
}

function toggleChoice(facet, codeOfChoice) {
  if (!facet.chosen.delete(codeOfChoice)) facet.chosen.add(codeOfChoice);
  applyFacet(facet);
  changed();
}

function setPeriod(from, to) {
  chosen.from = from;
  chosen.to = to;
  byId("from").value = from === null ? "" : isoDay(from);
  byId("to").value = to === null ? "" : isoDay(to);
  applyPeriod();
  changed();
}

function setPoints(points) {
  chosen.points = points && points.size ? points : null;
  applyPoints();
  changed();
}

function setIncident(incident) {
  chosen.incident = incident;
  applyIncident();
  changed();
}

function setText(text) {
  chosen.text = text;
  if (byId("text").value !== text) byId("text").value = text;
  applyText();
  changed();
}

function setConfidence(least) {
  chosen.confidence = least;
  byId("confidence").value = least;
  byId("confidence-value").textContent = numbers.format(least);
  applyConfidence();
  changed();
}

function setCeiling(most) {
  chosen.ceiling = most > 0 ? most : Infinity;
  changed();
}

function clearAll() {
  for (const facet of FACETS) {
    facet.chosen.clear();
    facet.find.value = "";
  }
  failed.fill(0);
  Object.assign(chosen, { text: "", from: null, to: null, confidence: 0, points: null, incident: 0, ceiling: CEILING });
  byId("ceiling").value = CEILING;
  for (const id of ["text", "from", "to"]) byId(id).value = "";
  setConfidence(0);
}

// Each filter in force, with a button that lifts it.
function drawChips() {
  const chip = (name, node, lift) => make("button", { type: "button", class: "chip", "aria-label": t("remove_filter", { name: shown(name) }), click: lift }, node, " ×");
  const chips = FACETS.flatMap((facet) => [...facet.chosen].map((c) =>
    chip(facet.label(c), facet.isForeign ? foreign(facet.label(c)) : facet.label(c), () => toggleChoice(facet, c))));
  if (chosen.text.trim()) chips.push(chip(chosen.text, foreign(`“${chosen.text}”`), () => setText("")));
  if (chosen.from !== null || chosen.to !== null) {
    const period = [chosen.from, chosen.to].map((day) => (day === null ? "…" : isoDay(day))).join(" – ");
    chips.push(chip(period, make("bdi", { dir: "ltr" }, period), () => setPeriod(null, null)));
  }
  if (chosen.confidence > 0) chips.push(chip(t("confidence"), `${t("confidence")} ≥ ${numbers.format(chosen.confidence)}`, () => setConfidence(0)));
  if (chosen.points) {
    const [first] = chosen.points;
    const name = placeName(POINTS[first].first) + (chosen.points.size > 1 ? ` ${t("and_more", { n: chosen.points.size - 1 })}` : "");
    chips.push(chip(name, foreign(name), () => setPoints(null)));
  }
  if (chosen.incident) chips.push(chip(t("incident"), t("incident"), () => setIncident(0)));
  byId("chips").replaceChildren(...chips);
  byId("clear").disabled = chips.length === 0;
}

function drawSums() {
  const sum = totals(passing);
  const card = (label, figure, note) => make("div", { class: "sum" }, make("span", { class: "label" }, label), make("strong", {}, numbers.format(figure)), make("span", { class: "note" }, note));
  const places = new Set();
  for (const i of passing) if (pointOf[i] >= 0) places.add(pointOf[i]);
  byId("sums").replaceChildren(
    card(t("events"), passing.length, incidents.length ? t("in_incidents", { n: passing.length - sum.repeated }) : t("table_note", { n: passing.length, all: COUNT })),
    card(t("killed"), sum.killed, t("in_events", { n: sum.killedIn })),
    card(t("injured"), sum.injured, t("in_events", { n: sum.injuredIn })),
    card(t("places"), places.size, countryList()),
    make("p", { class: "note" }, [sum.unreal && t("not_counted", { n: sum.unreal }), sum.high && t("too_high", { n: sum.high, most: chosen.ceiling }), incidents.length ? t("once", { n: sum.repeated }) : t("two_rows")].filter(Boolean).join(" ")));
}

// The countries with most of the events.
function countryList() {
  const found = new Map();
  for (const i of passing) if (code("iso3", i)) found.set(code("iso3", i), (found.get(code("iso3", i)) ?? 0) + 1);
  const most = [...found].sort((a, b) => b[1] - a[1]).slice(0, 3).map(([c]) => countryName(DATA.columns.iso3.values[c - 1]));
  return most.join(isRightToLeft() ? "\u060C " : ", ");
}

function buildControls() {
  byId("facets").append(...FACETS.map(buildFacet));
  byId("text").addEventListener("input", after(200, () => setText(byId("text").value)));
  for (const id of ["from", "to"]) {
    byId(id).addEventListener("change", () => setPeriod(dayOf(byId("from").value), dayOf(byId("to").value)));
  }
  byId("confidence").addEventListener("input", () => setConfidence(Number(byId("confidence").value)));
  byId("confidence-value").textContent = "0";
  byId("ceiling").addEventListener("input", after(200, () => setCeiling(Number(byId("ceiling").value))));
  byId("clear").addEventListener("click", clearAll);
}
