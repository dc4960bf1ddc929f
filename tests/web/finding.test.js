// A search shows the whole range while it lasts; filters come off one by one; an empty answer offers ways that lead
// somewhere.
import assert from "node:assert/strict";
import { test } from "node:test";
import { activeFilters } from "../../timemap/web/find/chips.js";
import { loosenings } from "../../timemap/web/find/loosening.js";
import { createSearching, resetOf } from "../../timemap/web/find/searching.js";
import { createStore } from "../../timemap/web/state/store.js";
import { isoDay } from "../../timemap/web/time/dates.js";
import { DATA, EVENTS, FILTERS, stateWith, WHOLE } from "./search_data.js";

const CONTEXT = { data: DATA, events: EVENTS, filters: FILTERS };

function searchingFrom(patch) {
  const store = createStore(stateWith(patch), (run) => run(), FILTERS.derive);
  return { store, ...createSearching({ data: DATA, store }) };
}

test("the first letter shows the whole range, the last one gone what was seen before", () => {
  const { store, search } = searchingFrom({ mode: "until" });
  search("k");
  assert.deepEqual([store.get().mode, store.get().words], ["range", "k"]);
  search("kobane ");
  assert.deepEqual([store.get().mode, store.get().words], ["range", "kobane"]);
  search("  ");
  assert.deepEqual([store.get().mode, store.get().words, store.get().shown], ["until", "", null]);
});

test("another way of seeing chosen meanwhile stays, and a search that was there at the start ends on the day", () => {
  const { store, search } = searchingFrom({ mode: "day" });
  search("k");
  store.set({ mode: "until" });
  search("");
  assert.equal(store.get().mode, "until");
  const opened = searchingFrom({ mode: "range", words: "afrin" });
  opened.take({ words: "" });
  assert.equal(opened.store.get().mode, "day");
});

test("what a button offers is set at once, words or not", () => {
  const { store, take } = searchingFrom({});
  take({ categories: ["trial"], window: 7 });
  assert.deepEqual([store.get().categories, store.get().window, store.get().mode], [["trial"], 7, "day"]);
  take({ words: "wall", categories: [] });
  assert.deepEqual([store.get().words, store.get().categories, store.get().mode], ["wall", [], "range"]);
  take(resetOf(DATA));
  const { words, mode, range, moment, window, selected } = store.get();
  assert.deepEqual(
    { words, mode, range, moment, window, selected },
    { words: "", mode: "day", range: WHOLE, moment: DATA.moment, window: 0, selected: -1 },
  );
});

test("all that filters has a chip that takes just this off", () => {
  assert.deepEqual(activeFilters(stateWith(), DATA), []);
  const state = stateWith({
    range: [isoDay("2014-07-01"), isoDay("2015-02-01")],
    categories: ["battle", "border"],
    parties: ["turkey"],
    words: "wall",
  });
  assert.deepEqual(activeFilters(state, DATA), [
    { words: "1 July 2014 \u2013 31 January 2015", patch: { range: WHOLE, mode: "day" } },
    { words: "battle", patch: { categories: ["border"] } },
    { words: "border", patch: { categories: ["battle"] } },
    { words: "turkey", patch: { parties: [] } },
    { words: "wall", typed: true, patch: { words: "" } },
  ]);
});

const ways = (patch) => loosenings(stateWith(patch), CONTEXT).map(({ words }) => words);

test("a day without events offers all of them and the nearest", () => {
  assert.deepEqual(ways({ moment: isoDay("2017-12-01") }), ["Show all 6 events", "Nearest event: 18 March 2018"]);
  assert.deepEqual(ways({ moment: isoDay("2022-12-01"), categories: ["border"] }), [
    "Show all 2 matches",
    "Nearest event: 18 March 2018",
  ]);
  assert.deepEqual(ways({ moment: isoDay("2012-12-01"), categories: ["trial"] }), [
    "Show the only match",
    "Nearest event: 26 April 2021",
  ]);
  assert.deepEqual(ways({ moment: isoDay("2014-10-25"), window: 2 }), [
    "Show all 6 events", "Nearest event: 8 October 2014",
  ]);
});

test("filters that leave nothing offer what would leave something, with its number", () => {
  const early = [isoDay("2012-01-01"), isoDay("2013-01-01")];
  assert.deepEqual(ways({ range: early }), ["Show all years (6)"]);
  assert.deepEqual(ways({ range: early, words: "kobane" }), ["Search all years (2)"]);
  assert.deepEqual(ways({ categories: ["trial"], words: "kobane" }), [
    "Show all categories (2)",
    "Clear the search (1)",
  ]);
  assert.deepEqual(ways({ categories: ["trial"], parties: ["isis"] }), [
    "Show all categories (1)",
    "Show all parties (1)",
  ]);
  assert.deepEqual(ways({ range: early, categories: ["trial"], words: "kobane" }), ["Clear all filters (6)"]);
  assert.deepEqual(ways({ words: "xqz" }), ["Clear the search (6)"]);
});

test("what a way sets shows as many events as it says", () => {
  const state = stateWith({ categories: ["trial"], words: "kobane" });
  for (const { words, patch } of loosenings(state, CONTEXT)) {
    assert.equal(FILTERS.count(stateWith({ ...state, ...patch })), Number(/\((\d+)\)/.exec(words)[1]), words);
  }
});
