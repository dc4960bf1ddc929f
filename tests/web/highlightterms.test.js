// Contested wordings are found as whole words, the longest first, and marked once.
import assert from "node:assert/strict";
import { test } from "node:test";

import { cut, patternOf } from "../../timemap/web/terms/highlightterms.js";

const FOUND = {
  ISIS: [0],
  "Islamic State": [1],
  "Islamic State of Iraq": [2],
  "عين العرب": [3],
  "C+ (zone)": [4],
  Daesh: [1],
};
const pattern = patternOf(Object.keys(FOUND));
const marked = (text, seen = new Set()) =>
  cut(text, pattern, FOUND, seen).map((piece) => (piece.terms.length > 0 ? [piece.text] : piece.text));

test("whole words of any script are found, the longest first, whatever signs they have", () => {
  assert.deepEqual(marked("The Islamic State of Iraq, then ISIS."), [
    "The ",
    ["Islamic State of Iraq"],
    ", then ",
    ["ISIS"],
    ".",
  ]);
  assert.deepEqual(marked("ISISes, xISIS"), ["ISISes, xISIS"]);
  assert.deepEqual(marked("في عين العرب اليوم"), ["في ", ["عين العرب"], " اليوم"]);
  assert.deepEqual(marked("a C+ (zone)"), ["a ", ["C+ (zone)"]]);
  assert.deepEqual(marked(""), []);
});

test("a wording is marked once in all that is read together, also where it is written otherwise", () => {
  const seen = new Set();
  assert.deepEqual(marked("Daesh", seen), [["Daesh"]]);
  assert.deepEqual(marked("Islamic State and ISIS", seen), ["Islamic State and ", ["ISIS"]]);
});

test("without wordings nothing is found", () => {
  assert.deepEqual(cut("any text", patternOf([]), {}, new Set()), [{ text: "any text", terms: [] }]);
});
