// Fit of a scene's type to its panel. Title, text and question are seen at once and, presented, from the last row.

/** Window for which the sizes of type are given. In another one they grow or shrink with it. */
const WALL = { width: 1440, height: 1080 };
/** @typedef {[number, number]} Limits least and most pixels of type */

/** Limits of a scene that is presented in that window. @type {Readonly<Limits>} */
const PRESENTED = [24, 34];
/** Limits of a scene beside a map that one reads alone. @type {Readonly<Limits>} */
const BESIDE = [14, 17];
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
 * @returns {Limits}
 */
export function typeLimits({ width, height }, presenting) {
  if (!presenting) return [BESIDE[0], BESIDE[1]];
  const scale = Math.min(width / WALL.width, height / WALL.height);
  const [least, most] = PRESENTED;
  return [Math.max(SMALLEST, least * scale), Math.max(SMALLEST, most * scale)];
}

/**
 * Return the largest size that fits.
 *
 * Where none does, it is one that is easy to read.
 *
 * @param {Limits} limits
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
 * Return by how many pixels to scroll a panel before another scene comes.
 *
 * @param {{end: number, top: number, bottom: number, scrolled: number}} seen where the question ends,
 *   from where to where the panel is seen, and how far it is scrolled
 * @param {1|-1} direction
 * @returns {number} 0 where all is seen that way
 */
export function scrollBefore({ end, top, bottom, scrolled }, direction) {
  const page = Math.max(LINE, bottom - top - LINE);
  if (direction < 0) return -Math.min(scrolled, page);
  return end - bottom <= 1 ? 0 : Math.min(end - bottom + GAP, page);
}

/**
 * Fit the scenes of a panel.
 *
 * They are fitted anew when its size changes or a picture comes.
 *
 * @param {HTMLElement} lesson what stands in the panel: its question has the class "lesson-question"
 * @param {HTMLElement} foot the row that stays at its end
 * @param {() => boolean} isPresenting
 * @returns {{fit: () => void, turn: (direction: 1|-1) => boolean}}
 *   `turn` scrolls the panel and returns whether there was something to scroll to
 */
export function createFit(lesson, foot, isPresenting) {
  const question = () => lesson.querySelector(".lesson-question");
  const panel = () => lesson.parentElement;
  const observer = new globalThis.ResizeObserver(fit);
  let isWatched = false;

  /** @param {HTMLElement} around the panel */
  function seenIn(around) {
    const { top, bottom: lowest } = around.getBoundingClientRect();
    const row = foot.getBoundingClientRect();
    const end = question()?.getBoundingClientRect().bottom ?? 0;
    return { top, bottom: Math.min(row.top, lowest - row.height), end, scrolled: around.scrollTop };
  }

  /** @param {HTMLElement} around @param {number} size */
  function isSeenAt(around, size) {
    lesson.style.setProperty("--type", `${size}px`);
    const { end, bottom, scrolled } = seenIn(around);
    return end + scrolled <= bottom;
  }

  function fit() {
    const around = panel();
    if (!around || lesson.hidden) return;
    if (!isWatched) for (const part of [around, foot]) observer.observe(part);
    isWatched = true;
    const { innerWidth: width, innerHeight: height } = globalThis;
    const limits = typeLimits({ width, height }, isPresenting());
    lesson.style.setProperty("--type", `${largestFitting(limits, (size) => isSeenAt(around, size))}px`);
  }

  /** @param {1|-1} direction */
  function turn(direction) {
    const around = panel();
    if (!around || lesson.hidden || question() === null) return false;
    const by = scrollBefore(seenIn(around), direction);
    const before = around.scrollTop;
    around.scrollBy({ top: by, behavior: "instant" });
    return around.scrollTop !== before;
  }

  lesson.addEventListener("load", fit, true);
  globalThis.document.fonts?.ready.then(fit);
  globalThis.addEventListener("resize", fit);
  return { fit, turn };
}
