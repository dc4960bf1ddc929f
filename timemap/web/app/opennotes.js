// Memory of the tab that a notes window of the map is open.
// The map's sandboxed frame may not keep anything, and a page that is loaded again has lost that window.

const NAME = "timemap-notes";

/**
 * Remember whether a notes window is open.
 *
 * @param {boolean} isOpen
 */
export function rememberNotes(isOpen) {
  try {
    if (isOpen) globalThis.sessionStorage.setItem(NAME, "open");
    else globalThis.sessionStorage.removeItem(NAME);
  } catch {
    // the lesson does not say that its notes are gone
  }
}

/**
 * Return whether a document before had its notes open, and forget it.
 *
 * @returns {boolean}
 */
export function takeOpenNotes() {
  try {
    const wereOpen = globalThis.sessionStorage.getItem(NAME) !== null;
    rememberNotes(false);
    return wereOpen;
  } catch {
    return false;
  }
}
