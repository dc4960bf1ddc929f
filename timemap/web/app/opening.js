// End of the words that stand on a page of the app before its start.

const APP = '[data-testid="stApp"]';
const STATE = "data-test-script-state";
/** Until the server has told of a run of the page's script. */
const BEFORE = "initial";

/**
 * Take the words away when the page is being drawn.
 *
 * @param {HTMLElement} words
 */
export function endWith(words) {
  const watcher = new globalThis.MutationObserver(() => {
    if ((document.querySelector(APP)?.getAttribute(STATE) ?? BEFORE) === BEFORE) return;
    watcher.disconnect();
    words.remove();
  });
  watcher.observe(document.body, { childList: true, subtree: true, attributeFilter: [STATE] });
}
