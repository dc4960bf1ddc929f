// The clock keeps the moment inside the range and tells its subscribers once per frame what changed.
import assert from "node:assert/strict";
import { test } from "node:test";
import { clamp, createClock } from "../../timemap/web/time/clock.js";

const START = {
  moment: 16349, range: [16252, 16463], mode: "day", window: 7, selected: -1, playing: false, speed: 7,
  skipEmpty: true, dragging: false, language: "en", shown: null,
};

function clockWithFrames() {
  const frames = [];
  const clock = createClock(START, (run) => frames.push(run));
  return { clock, frame: () => frames.splice(0).forEach((run) => run()) };
}

test("several changes in one frame are told once, with all their keys", () => {
  const { clock, frame } = clockWithFrames();
  const calls = [];
  clock.subscribe((state, changed) => calls.push([state.moment, [...changed].sort()]));
  clock.set({ moment: 16350 });
  clock.set({ moment: 16351, mode: "until" });
  frame();
  assert.deepEqual(calls, [[16351, ["mode", "moment"]]]);
});

test("a patch that changes nothing tells nobody", () => {
  const { clock, frame } = clockWithFrames();
  let calls = 0;
  clock.subscribe(() => { calls += 1; });
  clock.set({ moment: 16349, range: [16252, 16463] });
  frame();
  assert.equal(calls, 0);
});

test("the moment stays inside the range, also when the range shrinks", () => {
  const { clock } = clockWithFrames();
  clock.set({ moment: 99999 });
  assert.equal(clock.get().moment, 16462);
  clock.set({ range: [16252, 16300] });
  assert.equal(clock.get().moment, 16299);
  assert.equal(clamp(-5, [0, 10]), 0);
});

test("a subscriber that left hears nothing more", () => {
  const { clock, frame } = clockWithFrames();
  let calls = 0;
  const leave = clock.subscribe(() => { calls += 1; });
  leave();
  clock.set({ moment: 16360 });
  frame();
  assert.equal(calls, 0);
});
