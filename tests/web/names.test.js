// The map writes a name in the capitals that Python's pictures have: both are held to one table of cases.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { letteredName } from "../../timemap/web/labels/lettering.js";
import { inCapitals } from "../../timemap/web/labels/names.js";

const { cases } = JSON.parse(readFileSync(new URL("../cases/capitals.json", import.meta.url), "utf8"));

for (const { what, text, language, capitals } of cases) {
  test(`${what}: ${text}`, () => {
    assert.equal(inCapitals(text, language), capitals);
  });
}

test("a country is written in the capitals of the language of its name, not of the one asked for", () => {
  const names = { en: "Syria in winter", tr: "Suriye" };
  assert.equal(letteredName("country", names, "tr"), "SUR\u0130YE");
  assert.equal(letteredName("country", names, "en"), "SYRIA IN WINTER");
  assert.equal(letteredName("country", { en: "Iran with i" }, "tr"), "IRAN WITH I");
});

test("kinds without capitals leave a name as it is written", () => {
  assert.equal(letteredName("town", { en: "Kobane" }, "en"), "Kobane");
});
