// Memory of the browser that the start was closed.
// A sandboxed frame may not keep anything.

const NAME = "timemap-start";
const CLOSED = "closed";

/**
 * Return whether the start was closed before.
 *
 * @returns {boolean}
 */
export function isRemembered() {
  try {
    return globalThis.localStorage.getItem(NAME) === CLOSED;
  } catch {
    return false;
  }
}

/** Keep that the start was closed. */
export function remember() {
  try {
    globalThis.localStorage.setItem(NAME, CLOSED);
  } catch {
    // it comes again the next time
  }
}
