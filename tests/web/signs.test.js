// Each sign of the table is explained in the words of the legend, and switches a layer that the state knows.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { SIGNS } from "../../timemap/web/legend/signs.js";
import { FIELD_TABLE } from "./fieldtable.js";

const WORDS = new URL("../../timemap/text/legend_words.json", import.meta.url);
const DATA = {
  controllers: [
    { id: "x", name: "Holder X", colour: "#112233" },
    { id: "y", name: "Holder Y", colour: "#332211" },
  ],
  focus: { lon: 0, lat: 0, names: { en: "Kobane" } },
  legendWords: JSON.parse(readFileSync(WORDS, "utf8")),
};
const STATE = { moment: 1, compare: null, language: "en" };
const STATES = {
  crossings: ["open", "closed", "unknown"],
  posts: ["standing x", "last-known x"],
  quarters: ["1 0", "0 0"],
};

for (const [name, { entries }] of Object.entries(SIGNS)) {
  test(`${name} is explained in words and switches a layer of its name, if any`, () => {
    const made = entries(STATES[name] ?? ["seen"], DATA, STATE);
    assert.ok(made.length >= (STATES[name] ?? ["seen"]).length);
    for (const { sample, words, layer = name } of made) {
      assert.match(words, /^[^{}]+$/);
      assert.ok(sample);
      assert.equal(layer, name);
    }
    const switches = made.some(({ layer }) => layer !== undefined);
    assert.equal(switches, FIELD_TABLE.layers.includes(name));
  });
}

test("quarters are explained by holder in the order of the table, then what an estimate looks like", () => {
  const words = SIGNS.quarters.entries(["1 0", "0 0", "-1 0"], DATA, STATE).map((entry) => entry.words);
  const { estimated } = DATA.legendWords;
  const told = ["other holder", "Holder X", "Holder Y"].map((holder) => `Reported on 1 January 1970: ${holder}`);
  assert.deepEqual(words, [...told, estimated]);
  const both = SIGNS.quarters.entries(["0 5", "0 0", "1 5"], DATA, { ...STATE, compare: 7 });
  assert.deepEqual(both.slice(0, -1).map((entry) => entry.words), [
    "Reported on 1 January 1970 / 6 January 1970: Holder X", "Reported on 6 January 1970: Holder Y",
  ]);
});
