// Work in idle time.
// It begins when the page around the map has been put together, and is done while nothing else is to do.

/** Milliseconds after which a page that says nothing to the map counts as put together. */
const PATIENCE = 3000;
/** Milliseconds at a time where the browser does not tell what is left of an idle moment. */
const SLICE = 8;

const { parent, self } = globalThis;
/** @type {Promise<unknown>} */
const together = new Promise((done) => {
  if (parent === self) {
    done(null);
    return;
  }
  globalThis.addEventListener("message", done, { once: true });
  setTimeout(done, PATIENCE);
});

/** @typedef {{timeRemaining: () => number}} Deadline */

/** @param {(deadline: Deadline) => void} run */
function sliced(run) {
  const end = performance.now() + SLICE;
  run({ timeRemaining: () => Math.max(0, end - performance.now()) });
}

/**
 * Run something in idle time.
 *
 * @param {(deadline: Deadline) => void} run
 * @returns {() => void} makes sure that it is not run any more
 */
export function whenIdle(run) {
  let wanted = true;
  /** @param {Deadline} deadline */
  const start = (deadline) => wanted && run(deadline);
  together.then(() =>
    "requestIdleCallback" in globalThis ? globalThis.requestIdleCallback(start) : setTimeout(sliced, 0, start),
  );
  return () => {
    wanted = false;
  };
}
