// Setting the range keeps it inside the whole and decides with it what is seen; counts are in words.
import assert from "node:assert/strict";
import { test } from "node:test";
import { dayAndRangeWords } from "../../timemap/web/slider/counts.js";
import { createStore } from "../../timemap/web/state/store.js";
import { modeWords } from "../../timemap/web/time/modes.js";
import { clipRange, dayBeside, isWhole, rangeOf, setRange } from "../../timemap/web/time/range.js";
import { spannedEvents } from "./spanned_events.js";

const WHOLE = [100, 200];

function clockWith(patch = {}) {
  const state = { moment: 150, range: WHOLE, mode: "day", window: 0, selected: -1, compare: null, shown: null };
  return createStore({ ...state, ...patch }, () => {});
}

test("a part of the whole shows all its events, and the moment goes into it", () => {
  for (const mode of ["day", "until", "range"]) {
    const store = clockWith({ mode });
    setRange(store, [160, 180], WHOLE);
    const { range, mode: now, moment } = store.get();
    assert.deepEqual([range, now, moment], [[160, 180], "range", 160], mode);
  }
});

test("the whole shows the day again where the range was shown, and nothing else changes what is seen", () => {
  for (const [before, after] of [["range", "day"], ["day", "day"], ["until", "until"]]) {
    const store = clockWith({ range: [120, 130], mode: before });
    setRange(store, [50, 500], WHOLE);
    assert.deepEqual([store.get().range, store.get().mode], [WHOLE, after]);
  }
});

test("what is set with the range is set in the same step", () => {
  const store = clockWith();
  setRange(store, [160, 180], WHOLE, { moment: 170 });
  assert.equal(store.get().moment, 170);
});

test("a day is compared with the last known one, with the first where that is no later, and never with itself", () => {
  assert.deepEqual(
    [dayBeside(150, WHOLE, 170), dayBeside(150, WHOLE, null), dayBeside(150, WHOLE, 900)],
    [170, 199, 199],
  );
  assert.deepEqual(
    [dayBeside(180, WHOLE, 170), dayBeside(170, WHOLE, 170), dayBeside(199, WHOLE, null)],
    [100, 100, 100],
  );
  assert.deepEqual(
    [dayBeside(100, WHOLE, 50), dayBeside(100, [100, 101], null), dayBeside(100, [100, 101], 50)],
    [199, null, null],
  );
});

test("a range keeps at least one day inside the whole", () => {
  assert.deepEqual(clipRange([0, 50], WHOLE), [100, 101]);
  assert.deepEqual(clipRange([300, 400], WHOLE), [199, 200]);
  assert.deepEqual(clipRange([150, 140], WHOLE), [150, 151]);
  assert.ok(isWhole(WHOLE, WHOLE) && !isWhole([101, 200], WHOLE));
});

test("a period is seen from the moment if that lies in it, else from its first day, and an open one to the end", () => {
  assert.deepEqual(rangeOf({ start: 140, end: 160 }, 150, WHOLE), { range: [140, 160], moment: 150 });
  assert.deepEqual(rangeOf({ start: 160, end: null }, 150, WHOLE), { range: [160, 200], moment: 160 });
  assert.deepEqual(rangeOf({ start: 50, end: 120 }, 150, WHOLE), { range: [100, 120], moment: 100 });
});

test("the events of the day and of the range are counted in words", () => {
  const events = spannedEvents([100, 140, 150, 150, 190], [120, 160, 151, 152, 200]);
  const words = (patch) => dayAndRangeWords(events, { moment: 150, range: WHOLE, shown: null, ...patch }, WHOLE);
  assert.equal(words({}), "3 events on this day \u00b7 5 in total");
  assert.equal(words({ moment: 159, range: [130, 180] }), "1 event on this day \u00b7 3 in the range");
  assert.equal(words({ moment: 170 }), "No events on this day \u00b7 5 in total");
  assert.equal(words({ shown: Uint8Array.from([1, 0, 1, 0, 0]) }), "1 match on this day \u00b7 2 in total");
  assert.equal(words({ compare: 160 }), "3 events on 31 May 1970 \u00b7 5 in total");
  assert.equal(words({ shown: new Uint8Array(5) }), "No events match");
  assert.equal(events.countMeeting([120, 140], null), 0);
});

test("what is seen says how far it goes", () => {
  const words = {
    "day 0": "This day", "day 1": "This day \u00b1 1 day", "day 15": "This day \u00b1 15 days",
    "until 7": "Up to this day", "range 7": "All in the range",
  };
  for (const [way, expected] of Object.entries(words)) {
    const [mode, window] = way.split(" ");
    assert.equal(modeWords({ mode, window: Number(window) }), expected);
  }
});
