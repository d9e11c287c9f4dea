// The words of the page in the two languages, and how numbers and days are written in them.

const LABELS = JSON.parse(byId("labels").textContent);
let language = "en";
let numbers = new Intl.NumberFormat("en");
let sorter = new Intl.Collator("en");

const isRightToLeft = () => language === "ar";

function setLanguage(code) {
  language = code;
  const locale = code === "ar" ? "ar-u-nu-latn" : "en"; // the digits of the texts beside them and of spreadsheets
  numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  sorter = new Intl.Collator(code === "ar" ? "ar" : "en", { numeric: true });
  document.documentElement.lang = code;
  document.documentElement.dir = isRightToLeft() ? "rtl" : "ltr";
  for (const node of document.querySelectorAll("[data-t]")) node.textContent = t(node.dataset.t);
  for (const node of document.querySelectorAll("[data-t-label]")) {
    node.setAttribute("aria-label", t(node.dataset.tLabel));
    if (node.tagName === "BUTTON") node.title = t(node.dataset.tLabel);
  }
}

// {name} in a label stands for a value; numbers are written as the language writes them.
function t(key, values = {}) {
  const text = LABELS[language].ui[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (_, name) => {
    const value = values[name];
    return typeof value === "number" ? numbers.format(value) : String(value ?? "");
  });
}

// The word for a value of the records, such as a status; the value itself where there is none.
const word = (group, value) => (Object.hasOwn(LABELS[language][group] ?? {}, value) ? LABELS[language][group][value] : String(value).replaceAll("_", " "));

const DAY = 86400000;
const isoDay = (day) => new Date(day * DAY).toISOString().slice(0, 10);
function dayOf(iso) {
  const match = /^(-?\d{4,6})-(\d\d)-(\d\d)$/.exec(iso);
  if (!match) return null;
  const time = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  return Number.isNaN(time) ? null : Math.round(time / DAY);
}
