// What is asked for inside a frame is done in it; what follows steps is done in one task.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { afterLastStep, afterStep, atOnce, inFrame, notAfterStep, notInFrame } from "../../timemap/web/time/frames.js";

const frames = [];
const timers = [];
let now = 0;
globalThis.performance.now = () => now;
globalThis.requestAnimationFrame = (run) => frames.push(run);
globalThis.cancelAnimationFrame = () => frames.splice(0);
globalThis.setTimeout = (run, milliseconds) => timers.push({ run, milliseconds });

const nextFrame = () => frames.splice(0).forEach((run) => run());
function nextTask() {
  for (const { run, milliseconds } of timers.splice(0)) {
    now += milliseconds;
    run();
  }
}

beforeEach(() => {
  nextFrame();
  while (timers.length > 0) nextTask();
  now += 1000;
});

test("what is asked for twice is done once, in the order of the first asking", () => {
  const done = [];
  const [one, two] = [() => done.push(1), () => done.push(2)];
  for (const run of [one, two, one]) inFrame(run);
  assert.equal(frames.length, 1);
  nextFrame();
  assert.deepEqual(done, [1, 2]);
});

test("what is asked for inside a frame is done in it, also again", () => {
  const done = [];
  const paint = () => done.push("paint");
  inFrame(() => {
    inFrame(paint);
    done.push("step");
    inFrame(() => inFrame(paint));
  });
  nextFrame();
  assert.deepEqual(done, ["step", "paint", "paint"]);
  assert.equal(frames.length, 0);
});

test("what is taken back is not done", () => {
  const done = [];
  const run = () => done.push(1);
  inFrame(run);
  notInFrame(run);
  afterStep(run);
  notAfterStep(run);
  nextFrame();
  nextTask();
  assert.deepEqual(done, []);
});

test("at once means with all that waits, and no frame is needed any more", () => {
  const done = [];
  inFrame(() => done.push("waits"));
  atOnce(() => inFrame(() => done.push("asked")));
  assert.deepEqual(done, ["waits", "asked"]);
  assert.equal(frames.length, 0);
});

test("an error does not lose what comes after it", () => {
  const done = [];
  inFrame(() => { throw new Error("of a part"); });
  inFrame(() => done.push("after"));
  assert.throws(nextFrame, /of a part/);
  nextFrame();
  assert.deepEqual(done, ["after"]);
});

test("all that follows a step is done in one task, and more calmly while steps go on", () => {
  const done = [];
  const [list, legend] = [() => done.push("list"), () => done.push("legend")];
  for (const run of [list, legend, list]) afterStep(run);
  assert.equal(timers.length, 1);
  nextTask();
  assert.deepEqual(done, ["list", "legend"]);
  afterStep(list);
  assert.equal(timers[0].milliseconds, 200);
});

test("what waits for the last step is done with what follows it, not between steps in haste", () => {
  const done = [];
  const [list, address] = [() => done.push("list"), () => done.push("address")];
  const step = () => {
    afterStep(list);
    afterLastStep(address);
  };
  step();
  nextTask();
  assert.deepEqual(done, ["list", "address"]);
  step();
  now += 150;
  step();
  timers[0].milliseconds = 50;
  nextTask();
  assert.deepEqual(done.slice(2), ["list"]);
  nextTask();
  assert.deepEqual(done.slice(3), ["address"]);
  assert.equal(timers.length, 0);
});
