// A page around is told all that the list holds, for its own paper, and how much is left out where that is very much.
import assert from "node:assert/strict";
import { test } from "node:test";
import { listed } from "../../timemap/web/page/listed.js";
import { DATA, EVENTS, stateWith } from "./search_data.js";

const SOURCES = [
  { title: "A report", publisher: "A paper", url: "https://example.org/1" },
  { title: "https://example.org/2", publisher: "", url: "https://example.org/2" },
];
const data = { ...DATA, sources: SOURCES };
const each = (value) => ({ at: () => value });
const events = { ...EVENTS, sources: each([0, 1]), contested: each("Who began."), summary: each("What was.") };
const state = stateWith({ mode: "range" });

test("each event has its day, place, categories and sources, and the one whose card is open its text", () => {
  const { heading, filters, rows } = listed({ data, events }, { ...state, selected: 1 });
  assert.equal(heading, `All ${EVENTS.count} events`);
  assert.equal(filters, "");
  const titles = Array.from(EVENTS.visible(state), (index) => EVENTS.title.at(index));
  assert.deepEqual(rows.map(({ title }) => title), titles);
  const sources = ["A report \u00b7 A paper \u00b7 https://example.org/1", "https://example.org/2"];
  assert.deepEqual(rows[0].lines.slice(1), sources);
  assert.deepEqual(rows[1].lines.slice(1, 3), ["What was.", "Who began."]);
});

test("what filters is named", () => {
  const filtered = stateWith({ mode: "range", categories: ["battle"], words: "afrin" });
  assert.equal(listed({ data, events }, filtered).filters, "battle \u00b7 afrin");
});

test("of very many events the first are told, and how many more there are", () => {
  const many = { ...events, visible: () => Int32Array.from({ length: 1203 }, () => 0) };
  const { rows } = listed({ data, events: many }, state);
  assert.equal(rows.length, 1001);
  assert.deepEqual(rows.at(-1), { title: "and 203 more", lines: [] });
});
