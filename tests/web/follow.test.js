// What has just happened is what began last; the map goes there as far as its ground reaches, and playing rests to be
// read.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createStore } from "../../timemap/web/state/store.js";
import { createEvents } from "../../timemap/web/events/events.js";
import { createPlayer, readingTime } from "../../timemap/web/time/player.js";
import { isPast, justBegun } from "../../timemap/web/map/follow.js";
import { wayToMiddle } from "../../timemap/web/map/visiblearea.js";

const STARTS = [100, 103, 103, 110];
const EVENTS = createEvents({
  id: STARTS.map((_, at) => `event-${at}`),
  start: STARTS,
  end: STARTS.map((start) => start + 5),
  precision: STARTS.map(() => "day"),
  lat: STARTS.map(() => 36.9),
  lon: STARTS.map(() => 38.3),
  categories: STARTS.map(() => [0]),
});
const at = (moment, patch = {}) => ({ moment, range: [50, 1000], mode: "day", window: 0, shown: null, ...patch });

test("of all days passed the last on which something began counts, with all that began on it", () => {
  assert.deepEqual(justBegun(EVENTS, at(104), 99), [1, 2]);
  assert.deepEqual(justBegun(EVENTS, at(102), 99), [0]);
  assert.deepEqual(justBegun(EVENTS, at(105), 104), []);
  assert.deepEqual(justBegun(EVENTS, at(110), 110), []);
});

test("what the filters or the range leave out has not happened", () => {
  const shown = Uint8Array.from([1, 0, 1, 1]);
  assert.deepEqual(justBegun(EVENTS, at(104, { shown }), 99), [2]);
  assert.deepEqual(justBegun(EVENTS, at(104, { shown: Uint8Array.from([1, 0, 0, 1]) }), 99), [0]);
  assert.deepEqual(justBegun(EVENTS, at(104, { range: [104, 1000] }), 99), []);
});

test("a point comes into the middle of what is free, but the window stays on the ground", () => {
  const [size, free, ground] = [{ x: 1000, y: 500 }, [0, 0, 800, 500], [-400, -300, 1400, 550]];
  assert.deepEqual(wayToMiddle({ x: 450, y: 300 }, size, free, ground), [0, 0]);
  assert.deepEqual(wayToMiddle({ x: 700, y: 250 }, size, free, ground), [300, 0]);
  assert.deepEqual(wayToMiddle({ x: 950, y: 250 }, size, free, ground), [400, 0]);
  assert.deepEqual(wayToMiddle({ x: 700, y: 450 }, size, free, ground), [300, 50]);
  assert.deepEqual(wayToMiddle({ x: -330, y: 250 }, size, free, ground), [-400, 0]);
});

test("near the edge of the ground a sign is not cut by the edge of the window, nor by what lies over it", () => {
  const size = { x: 1000, y: 500 };
  assert.deepEqual(wayToMiddle({ x: 1190, y: 250 }, size, [0, 0, 1000, 500], [-400, -300, 1200, 800]), [238, 0]);
  assert.deepEqual(wayToMiddle({ x: 1190, y: 250 }, size, [0, 0, 800, 500], [-400, -300, 1200, 800]), [438, 0]);
  assert.deepEqual(wayToMiddle({ x: 400, y: -290 }, size, [0, 100, 1000, 500], [-400, -300, 1200, 800]), [-100, -438]);
});

test("an event is past when its days are", () => {
  assert.deepEqual([102, 103, 107, 108].map((moment) => isPast(EVENTS, 1, { moment })), [true, false, false, true]);
  assert.equal(isPast(EVENTS, -1, { moment: 500 }), false);
});

test("a window that reaches beyond the ground is brought no farther from it", () => {
  const [size, free] = [{ x: 1000, y: 500 }, [0, 0, 1000, 500]];
  assert.deepEqual(wayToMiddle({ x: 950, y: 250 }, size, free, [-100, -100, 900, 600]), [0, 0]);
  assert.deepEqual(wayToMiddle({ x: 950, y: 250 }, size, free, [100, 100, 900, 400]), [0, 0]);
});

test("a day with events is not passed before it could be read, at any speed", () => {
  for (const speed of [1, 30, 365]) {
    const waiting = [];
    const store = createStore(
      { ...at(101), selected: -1, playing: false, speed, follow: true, skipEmpty: false, dragging: false },
      (run) => waiting.push(run),
    );
    createPlayer({ store, events: EVENTS }, { request: (run) => waiting.push(run), reduced: () => false });
    let [time, rested] = [0, 0];
    const seen = new Set();
    store.set({ playing: true });
    for (let frame = 0; frame < 60 * 25 && store.get().moment < 115; frame += 1) {
      time += 1000 / 60;
      for (const run of waiting.splice(0)) run(time);
      seen.add(store.get().moment);
      if (store.get().moment === 103) rested += 1 / 60;
    }
    assert.ok(seen.has(103) && seen.has(110), [...seen].join(" "));
    assert.ok(rested >= readingTime(speed) && rested < readingTime(speed) + 1.2, `${speed}: ${rested}`);
  }
});
