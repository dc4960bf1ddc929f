// Playing follows the frames it is given: days per second, over empty stretches in a jump, and to the end and no
// further.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createStore } from "../../timemap/web/state/store.js";
import { createEvents } from "../../timemap/web/events/events.js";
import { createPlayer, skipFrom } from "../../timemap/web/time/player.js";

const STARTS = [100, 110, 400, 405, 900];
const COLUMNS = {
  id: STARTS.map((start) => `event-${start}`),
  formerId: STARTS.map(() => ""),
  start: STARTS,
  end: STARTS.map((start) => start + 1),
  precision: STARTS.map(() => "day"),
  lat: STARTS.map(() => 36.9),
  lon: STARTS.map(() => 38.3),
};

function playing(patch = {}, reduced = false) {
  const waiting = [];
  let time = 0;
  const store = createStore(
    {
      moment: 100,
      range: [50, 1000],
      mode: "day",
      window: 7,
      selected: -1,
      playing: false,
      speed: 10,
      skipEmpty: false,
      dragging: false,
      language: "en",
      shown: null,
      ...patch,
    },
    (run) => waiting.push(run),
  );
  createPlayer(
    { store, events: createEvents(COLUMNS) },
    { request: (run) => waiting.push(run), reduced: () => reduced },
  );
  const frame = (seconds) => {
    time += seconds * 1000;
    for (const run of waiting.splice(0)) run(time);
  };
  const run = (seconds) => {
    for (let frames60 = 0; frames60 < Math.round(seconds * 60); frames60 += 1) frame(1 / 60);
  };
  // a frame for the store to tell, one for the player to take the time
  const start = () => {
    store.set({ playing: true });
    frame(0);
    frame(0);
  };
  return { store, run, frame, start, idle: () => waiting.length === 0 };
}

test("nothing plays by itself", () => {
  const { store, run, idle } = playing();
  run(2);
  assert.equal(store.get().moment, 100);
  assert.ok(idle());
});

test("playing goes as many days a second as asked", () => {
  for (const speed of [1, 7, 30]) {
    const { store, run, start } = playing({ speed });
    start();
    run(3);
    assert.ok(Math.abs(store.get().moment - (100 + 3 * speed)) <= 1, `${speed}: ${store.get().moment}`);
  }
});

test("a page that slept does not leap ahead", () => {
  const { store, frame, start } = playing({ speed: 30 });
  start();
  frame(3600);
  assert.ok(store.get().moment <= 108);
});

test("it stops on the last day, and from there begins again at the first", () => {
  const { store, run, start, idle } = playing({ moment: 990 });
  start();
  run(5);
  assert.deepEqual([store.get().moment, store.get().playing], [999, false]);
  assert.ok(idle());
  start();
  assert.equal(store.get().moment, 50);
});

test("empty stretches are jumped to shortly before the next event", () => {
  const { store, run, start } = playing({ skipEmpty: true });
  const days = new Set();
  store.subscribe((state) => days.add(state.moment));
  start();
  run(6);
  assert.ok(![...days].some((day) => day > 130 && day < 390), [...days].join(" "));
  for (const day of [100, 110, 400, 405]) assert.ok(days.has(day), String(day));
});

test("events that were filtered out are empty stretches too", () => {
  const { store, run, start } = playing({ skipEmpty: true, moment: 200, shown: Uint8Array.from([1, 1, 0, 0, 1]) });
  start();
  run(0.5);
  assert.ok(store.get().moment > 880);
});

test("skipping stays where something happens soon or has just happened, and goes to the end after the last", () => {
  assert.equal(skipFrom(200, { before: 110, after: 400, last: 999 }, 10), 394);
  assert.equal(skipFrom(112, { before: 110, after: 400, last: 999 }, 10), 112);
  assert.equal(skipFrom(390, { before: 110, after: 400, last: 999 }, 10), 390);
  assert.equal(skipFrom(950, { before: 900, after: null, last: 999 }, 10), 999);
});

test("the thumb in hand has the say, and playing goes on from where it is left", () => {
  const { store, run, start } = playing();
  start();
  run(0.5);
  store.set({ dragging: true, moment: 700 });
  run(2);
  assert.equal(store.get().moment, 700);
  store.set({ dragging: false });
  run(1);
  assert.ok(Math.abs(store.get().moment - 710) <= 1);
});

test("with reduced motion it goes from event to event and rests on each", () => {
  const { store, run, start } = playing({ speed: 365 }, true);
  const days = [];
  store.subscribe((state, changed) => changed.has("moment") && days.push(state.moment));
  start();
  run(14);
  assert.deepEqual(days, [110, 400, 405, 900, 999]);
  assert.equal(store.get().playing, false);
});

test("pausing ends the frames", () => {
  const { store, run, start, idle } = playing();
  start();
  run(1);
  store.set({ playing: false });
  run(0.1);
  const { moment } = store.get();
  run(1);
  assert.equal(store.get().moment, moment);
  assert.ok(idle());
});

test("it starts on the first day of the range, followed or not, where the day stands at its end or outside", () => {
  for (const follow of [true, false]) {
    for (const moment of [40, 420, 500]) {
      const { store, start } = playing({ range: [300, 421], moment, follow });
      start();
      assert.equal(store.get().moment, 300, `${follow} ${moment}`);
      assert.ok(store.get().playing);
    }
  }
});
