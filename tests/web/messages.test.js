// Messages from another page are read with care: what is right counts, what is wrong is said.
import assert from "node:assert/strict";
import { test } from "node:test";
import { readKey, readState } from "../../timemap/web/page/messages.js";
import { ADDRESS, DATA, OPENING } from "./messagedata.js";

const CONTEXT = {
  data: DATA,
  address: ADDRESS,
};

function read(values, state = OPENING) {
  const problems = [];
  return { ...readState(values, state, CONTEXT, problems), problems };
}

test("fields of the state become a patch", () => {
  const { patch, theme, problems } = read({
    from: "2014-07-01",
    to: "2015-01-27",
    moment: "2014-10-07",
    compare: "2014-10-08",
    mode: "until",
    window: 3,
    language: "ku",
    categories: ["trial"],
    words: "x",
    event: "siege",
    theme: "dark",
    lat: 36.9,
    lon: 38.3,
    zoom: 9,
  });
  assert.deepEqual(problems, []);
  const { view, ...rest } = patch;
  assert.deepEqual(rest, {
    range: [16252, 16463],
    moment: 16350,
    compare: 16351,
    mode: "until",
    window: 3,
    language: "ku",
    categories: ["trial"],
    words: "x",
    selected: 0,
  });
  assert.deepEqual(view, { lat: 36.9, lon: 38.3, zoom: 9 });
  assert.equal(theme, "dark");
});

test("what is not named stays as it is, and null means none of it", () => {
  const state = { ...OPENING, words: "x", compare: 16351, selected: 1, range: [16252, 16463], mode: "until" };
  const { patch, problems } = read({ words: null, compare: null, event: null }, state);
  assert.deepEqual([patch, problems], [{ words: "", compare: null, selected: -1 }, []]);
});

test("what is wrong is left out and said, the rest counts", () => {
  const { patch, theme, problems } = read({
    from: "2015-01-28",
    to: "2014-07-01",
    moment: "2014-02-31",
    mode: "sideways",
    window: -1,
    event: "nobody",
    theme: "pink",
    language: "ku",
    categories: { a: 1 },
    colour: "red",
  });
  assert.deepEqual(patch, { language: "ku" });
  assert.equal(theme, undefined);
  assert.equal(problems.length, 8);
  for (const name of ["to", "moment", "mode", "window", "event", "theme", "categories", "colour"])
    assert.ok(
      problems.some((text) => text.startsWith(`${name}:`)),
      name,
    );
  assert.ok(problems.some((text) => text.includes("2014-02-31")));
});

test("the page around may collect scenes, in its own words", () => {
  assert.deepEqual(
    [true, false, "Take this"].map((collecting) => read({ collecting }).collecting),
    [true, false, "Take this"],
  );
  const { collecting, problems } = read({ collecting: 1 });
  assert.deepEqual([collecting, problems.length], [undefined, 1]);
});

test("a key that is the map's own is passed on, any other is said", () => {
  const problems = [];
  assert.deepEqual(readKey({ type: "timemap:key", key: "PageDown" }, problems), {
    key: "PageDown",
    code: "",
    shiftKey: false,
    repeat: false,
  });
  assert.deepEqual(readKey({ type: "timemap:key", key: " ", repeat: true }, problems), {
    key: " ",
    code: "",
    shiftKey: false,
    repeat: true,
  });
  assert.equal(readKey({ key: "Escape" }, problems).key, "Escape");
  assert.deepEqual(problems, []);
  for (const wrong of [{ key: "r" }, {}, { key: ["PageDown"] }, { key: "PageDown", shiftKey: "yes" }])
    assert.equal(readKey(wrong, problems), null);
  assert.equal(problems.length, 4);
});
