// The article: sentences that can be chosen, and in them the spans of the events' roles.

const TOLLS = ["killed", "injured", "detained", "abducted", "missing", "displaced"];

// [start, end, role, event number] of all that an event's record names.
function spansOf(event, number) {
  const out = [];
  const add = (role, mention) => { if (mention && mention.end > mention.start) out.push([mention.start, mention.end, role, number]); };
  event.mentions.forEach((each) => add("trigger", each));
  event.actors.forEach((each) => add("actor", each));
  event.targets.forEach((each) => add("target", each));
  [event.location, ...event.other_locations].forEach((each) => add("place", each));
  if (event.date?.span) add("date", { start: event.date.span[0], end: event.date.span[1] });
  TOLLS.forEach((toll) => add("toll", event.casualties[toll]));
  event.weapons.forEach((each) => add("weapon", each));
  return out;
}
const SPANS = DATA.events.flatMap(spansOf);
// Of two roles of one place the one further to the front gives the colour.
const ROLES = ["trigger", "toll", "date", "place", "weapon", "actor", "target"];

// Cuts [start, end) where spans begin and end, so that they may overlap.
function pieces(start, end) {
  const within = SPANS.filter((span) => span[0] < end && span[1] > start);
  const cuts = new Set([start, end]);
  for (const span of within) { cuts.add(Math.max(start, span[0])); cuts.add(Math.min(end, span[1])); }
  const edges = [...cuts].sort((a, b) => a - b);
  return edges.slice(1).map((edge, i) => {
    const over = within.filter((span) => span[0] <= edges[i] && span[1] >= edge);
    const text = DATA.text.slice(edges[i], edge);
    if (over.length === 0) return text;
    const role = ROLES.find((each) => over.some((span) => span[2] === each));
    const node = make("span", { class: `r-${role}` }, text);
    node.events = over.map((span) => span[3]);
    return node;
  });
}

function drawArticle() {
  let paragraph = null;
  let last = 0;
  DATA.sentences.forEach((sentence, number) => {
    const [start, end] = sentence.span;
    const between = DATA.text.slice(last, start);
    if (paragraph === null || between.includes("\n")) {
      paragraph = make("p", sentence.title ? { class: "title" } : {});
      byId("article").append(paragraph);
    } else {
      paragraph.append(" ");
    }
    const node = make("span", { class: "sentence", role: "button", tabindex: "0", "aria-pressed": "false", "data-sentence": String(number) }, ...pieces(start, end));
    paragraph.append(node);
    last = end;
  });
}
