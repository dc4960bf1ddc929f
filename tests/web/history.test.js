// A press of Back takes back what a person would call one change.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createSteps } from "../../timemap/web/state/history.js";
import { FIELD_TABLE } from "./fieldtable.js";

const TABLE = FIELD_TABLE.fields;

/**
 * Return what each change in a row is for the history; a number is a wait in milliseconds, "back" leads to the start.
 */
function stepsOf(...changes) {
  let [time, before] = [0, {}];
  const { stepOf, reset } = createSteps(TABLE, () => time);
  return changes.flatMap((change) => {
    if (change === "back") {
      before = {};
      reset();
      return [];
    }
    if (typeof change === "number") {
      time += change;
      return [];
    }
    const after = { ...before, ...change };
    const step = stepOf(before, after);
    before = after;
    return [step];
  });
}

test("twenty presses of an arrow are one step, however slow", () => {
  const presses = Array.from({ length: 20 }, (_, day) => [5000, { moment: `2014-10-${day + 7}` }]).flat();
  assert.deepEqual(stepsOf(...presses), ["new", ...new Array(19).fill("same")]);
});

test("each event is a step, and the days walked after it are another", () => {
  const steps = stepsOf({ event: "a", moment: "1" }, { event: "b", moment: "2" }, { moment: "3" }, { moment: "4" });
  assert.deepEqual(steps, ["new", "new", "new", "same"]);
});

test("words typed in one go are one step, a later search is another", () => {
  const steps = stepsOf({ words: "a", mode: "range" }, 300, { words: "af" }, 300, { words: "afr" }, 5000, {
    words: "manbij",
  });
  assert.deepEqual(steps, ["new", "same", "same", "new"]);
});

test("a handle moved by keys is one step, a range set later another", () => {
  const steps = stepsOf(
    { from: "2014-01-01", mode: "range" },
    100,
    { from: "2014-01-02" },
    100,
    { from: "2014-01-03", moment: "2014-01-03" },
    9000,
    { to: "2015" },
  );
  assert.deepEqual(steps, ["new", "same", "same", "new"]);
});

test("filters set one after the other are steps of their own", () => {
  assert.deepEqual(stepsOf({ categories: "a" }, { parties: "b" }, { categories: "a,c" }), ["new", "new", "new"]);
});

test("where the map is looked at is no step, and no change is none", () => {
  assert.deepEqual(stepsOf({ lat: "36" }, {}, { moment: "1", lat: "37" }), ["same", null, "new"]);
});

test("what follows a press of Back is a step of its own", () => {
  assert.deepEqual(stepsOf({ moment: "1" }, "back", { moment: "2" }, { moment: "3" }), ["new", "new", "same"]);
});
