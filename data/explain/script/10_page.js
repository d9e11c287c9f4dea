// What every part uses: the data, the words of the page, and how an element is made. Text of the article only ever becomes text.

const byId = (id) => document.getElementById(id);
const DATA = JSON.parse(byId("data").textContent);
const LABELS = JSON.parse(byId("labels").textContent);
let language = DATA.language ?? (navigator.language.startsWith("ar") ? "ar" : "en");

const t = (key, values = {}) => (LABELS[language][key] ?? key).replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
const cut = ([start, end]) => DATA.text.slice(start, end);

function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children.filter((child) => child !== null && child !== ""));
  return node;
}
const quote = (span, role = "") => make("bdi", { lang: "ar", ...(role && { class: `r-${role}` }) }, cut(span));
const code = (text) => make("code", {}, text);
const quotes = (spans) => spans.flatMap((span, i) => (i === 0 ? [quote(span)] : [" · ", quote(span)]));
