// The filters in force stand in the page's address, so that a bookmark or a link opens the same selection.

const address = { written: "" };

function writeAddress() {
  const state = new URLSearchParams();
  for (const facet of FACETS) for (const c of facet.chosen) state.append(facet.name, facet.keyOf(c));
  if (chosen.text.trim()) state.set("text", chosen.text);
  if (chosen.from !== null) state.set("from", isoDay(chosen.from));
  if (chosen.to !== null) state.set("to", isoDay(chosen.to));
  if (chosen.confidence > 0) state.set("confidence", String(chosen.confidence));
  const written = String(state);
  if (written === address.written) return;
  address.written = written;
  try {
    history.replaceState(null, "", `#${written}`);
  } catch {
    // A browser that does not let a local file do so: the page works without.
  }
}

// What the address asks for and these events have; what it does not name is not filtered.
function readAddress() {
  const written = location.hash.slice(1);
  if (written === address.written || !/=|^$/.test(written)) return;
  address.written = written;
  const state = new URLSearchParams(written);
  for (const facet of FACETS) {
    const keys = new Set(state.getAll(facet.name));
    facet.chosen.clear();
    if (keys.size) for (const c of facet.codes) if (keys.has(facet.keyOf(c))) facet.chosen.add(c);
    applyFacet(facet);
  }
  const confidenceAsked = Number(state.get("confidence"));
  setConfidence(confidenceAsked > 0 && confidenceAsked <= 1 ? confidenceAsked : 0);
  setPeriod(dayOf(state.get("from") ?? ""), dayOf(state.get("to") ?? ""));
  setText(state.get("text") ?? "");
}
