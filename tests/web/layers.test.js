// Hiding a layer, showing it again, and showing it alone among its like.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { createLayers, hiddenWords, layerName } from "../../timemap/web/legend/layers.js";
import { FIELD_TABLE } from "./fieldtable.js";

const WORDS = new URL("../../timemap/text/legend_words.json", import.meta.url);
const DATA = {
  controllers: [{ id: "sdf", name: "Later name", names: [[null, 10, "Earlier name"]] }],
  legendWords: JSON.parse(readFileSync(WORDS, "utf8")),
  zonesName: "Zones",
};
const layers = createLayers({
  fields: { layers: ["zones", "evidence", "events", "border", "wall"] },
  controllers: [{ id: "sdf" }, { id: "isis" }],
});

test("a layer is hidden and shown again, always in the order of the table", () => {
  const hidden = layers.toggle(layers.toggle([], "isis"), "events");
  assert.deepEqual(hidden, ["events", "isis"]);
  assert.deepEqual(layers.toggle(hidden, "events"), ["isis"]);
});

test("a layer is shown alone among its like; what else is hidden stays so", () => {
  assert.deepEqual(layers.only([], "isis"), ["zones", "sdf"]);
  assert.deepEqual(layers.only(["evidence", "isis"], "isis"), ["zones", "evidence", "sdf"]);
  assert.deepEqual(layers.only([], "wall"), ["border"]);
});

test("a layer without its like is only switched", () => {
  assert.equal(layers.hasOthers("evidence"), false);
  assert.equal(layers.hasOthers("sdf"), true);
});

test("what is hidden is named, of several the first with the number of the others", () => {
  const nameOf = (id) => id.toUpperCase();
  assert.equal(hiddenWords([], nameOf), "");
  assert.equal(hiddenWords(["events"], nameOf), "EVENTS hidden");
  assert.equal(hiddenWords(["isis"], nameOf), "ISIS hidden");
  assert.equal(hiddenWords(["wall", "posts", "isis"], nameOf), "WALL and 2 more hidden");
});

test("every part of the map that can be hidden has a name", () => {
  const { layers: all } = FIELD_TABLE;
  for (const id of all) assert.match(layerName(DATA, id, 0) ?? "", /^[A-Z]/, id);
  assert.equal(layerName(DATA, "wall", 0), DATA.legendWords.wall);
});

test("a holder that is hidden is called as on the day", () => {
  assert.deepEqual([9, 10].map((day) => layerName(DATA, "sdf", day)), ["Earlier name", "Later name"]);
});
