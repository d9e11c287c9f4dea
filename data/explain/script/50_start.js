// Hands: mouse, touch and keys do the same.

function ask(sentence) {
  shown = sentence;
  drawSentence();
  if (sentence >= 0) byId("why").scrollIntoView({ block: "nearest" });
}

function draw() {
  document.documentElement.lang = language;
  document.documentElement.dir = language === "ar" ? "rtl" : "ltr";
  for (const node of document.querySelectorAll("[data-t]")) node.textContent = t(node.dataset.t);
  for (const node of document.querySelectorAll("[data-t-label]")) node.setAttribute("aria-label", t(node.dataset.tLabel));
  byId("language").textContent = t("language");
  byId("legend").replaceChildren(...["trigger", "actor", "target", "place", "date", "toll", "weapon"].map((role) => make("li", {}, make("span", { class: `r-${role}` }, t(role)))));
  drawEvents();
  drawSentence();
  drawDecisions();
}

const eventAt = (target) => { const box = target.closest(".event"); return box ? Number(box.dataset.event) : -1; };
const sentenceAt = (target) => { const node = target.closest(".sentence"); return node ? Number(node.dataset.sentence) : -1; };

byId("language").addEventListener("click", () => { language = language === "ar" ? "en" : "ar"; draw(); });
byId("events").addEventListener("mouseover", ({ target }) => { const number = eventAt(target); if (number >= 0) light(number); });
byId("events").addEventListener("focusin", ({ target }) => { const number = eventAt(target); if (number >= 0) light(number); });
byId("events").addEventListener("mouseleave", () => light(chosen));
byId("events").addEventListener("focusout", () => light(chosen));
byId("events").addEventListener("click", ({ target }) => { const number = eventAt(target); if (number >= 0) choose(number); });
byId("article").addEventListener("mouseover", ({ target }) => light(target.events ? target.events[0] : chosen));
byId("article").addEventListener("mouseleave", () => light(chosen));
byId("article").addEventListener("click", ({ target }) => ask(sentenceAt(target)));
document.addEventListener("keydown", (key) => {
  if (key.key !== "Enter" && key.key !== " ") return;
  const event = eventAt(key.target);
  const sentence = sentenceAt(key.target);
  if (event < 0 && sentence < 0) return;
  key.preventDefault();
  if (event >= 0) choose(event);
  else ask(sentence);
});

drawArticle();
draw();
if (DATA.event) choose(DATA.events.findIndex((event) => event.event_id === DATA.event));
document.documentElement.dataset.ready = String(DATA.events.length);
