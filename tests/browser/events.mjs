// Events for the tests of the report: the golden ones, spread over places and days, and some as bad as texts can be.
import { golden } from "./support.mjs";

export const LRO = "\u202D";
export const RLO = "\u202E";

export const HOSTILE = [
  "</script><script>window.hit = 1</script>", "<img src=x onerror=\"window.hit = 2\">", "<!--<script>", "javascript:window.hit=3", "]]></style><style>*{display:none}</style>",
  `${RLO}gnirts desrever${LRO}\u2066`, "one\u2028two\u2029three\u0000four", "=HYPERLINK(\"http://example.org\",\"x\")", "\"><svg onload=window.hit=4>", "{{data}}{{script}}", "${window.hit=5}",
  "قُتِلَ <b>ثلاثة</b> أشخاص &amp; &lt;i&gt;",
];
export const ADDRESSES = ["javascript:window.hit=6", "JaVaScRiPt:window.hit=7", "data:text/html,<script>window.hit=8</script>", " javascript:window.hit=9", "vbscript:x", "file:///etc/passwd",
  "https://example.org/?a=\"><script>window.hit=10</script>", "http://example.org/ok"];

export function hostileEvents() {
  const [model] = golden("samples");
  return HOSTILE.flatMap((text, n) => {
    const event = structuredClone(model);
    const with_ = (target, key) => { target[key] = text; };
    for (const key of ["title", "source", "doc_id"]) with_(event, key);
    event.event_id = `ev_${String(n).padStart(16, "0")}`;
    event.url = ADDRESSES[n % ADDRESSES.length];
    event.evidence = { text: `${text} و${text}`, start: 0, end: 2 * text.length };
    event.trigger = { text, start: 1, end: 2 };
    event.actors = [{ text, start: 0, end: 1, name: text, name_en: text, id: `x${n}`, kind: text, country: text, basis: "clause", aliases: [text] }];
    event.targets = [{ text, start: 0, end: 1, name: text, kind: "civilians", aliases: [] }];
    event.location = { text, start: 0, end: 1, name: text, name_en: text, kind: text, admin1: text, country: text, latitude: 30 + n, longitude: 40, precision: 1 };
    event.other_locations = [{ name: text, country: "SYR", precision: 3 }];
    event.weapons = [{ text, start: 0, end: 1, kind: text }];
    event.reporter = { text, start: 0, end: 1 };
    event.found_by = [text];
    event.status = n % 2 ? text : "asserted";
    event.salience = n % 3 ? text : "main";
    event.casualties = { killed: { min: 3, text, start: 0, end: 1, groups: [] } };
    return [event];
  });
}

const PLACES = [["دمشق", "Damascus", "SYR", 33.51, 36.29], ["تعز", "Taizz", "YEM", 13.58, 44.02], ["الموصل", "Mosul", "IRQ", 36.34, 43.13], ["غزة", "Gaza City", "PSE", 31.5, 34.47], ["مصراتة", "Misrata", "LBY", 32.38, 15.09]];
const TYPES = [["Battles", "Armed clash"], ["Explosions/Remote violence", "Air/drone strike"], ["Violence against civilians", "Attack"], ["Protests", "Peaceful protest"], ["Riots", "Mob violence"], ["Strategic developments", "Arrests"]];
const STATUS = ["asserted", "asserted", "claimed", "alleged", "asserted", "denied", "aggregate"];

// `count` events whose fields are known from their number.
export function plainEvents(count, padding = "") {
  return Array.from({ length: count }, (_, n) => {
    const [name, english, country, latitude, longitude] = PLACES[n % PLACES.length];
    const [type, sub] = TYPES[n % TYPES.length];
    const day = new Date(Date.UTC(2020, 0, 1 + (n % 700))).toISOString().slice(0, 10);
    const text = `قصفت القوات ${name} فجر اليوم وسقط ضحايا في الحي رقم ${n}. ${padding}`;
    return {
      event_id: `ev_${n.toString(16).padStart(16, "0")}`, doc_id: `d${n >> 1}`, published: day, title: `خبر رقم ${n >> 1} من ${name}`, source: `وكالة ${n % 7}`, url: `https://example.org/${n >> 1}`,
      event_type: type, sub_event_type: sub, codes: {}, status: STATUS[n % STATUS.length], trigger: { text: "قصفت", start: 100, end: 104 }, mentions: [{ start: 100, end: 104 }],
      actors: [{ text: "القوات", start: 105, end: 111, name: `الفصيل ${n % 3}`, name_en: `Faction ${n % 3}`, id: `faction.${n % 3}`, kind: "rebel", country, basis: "clause", aliases: [] }], targets: [],
      date: { start: day, end: day, precision: "day", basis: "explicit" },
      ...(n % 11 === 10 ? {} : { location: { text: name, start: 112, end: 112 + name.length, name, name_en: english, kind: "city", country, latitude: latitude + (n % 50) / 100, longitude: longitude + (n % 37) / 100, precision: 1 } }),
      other_locations: [], casualties: n % 4 ? {} : { killed: { min: n % 9, max: n % 9, text: "ضحايا", start: 120, end: 125, groups: [] }, injured: { min: 2, text: "جريحان", start: 126, end: 132, groups: [] } },
      weapons: [], evidence: { text, start: 100, end: 100 + text.length }, salience: n % 5 ? "main" : "background", found_by: ["shelling.verb"], confidence: 0.4 + (n % 6) / 10,
    };
  });
}
