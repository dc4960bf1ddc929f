// Keys of the page that are the map's.

import { rowsOf } from "#timemap/time/keytable.js";

/** Words of Streamlit in a dialog in a corner (see app.css). The map goes on without a server. */
export const SAID = '[data-testid="stDialog"] [role="dialog"]';
/** Places of a focus on nothing in particular. */
const NOTHING = `body, [data-testid="stMain"], ${SAID}`;
/** What takes the keys while it is open. */
const DIALOG = `[role="dialog"]:not([popover], ${SAID}), dialog[open]`;

/**
 * Return whether a key press of the page is the map's.
 *
 * It is where it needs no focus on the map itself, with the focus on nothing in particular, no dialog open and nothing
 * held but Shift. A note that stands beside its word (a popover) is in nobody's way. Esc closes what the map has open,
 * and stays the page's own as well.
 *
 * @param {KeyboardEvent} event
 * @param {{querySelector: (selector: string) => unknown}} page
 * @param {object} [state] of the map
 * @param {boolean} [state.inLesson] whether a lesson runs
 * @param {boolean} [state.presenting] whether it is presented
 * @param {Element|null} [state.host] what has the map's frame: a focus on its way there sends keys to the page
 * @returns {boolean}
 */
export function isForMap(event, page, { inLesson = false, presenting = false, host = null } = {}) {
  const isKey = event.key === "Escape" || rowsOf(event, inLesson, presenting).some(({ onMap }) => !onMap);
  if (!isKey) return false;
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.defaultPrevented) return false;
  const target = /** @type {Element} */ (event.target);
  return (target === host || target.matches(NOTHING)) && page.querySelector(DIALOG) === null;
}
