// Whether the start was closed before is kept by the browser, where it lets a page keep anything; a sandboxed frame may
// not.

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
