// Full screen, of the browser or of the page around.
// Where that is not allowed, as on a telephone, the element fills the window instead.

const FILLS = "fills-window";
const FULL = "(display-mode: fullscreen)";

/**
 * Go to full screen, or leave it.
 *
 * A browser gives full screen only to the page that had the key or the click, and only that page can leave it: where
 * this was the page
 * around, that is asked to do it.
 *
 * @param {HTMLElement} element
 * @returns {Promise<"full"|"filled"|"left"|"asked">} what is true afterwards
 */
export async function toggleFullScreen(element) {
  const page = element.ownerDocument;
  if (page.fullscreenElement) {
    await page.exitFullscreen();
    return "left";
  }
  if (globalThis.parent !== globalThis.self && (isForThePageAround() || !page.fullscreenEnabled)) {
    globalThis.parent.postMessage({ type: "timemap:full-screen" }, "*");
    return "asked";
  }
  if (element.classList.contains(FILLS)) {
    element.classList.remove(FILLS);
    return "left";
  }
  if (page.fullscreenEnabled && element.requestFullscreen) {
    try {
      await element.requestFullscreen();
      return "full";
    } catch {
      // refused by the page around: fill the window
    }
  }
  element.classList.add(FILLS);
  return "filled";
}

/**
 * Return whether the screen is filled, by whichever page.
 *
 * @returns {boolean}
 */
export function isFull() {
  // eslint-disable-next-line compat/compat -- undefined where there is none
  return Boolean(document.fullscreenElement) || globalThis.matchMedia(FULL).matches;
}

/**
 * Tell when the screen is filled, and when no longer.
 *
 * @param {() => void} run
 */
export function onFullScreen(run) {
  document.addEventListener("fullscreenchange", run);
  globalThis.matchMedia(FULL).addEventListener("change", run);
}

function isForThePageAround() {
  // eslint-disable-next-line compat/compat -- Safari before 16.4 tries it itself
  return globalThis.matchMedia(FULL).matches || globalThis.navigator.userActivation?.isActive === false;
}
