// While one types, places, categories, parties and events are offered, in every spelling, and only where they lead
// somewhere.
import assert from "node:assert/strict";
import { test } from "node:test";
import { bareName, createSuggestions } from "../../timemap/web/find/suggestions.js";
import { DATA, EVENTS, FILTERS, stateWith } from "./search_data.js";

const suggest = createSuggestions({ data: DATA, events: EVENTS, filters: FILTERS });
const offered = (text, patch = {}) =>
  suggest(text, stateWith({ words: text, ...patch })).map(({ kind, label, note }) => `${kind}: ${label} (${note})`);

test("places come first, the better known before the others, then filters and events", () => {
  assert.deepEqual(offered("afr"), [
    "place: Afrin (city, Efr\u00een)",
    "place: Afrin al-Saghira (village)",
    "event: Efr\u00een taken (18 March 2018)",
  ]);
  assert.deepEqual(offered("bor"), [
    "category: border (category, 2 events)",
    "event: Work on the border wall begins (1\u201331 August 2015)",
  ]);
  assert.deepEqual(offered("kurdish"), ["party: kurdish led (party, 2 events)"]);
});

test("every spelling finds its place, named in the chosen language", () => {
  assert.equal(offered("\u0639\u064a\u0646 \u0627\u0644\u0639")[0], "place: Kobane (city, Koban\u00ee)");
  assert.equal(offered("kobane", { language: "ku" })[0], "place: Koban\u00ee (city, Kobane)");
});

test("a party is found by the beginning of an actor's name", () => {
  assert.deepEqual(
    offered("syrian nat").filter((text) => text.startsWith("party")),
    ["party: syrian groups (party, 1 event, with Syrian National Army)"],
  );
  assert.deepEqual(offered("army").filter((text) => text.startsWith("party")), []);
});

test("what is chosen already, or leads to no event, is not offered", () => {
  assert.ok(!offered("bor", { categories: ["border"] }).some((text) => text.startsWith("category")));
  assert.ok(!offered("trial", { parties: ["turkey"] }).some((text) => text.startsWith("category")));
  assert.ok(!offered("efrin", { parties: ["isis"] }).some((text) => text.startsWith("event")));
  assert.deepEqual(offered("?!"), []);
});

test("names end before a bracket, a slash or a comma", () => {
  assert.deepEqual(["Kobane (Ayn al-Arab)", "A / B", "C, D", "(E)"].map(bareName), ["Kobane", "A", "C", "(E)"]);
});
