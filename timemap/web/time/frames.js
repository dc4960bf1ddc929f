// All that a step changes on the map is done in one frame, and all that follows it in one later task: each further frame would show the whole map again.

/** Milliseconds after a step until what follows it is done. */
const SOON = 40;
/** Milliseconds between two such tasks while one step follows the other. */
const CALM = 200;

const waiting = new Set();
const following = new Set();
let lastStep = -Infinity;
let timer = 0;
let asked = 0;
let running = false;

/**
 * Do something in the next frame, or at the end of the present one when asked inside it; the same function asked twice is done once.
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
 * Do something at once with all that it asks for; for what is called inside a frame but not by this module, as observers are.
 *
 * @param {() => void} run
 */
export function atOnce(run) {
  waiting.add(run);
  if (running) return;
  globalThis.cancelAnimationFrame(asked);
  drain();
}

/** Also what is asked for meanwhile; an error ends it, and the rest follows in the next frame. */
function drain() {
  asked = 0;
  running = true;
  try {
    for (const run of waiting) {
      waiting.delete(run);
      run();
    }
  } finally {
    running = false;
    if (waiting.size > 0) asked = globalThis.requestAnimationFrame(drain);
  }
}

/**
 * Do something soon after a step of the date, so that the step is painted first; while one step follows the other, calmly.
 *
 * What is asked for by several is done in one task. The same function asked twice is done once.
 *
 * @param {() => void} run
 */
export function afterStep(run) {
  following.add(run);
  const now = globalThis.performance.now();
  const hasty = now - lastStep < CALM;
  lastStep = now;
  if (timer === 0) timer = globalThis.setTimeout(follow, hasty ? CALM : SOON);
}

/**
 * Take back what was to follow a step.
 *
 * @param {() => void} run
 */
export function notAfterStep(run) {
  following.delete(run);
}

function follow() {
  timer = 0;
  for (const run of following) {
    following.delete(run);
    run();
  }
}
