// All that is known of one event.

const detail = { at: 0 };

// A name of the article as a link where its address is one. In the table, Tab passes it by: the row leads to it.
function articleLink(i, text, isPassedBy = true) {
  const address = webAddress(value("url", i));
  return address ? make("a", { href: address, target: "_blank", rel: "noopener noreferrer", tabindex: isPassedBy ? "-1" : null }, foreign(text || t("open_article"))) : foreign(text);
}

// The evidence, with the word that names the act marked; offsets count code points.
function markedEvidence(i) {
  const text = value("notes", i);
  const start = value("trigger_at", i);
  const trigger = value("trigger", i);
  const node = make("blockquote", { dir: "auto" });
  if (typeof start !== "number" || !trigger) return node.append(shown(text)), node;
  const points = [...text];
  const end = start + [...trigger].length;
  node.append(shown(points.slice(0, start).join("")), make("mark", {}, shown(points.slice(start, end).join(""))), shown(points.slice(end).join("")));
  return node;
}

function participants(list, i) {
  return list(i).map((n) => {
    const { kind, english, name, country } = PARTICIPANTS[n];
    const other = language === "en" && english ? name : "";
    const about = [word("kind", kind), country ? countryName(country) : ""].filter(Boolean).join(isRightToLeft() ? "\u060C " : ", ");
    return make("li", {}, make("button", { type: "button", class: "link", click: () => chooseParticipant(n) }, foreign(participantName(n))),
      other ? [" ", foreign(other)] : [], about ? make("span", { class: "soft" }, ` (${about})`) : []);
  });
}

function chooseParticipant(number) {
  const facet = facetOf("participant");
  byId("detail").close();
  if (!facet.chosen.has(number)) toggleChoice(facet, number);
}

// How many records tell the same incident, and the way to them.
function tellings(i) {
  const incident = code("incident", i);
  const n = incident ? incidents.reduce((sum, other) => sum + (other === incident), 0) : 0;
  const show = () => { byId("detail").close(); setIncident(incident); };
  return n > 1 ? make("button", { type: "button", class: "link", click: show }, t("told_by", { n })) : null;
}

function toll(name, column, i) {
  const least = value(column, i);
  if (least === "") return null;
  const most = { fatalities: "fatalities_max", injured: "injured_max" }[column];
  const upper = most ? value(most, i) : least;
  const said = { fatalities: "killed_text", injured: "injured_text" }[column];
  const range = upper === "" ? `${t("at_least")} ${numbers.format(least)}` : upper === least ? numbers.format(least) : `${numbers.format(least)}–${numbers.format(upper)}`;
  return make("li", {}, `${t(name)}: ${range}`, said && value(said, i) ? [" ", foreign(`«${value(said, i)}»`)] : []);
}

function rowsOfDetail(i) {
  const date = value("event_date", i);
  const end = value("event_date_end", i);
  const dates = date ? [make("bdi", { dir: "ltr" }, end && end !== date ? `${date} – ${end}` : date), make("span", { class: "soft" }, ` (${[word("precision", value("time_precision", i)), value("date_basis", i) && word("basis", value("date_basis", i))].filter(Boolean).join(" · ")})`),
    value("date_text", i) ? [" ", foreign(`«${value("date_text", i)}»`)] : []].flat() : t("unknown");
  const place = value("location", i) ? [foreign(placeName(i)), language === "en" && value("place_en", i) ? [" ", foreign(value("location", i))] : [],
    make("span", { class: "soft" }, ` (${[value("admin1", i), value("iso3", i) && countryName(value("iso3", i)), value("geo_precision", i) && word("geo", value("geo_precision", i))].filter(Boolean).map(shown).join(" · ")})`)].flat() : t("unknown");
  const kinds = value("weapon_kinds", i).split("; ").filter(Boolean);
  const weapons = value("weapons", i) ? [foreign(value("weapons", i)), make("span", { class: "soft" }, ` (${[...new Set(kinds)].map((kind) => word("weapon", kind)).join(", ")})`)] : null;
  const tolls = [["killed", "fatalities"], ["injured", "injured"], ["detained", "detained"], ["abducted", "abducted"], ["missing", "missing"], ["displaced", "displaced"]]
    .map(([name, column]) => toll(name, column, i)).filter(Boolean);
  const list = (items) => (items.length ? make("ul", {}, items) : t("unknown"));
  const title = value("title", i) || value("doc_id", i);
  return [
    ["date", dates], ["place", place], ["other_places", value("other_places", i) && foreign(value("other_places", i))],
    ["actors", list(participants(actorsOf, i))], ["targets", list(participants(targetsOf, i))],
    ["casualties", tolls.length ? make("ul", {}, tolls) : t("unknown")], ["weapons", weapons],
    ["status", `${word("status", value("status", i))} · ${word("salience", value("salience", i))}`], ["confidence", numbers.format(confidence[i])],
    ["reporter", value("reporter", i) && foreign(value("reporter", i))],
    ["article", [articleLink(i, title, false),
      make("span", { class: "soft" }, " ", foreign([value("source", i), value("published", i)].filter(Boolean).join(" · ")))]],
    ["incident", tellings(i)],
    ["codes", [["CAMEO", "cameo"], ["PLOVER", "plover"], ["UCDP", "ucdp"]].filter(([, column]) => value(column, i)).map(([name, column]) => `${name} ${value(column, i)}`).join(" · ")],
    ["rules", value("found_by", i) && make("code", { dir: "ltr" }, shown(value("found_by", i)))],
    ["id", make("code", { dir: "ltr" }, shown(`${value("event_id", i)} · ${value("doc_id", i)}`))],
  ].filter(([, content]) => content && content.length !== 0);
}

function drawDetail() {
  const i = table.rows[detail.at];
  const step = (by) => make("button", { type: "button", class: by < 0 ? "previous" : "next", disabled: detail.at + by < 0 || detail.at + by >= table.rows.length,
    click: () => { detail.at += by; drawDetail(); byId("detail").querySelector(by < 0 ? ".previous" : ".next")?.focus(); } }, t(by < 0 ? "previous" : "next"));
  byId("detail").replaceChildren(
    make("div", { class: "detail-head" },
      make("h2", { id: "detail-title" }, make("span", { class: `dot type-${typeOf[i]}`, "aria-hidden": "true" }), word("sub_type", value("sub_event_type", i)),
        make("small", {}, word("type", value("event_type", i)))),
      make("div", { class: "tools" }, step(-1), step(1), make("button", { type: "button", class: "close", click: () => byId("detail").close() }, t("close")))),
    markedEvidence(i),
    make("dl", {}, rowsOfDetail(i).map(([name, content]) => [make("dt", {}, t(name)), make("dd", {}, content)])));
}

function openDetail(at) {
  detail.at = at;
  drawDetail();
  const dialog = byId("detail");
  if (!dialog.open) dialog.showModal();
  dialog.scrollTop = 0;
}

function listenToDetail() {
  const dialog = byId("detail");
  dialog.addEventListener("close", () => { if (table.rows.length) focusRow(detail.at); });
  // A press beside the box closes it.
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
}
