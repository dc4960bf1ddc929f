// Which events are seen: half-open days, three modes, the filter and the range; found fast among very many.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createEvents, isOfDay, ofDay } from "../../timemap/web/events/events.js";
import { spannedEvents } from "./spanned_events.js";

const STATE = { moment: 100, range: [0, 1000], mode: "day", window: 0, shown: null };

function columns(spans, more = {}) {
  return {
    id: spans.map((_, index) => `event-${index}`),
    formerId: spans.map(() => ""),
    start: spans.map(([start]) => start),
    end: spans.map(([, end]) => end),
    lon: spans.map(() => 38),
    lat: spans.map(() => 36),
    ...more,
  };
}

const seen = (events, patch) => [...events.visible({ ...STATE, ...patch })];

test("on a day: what meets the window, the last day included and the end not", () => {
  const events = createEvents(columns([[10, 200], [95, 100], [98, 101], [100, 101], [101, 102]]));
  assert.deepEqual(seen(events, {}), [0, 2, 3]);
  assert.deepEqual(seen(events, { window: 1 }), [0, 1, 2, 3, 4]);
  assert.deepEqual(seen(events, { moment: 200 }), []);
});

test("a long early event is not lost behind short ones", () => {
  const events = createEvents(columns([[0, 500], ...Array.from({ length: 50 }, (_, index) => [index + 1, index + 2])]));
  assert.deepEqual(seen(events, { moment: 400 }), [0]);
});

test("up to a day: all that began, in the range; the whole range: all in it", () => {
  const events = createEvents(columns([[0, 5], [50, 51], [100, 101], [101, 102], [900, 901]]));
  assert.deepEqual(seen(events, { mode: "until" }), [0, 1, 2]);
  assert.deepEqual(seen(events, { mode: "until", range: [5, 1000] }), [1, 2]);
  assert.deepEqual(seen(events, { mode: "range", range: [4, 900] }), [0, 1, 2, 3]);
});

test("the filter hides in every mode", () => {
  const events = createEvents(columns([[99, 101], [100, 101], [100, 101]]));
  const shown = Uint8Array.from([1, 0, 1]);
  for (const mode of ["day", "until", "range"]) assert.deepEqual(seen(events, { mode, shown }), [0, 2]);
});

test("nothing changed means the very same array, also when only the moment moved", () => {
  const events = createEvents(columns([[100, 101]]));
  const first = events.visible({ ...STATE, window: 3 });
  assert.equal(events.visible({ ...STATE, window: 3, moment: 101 }), first);
  assert.notEqual(events.visible({ ...STATE, moment: 300 }), first);
});

test("stepping finds the next and the previous day with a seen event", () => {
  const events = createEvents(columns([[10, 11], [20, 30], [20, 21], [40, 41]]));
  assert.deepEqual([events.next(10, STATE), events.next(9, STATE), events.next(40, STATE)], [20, 10, null]);
  assert.deepEqual(
    [events.previous(20, STATE), events.previous(21, STATE), events.previous(10, STATE)],
    [10, 20, null],
  );
  assert.equal(events.next(10, { ...STATE, shown: Uint8Array.from([1, 0, 0, 1]) }), 40);
  assert.equal(events.next(20, { ...STATE, range: [0, 40] }), null);
});

test("age counts from the last day", () => {
  const events = createEvents(columns([[10, 12]]));
  assert.deepEqual([9, 11, 12, 30].map((day) => events.age(0, day)), [0, 0, 1, 19]);
});

test("events at one spot are found, and ids of old", () => {
  const events = createEvents(columns([[1, 2], [3, 4], [5, 6]], { lon: [38, 39, 38], formerId: ["", "once", ""] }));
  assert.deepEqual(events.atSpot(0, [0, 1, 2]), [0, 2]);
  assert.deepEqual(["event-2", "once", "never", "", undefined].map((id) => events.indexOf(id)), [2, 1, -1, -1, -1]);
});

test("bisection agrees with looking at every event", () => {
  let seed = 7;
  const random = (below) => (seed = (seed * 48271) % 2147483647) % below;
  const spans = Array.from({ length: 400 }, () => random(1000))
    .sort((one, other) => one - other)
    .map((start) => [start, start + 1 + (random(20) === 0 ? random(300) : random(3))]);
  const events = createEvents(columns(spans));
  for (let moment = 0; moment < 1000; moment += 13) {
    const [from, to] = [Math.max(50, moment - 4), Math.min(900, moment + 5)];
    const expected = spans.flatMap(([start, end], index) => (start < to && end > from ? [index] : []));
    assert.deepEqual(seen(events, { moment, window: 4, range: [50, 900] }), expected);
  }
});

test("an event is of the day on each of its days and on no other", () => {
  const events = createEvents(columns([[98, 101], [100, 101]]));
  assert.deepEqual([97, 98, 99, 100, 101].map((day) => isOfDay(events, 0, day)), [false, true, true, true, false]);
  assert.deepEqual([99, 100, 101].map((day) => isOfDay(events, 1, day)), [false, true, false]);
});

test("the day's own events are told apart where others are seen beside them, and only there", () => {
  const events = createEvents(columns([[90, 101], [97, 98], [100, 101], [103, 104]]));
  const own = (patch) => {
    const state = { ...STATE, ...patch };
    const found = ofDay(events, events.visible(state), state);
    return found && [...found];
  };
  assert.deepEqual(own({ window: 3 }), [0, 2]);
  assert.deepEqual(own({ mode: "range" }), [0, 2]);
  assert.deepEqual(own({ mode: "range", moment: 101 }), []);
  assert.equal(own({}), null);
  assert.equal(own({ mode: "until" }), null);
});

test("steps and counts of many events are what a plain look at each of them gives", () => {
  let seed = 7;
  const draw = (most) => {
    seed = (seed * 16807) % 2147483647;
    return seed % most;
  };
  const start = Array.from({ length: 400 }, () => draw(200)).sort((one, other) => one - other);
  const end = start.map((day) => day + 1 + (draw(5) === 0 ? draw(90) : 0));
  const events = spannedEvents(start, end);
  const masks = [null, Uint8Array.from(start, () => draw(2)), new Uint8Array(start.length)];
  for (const shown of masks) {
    for (let turn = 0; turn < 60; turn += 1) {
      const range = [draw(150), 150 + draw(60)];
      const moment = range[0] + draw(range[1] - range[0]);
      const passes = (index) => !shown || shown[index] > 0;
      const meets = (from, to) => start.flatMap((day, at) => (day < to && end[at] > from && passes(at) ? [at] : []));
      assert.deepEqual([...events.stops({ shown, range })], meets(...range));
      assert.equal(events.countMeeting(range, shown), meets(...range).length);
      const state = { moment, range, window: 3, shown };
      assert.deepEqual(seen(events, { ...state, mode: "until" }), meets(range[0], Math.min(range[1], moment + 1)));
      assert.deepEqual(
        seen(events, { ...state, mode: "day" }),
        meets(Math.max(range[0], moment - 3), Math.min(range[1], moment + 4)),
      );
      const later = start.filter((day, at) => passes(at) && day > moment && day >= range[0] && day < range[1]);
      assert.equal(events.next(moment, state), later[0] ?? null);
      const earlier = start.filter((day, at) => passes(at) && day < moment && day >= range[0]);
      assert.equal(events.previous(moment, state), earlier.at(-1) ?? null);
    }
  }
});
