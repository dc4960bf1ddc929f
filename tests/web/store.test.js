// The store keeps the moment inside the range and tells its subscribers once per frame what changed.
import assert from "node:assert/strict";
import { test } from "node:test";
import { clamp, createStore } from "../../timemap/web/state/store.js";

const START = {
  moment: 16349, range: [16252, 16463], mode: "day", window: 7, selected: -1, playing: false, speed: 7,
  skipEmpty: true, dragging: false, language: "en", shown: null,
};

function clockWithFrames() {
  const frames = [];
  const store = createStore(START, (run) => frames.push(run));
  return { store, frame: () => frames.splice(0).forEach((run) => run()) };
}

test("several changes in one frame are told once, with all their keys", () => {
  const { store, frame } = clockWithFrames();
  const calls = [];
  store.subscribe((state, changed) => calls.push([state.moment, [...changed].sort()]));
  store.set({ moment: 16350 });
  store.set({ moment: 16351, mode: "until" });
  frame();
  assert.deepEqual(calls, [[16351, ["mode", "moment"]]]);
});

test("a patch that changes nothing tells nobody", () => {
  const { store, frame } = clockWithFrames();
  let calls = 0;
  store.subscribe(() => { calls += 1; });
  store.set({ moment: 16349, range: [16252, 16463] });
  frame();
  assert.equal(calls, 0);
});

test("the moment stays inside the range, also when the range shrinks", () => {
  const { store } = clockWithFrames();
  store.set({ moment: 99999 });
  assert.equal(store.get().moment, 16462);
  store.set({ range: [16252, 16300] });
  assert.equal(store.get().moment, 16299);
  assert.equal(clamp(-5, [0, 10]), 0);
});

test("a subscriber that left hears nothing more", () => {
  const { store, frame } = clockWithFrames();
  let calls = 0;
  const leave = store.subscribe(() => { calls += 1; });
  leave();
  store.set({ moment: 16360 });
  frame();
  assert.equal(calls, 0);
});
