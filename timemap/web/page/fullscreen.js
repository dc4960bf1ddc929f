// Full screen is asked of the browser; where that is not allowed (a frame, a telephone) the element fills the window instead.

const FILLS = "fills-window";

/**
 * Go to full screen, or leave it.
 *
 * @param {HTMLElement} element
 * @returns {Promise<"full"|"filled"|"left">} what is true afterwards
 */
export async function toggleFullScreen(element) {
  const page = element.ownerDocument;
  if (page.fullscreenElement) {
    await page.exitFullscreen();
    return "left";
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
