// Which events pass. Each filter has a bit, set in the rows that fail it: a change of one filter looks at one bit, and the
// figures beside a filter's choices count the rows that fail no other.

const failed = new Uint32Array(COUNT);
let passing = new Uint32Array(0); // rows that pass, in the order of the file

// One that offers values: `codesOf(i)` is the number of the row's value, or a list of them.
const FACETS = [
  { name: "type", codesOf: (i) => typeOf[i], keyOf: (n) => TYPES[n], label: (n) => word("type", TYPES[n]) },
  { name: "sub_type", column: "sub_event_type", label: (text) => word("sub_type", text) },
  { name: "country", column: "iso3", label: countryName },
  { name: "participant", codesOf: (i) => [...new Set([...actorsOf(i), ...targetsOf(i)])], keyOf: (n) => PARTICIPANTS[n].key, label: participantName, isForeign: true },
  { name: "status", column: "status", label: (text) => word("status", text) },
  { name: "salience", column: "salience", label: (text) => word("salience", text) },
];
const BIT = Object.fromEntries([...FACETS.map(({ name }) => name), "text", "period", "confidence", "points", "incident"].map((name, n) => [name, 1 << n]));
for (const facet of FACETS) {
  facet.chosen = new Set();
  facet.bit = BIT[facet.name];
  if (!facet.column) continue;
  const { column, label } = facet;
  facet.codesOf = (i) => code(column, i);
  facet.keyOf = (n) => (n ? DATA.columns[column].values[n - 1] : "");
  facet.label = (n) => (n ? label(DATA.columns[column].values[n - 1]) : t("none"));
}
const facetOf = (name) => FACETS.find((facet) => facet.name === name);

// A toll above `ceiling` is in no sum: one that high is nearly always the total of a war, told beside one of its events.
const CEILING = 500;
const chosen = { text: "", from: null, to: null, confidence: 0, points: null, incident: 0, ceiling: CEILING };

// Where rasd dedup has said which records tell one incident, one of them stands for it in the sums: one with a figure, the surest.
const incidents = DATA.columns.incident.rows;
const repeated = new Uint8Array(COUNT);
function markRepeated() {
  if (!incidents.length) return;
  repeated.fill(0);
  const best = new Map();
  const worth = (i) => 4 * counts[i] + 2 * (killed[i] !== UNKNOWN) + confidence[i];
  for (const i of passing) {
    const known = incidents[i] ? best.get(incidents[i]) : undefined;
    if (incidents[i] && (known === undefined || worth(i) > worth(known))) best.set(incidents[i], i);
    if (known !== undefined) repeated[best.get(incidents[i]) === i ? known : i] = 1;
  }
}

// What a row adds to a sum of `killed` or `injured`; 0 also where no article gives a number.
const counted = (toll, i) => (counts[i] && !repeated[i] && toll[i] > 0 && toll[i] <= chosen.ceiling ? toll[i] : 0);

function mark(bit, passes) {
  for (let i = 0; i < COUNT; i++) failed[i] = passes(i) ? failed[i] & ~bit : failed[i] | bit;
}

function applyFacet(facet) {
  const { chosen: wanted, codesOf } = facet;
  mark(facet.bit, (i) => {
    if (!wanted.size) return true;
    const codes = codesOf(i);
    return typeof codes === "number" ? wanted.has(codes) : codes.some((c) => wanted.has(c));
  });
}

const applyPeriod = () => mark(BIT.period, (i) => {
  if (chosen.from === null && chosen.to === null) return true;
  if (startDay[i] === NO_DAY) return false;
  return (chosen.from === null || endDay[i] >= chosen.from) && (chosen.to === null || startDay[i] <= chosen.to);
});
const applyConfidence = () => mark(BIT.confidence, (i) => confidence[i] >= chosen.confidence - 1e-6);
const applyIncident = () => mark(BIT.incident, (i) => !chosen.incident || incidents[i] === chosen.incident);
const applyPoints = () => mark(BIT.points, (i) => !chosen.points || chosen.points.has(pointOf[i]));

// Letters that writers of Arabic use for one another, vowel signs and case make no difference to a search.
const ALIKE = [[/[\u0622\u0623\u0625\u0671]/g, "\u0627"], [/\u0649/g, "\u064A"], [/\u0629/g, "\u0647"], [/[\u064B-\u0652\u0670\u0640]/g, ""]];
const folded = (text) => ALIKE.reduce((out, [pattern, letter]) => out.replace(pattern, letter), shown(text).toLowerCase().normalize("NFKC"));

// Texts of a column are folded once, at the first search.
const SEARCHED = ["notes", "title", "location", "place_en", "source", "doc_id", "event_id", "reporter", "admin1"];
const foldedValues = {};
function matches(name, words) {
  foldedValues[name] ??= DATA.columns[name].values.map(folded);
  return foldedValues[name].map((text) => words.reduce((bits, w, n) => (text.includes(w) ? bits | (1 << n) : bits), 0));
}

// All words must stand in the event, each in any of its texts.
function applyText() {
  const words = folded(chosen.text).split(/\s+/).filter(Boolean).slice(0, 30);
  if (!words.length) return mark(BIT.text, () => true);
  const all = 2 ** words.length - 1;
  const found = SEARCHED.map((name) => ({ rows: DATA.columns[name].rows, bits: matches(name, words) }));
  const people = PARTICIPANTS.map(({ name, english }) => {
    const text = folded(`${name} ${english}`);
    return words.reduce((bits, w, n) => (text.includes(w) ? bits | (1 << n) : bits), 0);
  });
  mark(BIT.text, (i) => {
    let bits = 0;
    for (const { rows, bits: of } of found) if (rows[i]) bits |= of[rows[i] - 1];
    for (const p of actorsOf(i)) bits |= people[p];
    for (const p of targetsOf(i)) bits |= people[p];
    return bits === all;
  });
}

const passesBut = (i, bit) => (failed[i] & ~bit) === 0;

function collect() {
  const rows = new Uint32Array(COUNT);
  let n = 0;
  for (let i = 0; i < COUNT; i++) if (failed[i] === 0) rows[n++] = i;
  passing = rows.subarray(0, n);
  markRepeated();
}

// How many rows each value of a facet would show beside the other filters.
function facetCounts(facet) {
  const found = new Map();
  for (let i = 0; i < COUNT; i++) {
    if (!passesBut(i, facet.bit)) continue;
    const codes = facet.codesOf(i);
    if (typeof codes === "number") found.set(codes, (found.get(codes) ?? 0) + 1);
    else for (const c of codes) found.set(c, (found.get(c) ?? 0) + 1);
  }
  return found;
}

function totals(rows) {
  const sum = { killed: 0, killedIn: 0, injured: 0, injuredIn: 0, unreal: 0, high: 0, repeated: 0 };
  for (const i of rows) {
    sum.unreal += 1 - counts[i];
    sum.repeated += repeated[i];
    if (counts[i] && Math.max(killed[i], injured[i]) > chosen.ceiling) sum.high++;
    sum.killed += counted(killed, i);
    sum.injured += counted(injured, i);
    if (counted(killed, i)) sum.killedIn++;
    if (counted(injured, i)) sum.injuredIn++;
  }
  return sum;
}
