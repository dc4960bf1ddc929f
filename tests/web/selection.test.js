// A chosen event and the moment go together: a day of the event stays, any other gives way to its first day.
import assert from "node:assert/strict";
import { test } from "node:test";
import { dayFor, isSeen } from "../../timemap/web/events/selection.js";

const EVENTS = { start: [100, 200], end: [105, 201] };
const STATE = { moment: 150, window: 7, range: [50, 300] };

test("in every mode the moment goes to the first day of the event, unless it is one of its days", () => {
  for (const mode of ["day", "until", "range"]) {
    assert.equal(dayFor(EVENTS, 1, { ...STATE, mode, moment: 199 }), 200);
    assert.equal(dayFor(EVENTS, 1, { ...STATE, mode, moment: 201 }), 200);
    assert.deepEqual(
      [99, 100, 104, 105].map((moment) => dayFor(EVENTS, 0, { ...STATE, mode, moment })),
      [100, 100, 104, 100],
    );
  }
});

test("the first day of an event that began before the range is the first of the range", () => {
  assert.equal(dayFor(EVENTS, 0, { ...STATE, mode: "day", range: [103, 300] }), 103);
});

test("an event is seen within the window, from its start on, or always, as the mode says", () => {
  assert.deepEqual(
    [92, 93, 111, 112].map((moment) => isSeen(EVENTS, 0, { ...STATE, mode: "day", moment })),
    [false, true, true, false],
  );
  assert.deepEqual(
    [99, 100, 299].map((moment) => isSeen(EVENTS, 0, { ...STATE, mode: "until", moment })),
    [false, true, true],
  );
  assert.ok(isSeen(EVENTS, 1, { ...STATE, mode: "range", moment: 50 }));
});
