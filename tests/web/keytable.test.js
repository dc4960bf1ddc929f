// The table of keys is the one place that names them: no other module looks for one of its keys.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

import { DATE_KEYS, dateActionOf, KEYS } from "../../timemap/web/time/keytable.js";

const WEB = new URL("../../timemap/web/", import.meta.url);
const TABLE = "time/keytable.js";
const IN_TABLE = new Set([...KEYS, ...DATE_KEYS].flatMap(({ keys }) => keys));

/** Modules that look for keys of the table themselves: those that every such control has while it has the focus. */
const OWN = {
  "compare/divider.js": { keys: ["ArrowLeft", "ArrowRight", "End", "Home"], why: "a slider" },
  "events/chooser.js": {
    keys: [" ", "Arrow", "ArrowDown", "ArrowLeft", "ArrowRight", "ArrowUp", "End", "Enter", "Home"],
    why: "a list of buttons, which lets no key through to map and date",
  },
  "find/searchfield.js": { keys: ["ArrowDown", "ArrowUp", "Enter"], why: "a field with suggestions" },
  "page/dayfield.js": { keys: ["Enter"], why: "a field, which takes what is typed" },
  "slider/brush.js": {
    keys: ["ArrowDown", "ArrowLeft", "ArrowRight", "ArrowUp", "End", "Home"],
    why: "a slider at each end of the date range",
  },
  "slider/overview.js": {
    keys: ["ArrowDown", "ArrowLeft", "ArrowRight", "ArrowUp", "End", "Home"],
    why: "a scroll bar",
  },
  "terms/termnote.js": { keys: [" "], why: "a link that is pressed as a button is" },
  "textmap/walk.js": { keys: ["ArrowDown", "ArrowLeft", "ArrowRight", "ArrowUp"], why: "steps on the text map" },
  "textmap/walkpanel.js": { keys: ["Home"], why: "back to the start of the walk" },
  "time/keys.js": { keys: ["Arrow"], why: "the map of Leaflet, which arrows move while it has the focus" },
};

/**
 * Return the keys of `table` that a module looks for, or their common beginning, in order.
 *
 * A name such as PageDown is found wherever it stands as a text or a property, one character only where a key is
 * compared with it.
 */
function keysIn(source, table) {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "$1");
  const texts = (pattern) => [...code.matchAll(pattern)].map((match) => match[1]);
  const literals = (lists) => lists.flatMap((list) => [...list.matchAll(/"([^"]*)"/g)].map((match) => match[1]));
  const compared = [
    ...texts(/\bkey\b\)?\s*[!=]==\s*"([^"]*)"/g),
    ...texts(/"([^"]*)"\s*[!=]==\s*(?:\w+\.)*key\b/g),
    ...texts(/\bcase "([^"]*)":/g),
    ...literals(texts(/\[([^\]]*)\]\)?\.(?:includes|has)\((?:\w+\.)*key\b/g)),
  ];
  const named = [...texts(/"(\w{2,})"/g), ...texts(/(?<=[{,]\s*)(\w{2,}):/g)];
  const isBegun = (start) => [...table].some((key) => key.startsWith(start));
  const begun = texts(/\bkey\.startsWith\("(\w+)"\)/g).filter(isBegun);
  return [...new Set([...[...compared, ...named].filter((key) => table.has(key)), ...begun])].sort();
}

for (const name of readdirSync(WEB, { recursive: true }).filter((file) => file.endsWith(".js") && file !== TABLE)) {
  test(`${name} looks for no key of the table, or for those of a control`, () => {
    assert.deepEqual(keysIn(readFileSync(new URL(name, WEB), "utf8"), IN_TABLE), OWN[name]?.keys ?? []);
  });
}

test("a key that another module looks for is noticed, however it is written", () => {
  const table = new Set(["n", "+", "F5", "PageUp", "Home"]);
  for (const [source, found] of [
    ['if (event.key === "n") step();', ["n"]],
    ['if ("n" !== key) return;', ["n"]],
    ['switch (key) { case "+": zoom(); }', ["+"]],
    ['if (["n", "x", "+"].includes(event.key)) step();', ["+", "n"]],
    ['const MINE = new Set(["F5", "x"]);', ["F5"]],
    ["const acts = { Home: first, x: last };", ["Home"]],
    ['const acts = {\n  x: last,\n  "PageUp": back,\n};', ["PageUp"]],
    ['if (key.startsWith("Page")) step();', ["Page"]],
    ['// "F5" presents\n/* key === "n" */ const n = "n"; const word = ["n"].join("+");', []],
  ]) {
    assert.deepEqual(keysIn(source, table), found, source);
  }
});

test("a key does one thing on the page and one on the date", () => {
  for (const rows of [KEYS, DATE_KEYS]) {
    const pressed = rows.flatMap(({ keys, shift = false, presenting = false }) =>
      keys.map((key) => `${key} ${shift} ${presenting}`));
    assert.deepEqual(pressed, [...new Set(pressed)]);
  }
});

test("each key of the date does what its row says, unless something is held with it", () => {
  for (const { keys, action } of DATE_KEYS) for (const key of keys) assert.equal(dateActionOf({ key }), action);
  assert.equal(dateActionOf({ key: "n" }), null);
  for (const held of ["ctrlKey", "altKey", "metaKey"]) assert.equal(dateActionOf({ key: "+", [held]: true }), null);
});
