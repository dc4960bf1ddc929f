// The type of a scene fits itself to its panel, so that title, text and question are seen at once and, presented, from the last row.

/** The window that the type of a presented scene is given for: in a smaller or larger one it is so much smaller or larger. */
const WALL = { width: 1440, height: 1080 };
/** Pixels of type, the least and the most, presented in that window and beside a map that one reads alone. */
const [PRESENTED, BESIDE] = [[24, 34], [14, 17]];
const SMALLEST = 16; // pixels, presented in whatever window
const PLAIN = 15; // pixels at least where no size fits and one scrolls anyway
const STEP = 0.5; // pixels between two sizes that are tried
const LINE = 40; // pixels that are seen again when the panel has been turned by a page
const GAP = 8; // pixels under a question that was brought into sight

/**
 * Return the least and the most size of type in which a scene is shown.
 *
 * @param {{width: number, height: number}} size of the window
 * @param {boolean} presenting
 * @returns {[number, number]} pixels
 */
export function typeLimits({ width, height }, presenting) {
  if (!presenting) return [...BESIDE];
  const scale = Math.min(width / WALL.width, height / WALL.height);
  return PRESENTED.map((size) => Math.max(SMALLEST, size * scale));
}

/**
 * Return the largest size that fits; where none does, one that is easy to read.
 *
 * @param {[number, number]} limits
 * @param {(size: number) => boolean} fits whether a size does; a smaller one than one that does also does
 * @returns {number}
 */
export function largestFitting([least, most], fits) {
  if (!fits(least)) return Math.max(least, PLAIN);
  let [low, high] = [0, Math.floor((most - least) / STEP)];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(least + middle * STEP)) low = middle;
    else high = middle - 1;
  }
  return least + low * STEP;
}

/**
 * Return by how many pixels a panel is to be scrolled before the next or previous scene is shown.
 *
 * @param {{end: number, top: number, bottom: number, scrolled: number}} seen where the question ends, from where to where the panel is seen, and how far it is scrolled
 * @param {1|-1} direction
 * @returns {number} 0 where all is seen that way
 */
export function scrollBefore({ end, top, bottom, scrolled }, direction) {
  const page = Math.max(LINE, bottom - top - LINE);
  if (direction < 0) return -Math.min(scrolled, page);
  return end - bottom <= 1 ? 0 : Math.min(end - bottom + GAP, page);
}

/**
 * Fit the scenes of a panel, also whenever the panel gets another size or a picture in it has come.
 *
 * @param {HTMLElement} lesson what stands in the panel: its question has the class "lesson-question"
 * @param {HTMLElement} foot the row that stays at its end
 * @param {() => boolean} isPresenting
 * @returns {{fit: () => void, turn: (direction: 1|-1) => boolean}} `turn` scrolls the panel and returns whether there was something to scroll to
 */
export function createFit(lesson, foot, isPresenting) {
  const question = () => lesson.querySelector(".lesson-question");
  const panel = () => lesson.parentElement;
  const observer = new globalThis.ResizeObserver(fit);
  let isWatched = false;

  function seen() {
    const [box, row, asked] = [panel(), foot, question()].map((part) => part?.getBoundingClientRect());
    return { top: box.top, bottom: Math.min(row.top, box.bottom - row.height), end: asked?.bottom ?? 0, scrolled: panel().scrollTop };
  }

  function isSeenAt(size) {
    lesson.style.setProperty("--type", `${size}px`);
    const { end, bottom, scrolled } = seen();
    return end + scrolled <= bottom;
  }

  function fit() {
    if (!panel() || lesson.hidden) return;
    if (!isWatched) for (const part of [panel(), foot]) observer.observe(part);
    isWatched = true;
    const { innerWidth: width, innerHeight: height } = globalThis;
    lesson.style.setProperty("--type", `${largestFitting(typeLimits({ width, height }, isPresenting()), isSeenAt)}px`);
  }

  function turn(direction) {
    if (lesson.hidden || question() === null) return false;
    const by = scrollBefore(seen(), direction);
    const before = panel().scrollTop;
    panel().scrollBy({ top: by, behavior: "instant" });
    return panel().scrollTop !== before;
  }

  lesson.addEventListener("load", fit, true);
  globalThis.document.fonts?.ready.then(fit);
  globalThis.addEventListener("resize", fit);
  return { fit, turn };
}
