// The page folds text into exactly what Python folds it into: both are held to one table of cases.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { createFolding } from "../../timemap/web/find/folding.js";

const { letters, cases } = JSON.parse(readFileSync(new URL("../cases/folding.json", import.meta.url), "utf8"));
const { fold, wordsOf } = createFolding(letters);

for (const { what, text, folded, words } of cases) {
  test(`${what}: ${JSON.stringify(text)}`, () => {
    assert.equal(fold(text), folded);
    assert.deepEqual([...wordsOf(text)], words);
  });
}

test("without letters only ASCII and marks are brought to one form", () => {
  assert.equal(createFolding({}).fold("Kobanê"), "Kobane");
});
