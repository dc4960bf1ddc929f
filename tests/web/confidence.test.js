// How strong the evidence for an area is has three plainly different wordings, and only weak evidence is hatched.
import assert from "node:assert/strict";
import { test } from "node:test";
import { areaWords } from "../../timemap/web/areas/areahover.js";
import { confidenceWords, isWeak } from "../../timemap/web/areas/confidence.js";

const CODES = ["high", "medium", "low"];
const STRENGTHS = ["strong", "some", "weak"];

test("each strength has words of its own, an unknown one has none", () => {
  assert.deepEqual(
    [0, 1, 2, 3].map((at) => confidenceWords(STRENGTHS, at)),
    ["strong evidence", "some evidence", "weak evidence", ""],
  );
});

test("only weak evidence is hatched, and what is not known is not", () => {
  assert.deepEqual([0, 1, 2, 3, -1].map((at) => isWeak(CODES, at)), [false, false, true, false, false]);
});

test("an area says who holds it, since when, how strong the evidence is and on which place it rests", () => {
  const data = { strengths: STRENGTHS, controllers: [{ name: "A" }, { name: "B" }], knownUntil: { control: 17000 } };
  const area = { hold: [16349, null, 1, 2, -1], place: { names: { en: "Town", ku: "Bajar" } }, first: 16071 };
  assert.deepEqual(areaWords(data, area, 16400, "ku"), {
    title: "B",
    note: "Since 6 October 2014 · weak evidence · nearest place with a report: Bajar",
  });
  assert.match(areaWords(data, area, 17001, "en").note, /^Since 6 October 2014 · last known 18 July 2016 · weak/);
  assert.match(
    areaWords(data, { ...area, hold: [16071, null, 0, 0, -1] }, 16400, "en").note,
    /^Since 1 January 2014 or earlier · strong/,
  );
});
