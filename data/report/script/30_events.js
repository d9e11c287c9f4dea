// The events of the page, column by column as they are embedded (src/sink/report_data.hpp).

const DATA = JSON.parse(byId("data").textContent);
const COUNT = DATA.rows;
const NO_DAY = -2147483648;
const UNKNOWN = -1; // a number that no article gives

// Row i of a column; "" where it is empty.
function value(name, i) {
  const column = DATA.columns[name];
  const number = column.rows[i];
  return number ? column.values[number - 1] : "";
}
const code = (name, i) => DATA.columns[name].rows[i] ?? 0;

// One number a row, made from each value once.
function numbersOf(name, read, missing, Kind = Int32Array) {
  const { values, rows } = DATA.columns[name];
  const made = values.map((text) => read(text) ?? missing);
  const out = new Kind(COUNT).fill(missing);
  for (let i = 0; i < rows.length; i++) if (rows[i]) out[i] = made[rows[i] - 1];
  return out;
}

const asCount = (number) => (number >= 0 && number < 2 ** 31 ? number : null);
const startDay = numbersOf("event_date", dayOf, NO_DAY);
const endDay = numbersOf("event_date_end", dayOf, NO_DAY);
const datePrecision = numbersOf("time_precision", (n) => n, 0, Uint8Array);
const killed = numbersOf("fatalities", asCount, UNKNOWN);
const injured = numbersOf("injured", asCount, UNKNOWN);
const confidence = numbersOf("confidence", (n) => n, 0, Float32Array);
for (let i = 0; i < COUNT; i++) if (startDay[i] !== NO_DAY && endDay[i] < startDay[i]) endDay[i] = startDay[i];

// What did not happen, and totals over many incidents, are in no sum.
const counts = numbersOf("status", (status) => (["asserted", "claimed", "alleged"].includes(status) ? 1 : 0), 1, Uint8Array);

// ACLED's six types in a fixed order, so that each keeps its colour.
const TYPES = ["Battles", "Explosions/Remote violence", "Violence against civilians", "Protests", "Riots", "Strategic developments"];
const typeOf = numbersOf("event_type", (type) => (TYPES.includes(type) ? TYPES.indexOf(type) : TYPES.length - 1), TYPES.length - 1, Uint8Array);

// Participants that are one and the same, whatever article names them.
const PARTICIPANTS = []; // { key, name, english, kind, country }
const participantOf = (() => {
  const known = new Map();
  return DATA.participants.map(([name, english, id, kind, country]) => {
    const key = id ? `id ${id}` : `${name} ${kind} ${country}`;
    if (!known.has(key)) {
      known.set(key, PARTICIPANTS.length);
      PARTICIPANTS.push({ key, name: name || english || id, english, kind, country });
    }
    return known.get(key);
  });
})();
const listOf = (name) => {
  const lists = DATA.columns[name].values.map((text) => [...new Set(text.split(" ").map((number) => participantOf[number - 1]))]);
  return (i) => (code(name, i) ? lists[code(name, i) - 1] : []);
};
const actorsOf = listOf("actors");
const targetsOf = listOf("targets");
const participantName = (number) => {
  const { name, english } = PARTICIPANTS[number];
  return language === "en" && english ? english : name;
};

const countryName = (iso3) => {
  const names = Object.hasOwn(DATA.countries, iso3) ? DATA.countries[iso3] : null;
  return names ? names[isRightToLeft() ? 1 : 0] || names[0] : iso3;
};
const placeName = (i) => (language === "en" && value("place_en", i)) || value("location", i);

// Points on the map: events of one place share one.
const POINTS = []; // { latitude, longitude, first: a row of it, exact }
const pointOf = (() => {
  const out = new Int32Array(COUNT).fill(-1);
  const known = new Map();
  for (let i = 0; i < COUNT; i++) {
    const latitude = value("latitude", i);
    const longitude = value("longitude", i);
    if (typeof latitude !== "number" || typeof longitude !== "number" || Math.abs(latitude) > 90 || Math.abs(longitude) > 180) continue;
    const key = `${code("latitude", i)} ${code("longitude", i)} ${code("location", i)}`;
    if (!known.has(key)) {
      known.set(key, POINTS.length);
      POINTS.push({ latitude, longitude, first: i, exact: value("geo_precision", i) !== 3 });
    }
    out[i] = known.get(key);
  }
  return out;
})();
