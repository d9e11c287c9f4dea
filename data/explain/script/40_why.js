// Why a sentence has the events that it has, or none; and what was merged and dropped.

function stopOf(stop) {
  const line = make("div", {}, code(stop.place), " ", code(stop.line));
  if (stop.item === "") return make("div", {}, line, t("holds"));
  const reach = stop.reached ? [`; ${t("reach")} `, quote(stop.reached)] : [` ${t("beside")}`];
  return make("div", {}, line, `${t("nothing_fits")} `, code(stop.item), ...reach);
}

function tryOf(each) {
  const matched = each.outcome === "matched";
  const box = make("div", { class: matched ? "try matched" : "try" },
    make("div", {}, code(each.rule), " ", quote(each.trigger, "trigger"), `: ${t(matched ? "matched" : "stopped")} `, matched ? "" : code(each.outcome)));
  each.stops.forEach((stop) => box.append(stopOf(stop)));
  each.arguments.forEach((one) => box.append(make("div", {}, `${t(one.role)} `, quote(one.span), " ", code(one.place), " ", code(one.line))));
  if (matched) box.append(make("div", {}, `${t(`fate_${each.fate}`)} `, each.detail === "" ? "" : code(each.detail)));
  return box;
}

const fold = (label, ...children) => make("details", {}, make("summary", {}, t(label)), ...children);

let shown = -1; // number of the sentence
function drawSentence() {
  const place = byId("sentence");
  place.replaceChildren();
  for (const node of byId("article").querySelectorAll(".sentence")) node.setAttribute("aria-pressed", String(Number(node.dataset.sentence) === shown));
  byId("why-hint").hidden = shown >= 0;
  if (shown < 0) return;
  const sentence = DATA.sentences[shown];
  place.append(make("p", { lang: "ar", dir: "rtl" }, cut(sentence.span)));
  if (!DATA.arabic) return place.append(make("p", {}, t("not_arabic")));
  if (sentence.tries.length === 0 && sentence.near.length === 0) place.append(make("p", {}, t("no_trigger")));
  sentence.near.forEach((near) => place.append(make("p", {}, quote(near.word), ` ${t("near")} `, code(near.rule), " ", code(near.place))));
  sentence.tries.forEach((each) => place.append(tryOf(each)));
  if (!sentence.tries.some((each) => each.outcome === "matched")) place.append(make("p", {}, `${t("add_rule")} `, code("rasd rules new FAMILY")));
  const words = make("dl", {});
  sentence.words.forEach((word) => words.append(make("dt", {}, quote(word.span, word.may_trigger ? "trigger" : "")), make("dd", {}, ...word.readings.flatMap((reading) => [code(reading), " "]))));
  place.append(
    fold("mentions", ...sentence.mentions.map((each) => make("div", {}, quote(each.span), " ", code(`${each.type} ${each.value}`)))),
    fold("clauses", ...sentence.clauses.map((units) => make("p", { dir: "rtl" }, ...quotes(units)))),
    fold("words", words));
}

function drawDecisions() {
  byId("decisions").replaceChildren(...DATA.decisions.map((each) => {
    const values = { value: each.value.toFixed(2), least: each.least.toFixed(2) };
    const item = make("li", {}, ...quotes(each.mentions), " ");
    if (each.kind === "confidence") item.append(`${t(each.value < each.least ? "low" : "scored", values)} `, code(each.text));
    else if (each.kind === "merged") item.append(`${t("merged")} `, ...quotes(each.with), ` (${t("fit", values)})`);
    else item.append(`${t(each.kind)} `, each.text === "" ? "" : code(each.text));
    return item;
  }));
}
