// Messages from another page are read with care: what is right counts, what is wrong is said.
import assert from "node:assert/strict";
import { test } from "node:test";
import { readKey, readState } from "../../timemap/web/page/messages.js";

const EVENTS = { id: ["siege", "return", "trial"], indexOf: (id) => ["siege", "return", "trial"].indexOf(id) };
const KNOWN = { events: EVENTS, languages: [{ code: "en" }, { code: "ku" }, { code: "tr" }] };

test("a full state becomes a patch of the clock", () => {
  const problems = [];
  const { patch, theme } = readState(
    { range: ["2014-07-01", "2015-01-28"], moment: "2014-10-06", compare: "2014-10-07", mode: "until", window: 3, language: "ku", events: ["siege", "trial"], selected: "trial", theme: "dark" },
    KNOWN, problems,
  );
  assert.deepEqual(problems, []);
  assert.deepEqual(patch, { range: [16252, 16463], moment: 16349, compare: 16350, mode: "until", window: 3, language: "ku", shown: new Uint8Array([1, 0, 1]), selected: 2 });
  assert.equal(theme, "dark");
});

test("null lifts the filter, the choice and the comparison", () => {
  const { patch } = readState({ events: null, selected: null, compare: null }, KNOWN, []);
  assert.deepEqual(patch, { shown: null, selected: -1, compare: null });
});

test("what is wrong is left out and said, the rest counts", () => {
  const problems = [];
  const { patch, theme } = readState(
    { range: ["2015-01-28", "2014-07-01"], moment: "2014-02-31", mode: "sideways", window: -1, selected: "nobody", theme: "pink", language: "tr" },
    KNOWN, problems,
  );
  assert.deepEqual(patch, { language: "tr" });
  assert.equal(theme, undefined);
  assert.equal(problems.length, 6);
  assert.ok(problems.some((text) => text.includes("2014-02-31")));
});

test("a language that the document has no names in is said", () => {
  const problems = [];
  assert.deepEqual(readState({ language: "ar" }, KNOWN, problems).patch, {});
  assert.deepEqual(problems, ['language: read "ar", which is not allowed here']);
});

test("the page around may collect scenes, in its own words", () => {
  const problems = [];
  assert.deepEqual([true, false, "Take this"].map((collecting) => readState({ collecting }, KNOWN, problems).patch), [{ collecting: true }, { collecting: false }, { collecting: "Take this" }]);
  assert.deepEqual(problems, []);
  assert.deepEqual(readState({ collecting: 1 }, KNOWN, problems).patch, {});
  assert.equal(problems.length, 1);
});

test("a state that is no object is said", () => {
  const problems = [];
  assert.deepEqual(readState("2014", KNOWN, problems).patch, {});
  assert.equal(problems.length, 1);
});

test("a key that is the map's own is passed on, any other is said", () => {
  const problems = [];
  assert.deepEqual(readKey({ type: "timemap:key", key: "PageDown" }, problems), { key: "PageDown", shiftKey: false, repeat: false });
  assert.deepEqual(readKey({ type: "timemap:key", key: " ", repeat: true }, problems), { key: " ", shiftKey: false, repeat: true });
  assert.deepEqual(problems, []);
  for (const wrong of [{ key: "r" }, { key: "Escape" }, {}, { key: ["PageDown"] }, { key: "PageDown", shiftKey: "yes" }]) assert.equal(readKey(wrong, problems), null);
  assert.equal(problems.length, 5);
});
