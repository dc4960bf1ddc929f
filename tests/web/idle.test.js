import assert from "node:assert/strict";
import { test } from "node:test";

import { whenIdle } from "../../timemap/web/page/idle.js";

const later = () => new Promise((done) => {
  setTimeout(done, 20);
});

test("what waits for an idle moment is told how much of it is left", async () => {
  const left = [];
  whenIdle((deadline) => left.push(deadline.timeRemaining()));
  assert.deepEqual(left, []);
  await later();
  assert.equal(left.length, 1);
  assert.ok(left[0] >= 0); // a busy machine may have used it up
});

test("what is no longer wanted is not run, however far it has waited", async () => {
  let runs = 0;
  const run = () => (runs += 1);
  whenIdle(run)();
  const stop = whenIdle(run);
  await Promise.resolve();
  stop();
  await later();
  assert.equal(runs, 0);
});
