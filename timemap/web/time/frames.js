// Scheduler of what a step of the date changes.
// All of it is done in one frame, and all that follows in one later task: each further frame would show the whole map
// again.

/** Milliseconds after a step until what follows it is done. */
const SOON = 40;
/** Milliseconds between two such tasks while one step follows the other. */
const CALM = 200;

/** @typedef {Set<() => void>} Tasks */
/** @type {Tasks} */
const waiting = new Set();
/** @type {Tasks} */
const following = new Set();
/** @type {Tasks} */
const resting = new Set();
let lastStep = -Infinity;
let timer = 0;
let wait = 0;
let asked = 0;
let running = false;

/**
 * Do something in the next frame, or at the end of the present one.
 *
 * The same function asked twice is done once.
 *
 * @param {() => void} run
 */
export function inFrame(run) {
  waiting.add(run);
  if (!running && asked === 0) asked = globalThis.requestAnimationFrame(drain);
}

/**
 * Take back what was asked for and is not done yet.
 *
 * @param {() => void} run
 */
export function notInFrame(run) {
  waiting.delete(run);
}

/**
 * Do something at once with all that it asks for.
 *
 * For what is called inside a frame but not by this module, as observers are.
 *
 * @param {() => void} run
 */
export function atOnce(run) {
  waiting.add(run);
  if (running) return;
  globalThis.cancelAnimationFrame(asked);
  drain();
}

/** An error ends it, and the rest follows in the next frame. */
function drain() {
  asked = 0;
  running = true;
  try {
    runAll(waiting);
  } finally {
    running = false;
    if (waiting.size > 0) asked = globalThis.requestAnimationFrame(drain);
  }
}

/**
 * Do something soon after a step of the date.
 *
 * The step is painted first; while one step follows the other, it is done calmly.
 *
 * What is asked for by several is done in one task. The same function asked twice is done once.
 *
 * @param {() => void} run
 */
export function afterStep(run) {
  following.add(run);
  noteStep();
}

/**
 * Do something after a step unless a further step has come meanwhile.
 *
 * It is done in the same task as all that follows the step.
 *
 * The same function asked twice is done once.
 *
 * @param {() => void} run
 */
export function afterLastStep(run) {
  resting.add(run);
  noteStep();
}

/**
 * Take back what was to follow a step.
 *
 * @param {() => void} run
 */
export function notAfterStep(run) {
  following.delete(run);
}

function noteStep() {
  const now = globalThis.performance.now();
  const hasty = now - lastStep < CALM;
  lastStep = now;
  if (timer === 0) followIn(hasty ? CALM : SOON);
}

/** @param {number} milliseconds */
function followIn(milliseconds) {
  wait = milliseconds;
  timer = globalThis.setTimeout(follow, wait);
}

function follow() {
  timer = 0;
  const quiet = globalThis.performance.now() - lastStep;
  runAll(following);
  if (quiet > wait / 2) runAll(resting); // not all of it: the last to ask for a step asks some time after the first
  else if (resting.size > 0 && timer === 0) followIn(CALM);
}

/**
 * Run also what is asked for meanwhile.
 *
 * @param {Tasks} tasks
 */
function runAll(tasks) {
  for (const run of tasks) {
    tasks.delete(run);
    run();
  }
}
