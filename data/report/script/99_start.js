// Start: language, colours, and what is drawn again after a change.

const redrawAll = onceAFrame(() => {
  collect();
  drawSums();
  drawChips();
  drawMap();
  drawTime();
  drawTable();
  for (const facet of FACETS) drawFacet(facet);
  writeAddress();
  document.documentElement.dataset.ready = String(passing.length);
});
function changed() { redrawAll(); }

const THEMES = ["auto", "light", "dark"];
let theme = "auto";
function setTheme(name) {
  theme = name;
  document.documentElement.dataset.theme = name;
  byId("theme").textContent = t(`theme_${name}`);
  redrawMap();
  redrawTime();
}

function switchLanguage(code) {
  setLanguage(code);
  orders = new Map();
  const title = DATA.title ? shown(DATA.title) : t("title");
  byId("heading").textContent = title;
  document.title = title;
  const button = byId("language");
  button.lang = code === "ar" ? "en" : "ar";
  button.textContent = t("language");
  byId("theme").textContent = t(`theme_${theme}`);
  drawHead();
  changed();
}

function start() {
  buildControls();
  listenToMap();
  listenToTime();
  listenToTable();
  listenToDetail();
  const preferred = (navigator.languages ?? [navigator.language]).find((tag) => /^(ar|en)\b/i.test(tag)) ?? "en";
  switchLanguage(DATA.language || preferred.slice(0, 2).toLowerCase());
  readAddress();
  window.addEventListener("hashchange", readAddress);
  byId("language").addEventListener("click", () => switchLanguage(language === "ar" ? "en" : "ar"));
  byId("theme").addEventListener("click", () => setTheme(THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length]));
  byId("open-filters").addEventListener("click", () => {
    const isOpen = document.body.classList.toggle("show-filters");
    byId("open-filters").setAttribute("aria-expanded", String(isOpen));
  });
  byId("export").addEventListener("click", saveCsv);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { redrawMap(); redrawTime(); });
  [time.from, time.to] = wholeTime();
  time.to = Math.max(time.to, time.from + 6);
  time.unit = fittingUnit();
  collect();
  map.sums = pointSums();
  fitAll();
}
start();
