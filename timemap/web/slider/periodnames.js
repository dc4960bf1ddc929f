// Places for the names of periods: on their bands, behind or before them.

/** @typedef {{left: number, right: number, name: string, short?: string}} Band in pixels */
/** @typedef {[from: number, to: number, atEnd?: boolean]} Room for a name, at its beginning or at its end */
/** @typedef {{x: number, text: string}} PlacedName */

/** Pixels between a name behind its band and the next band. */
const APART = 3;
const CUT = "\u2026";
/** Fewest letters of a shortened name that still tells one from another. */
const LEAST = 10;
/** Words with which a shortened name does not end. */
const LINKS = /[\s,;]+(?:a|an|and|at|by|for|from|in|of|on|or|the|to)$/iu;

/**
 * Return where the names of the bands of one lane stand.
 *
 * Inside their bands, else in free room right behind them, else right before them, else so that they begin before them
 * and end with them.
 *
 * @param {Band[]} bands of one lane in order, none over another
 * @param {number} width of the lane
 * @param {(text: string) => number} measure pixels of a text
 * @returns {(PlacedName|null)[]} null for a name without room
 */
export function placeNames(bands, width, measure) {
  let taken = 0; // up to here stand bands and names before
  return bands.map(({ left, right, name, short }, at) => {
    const [before, end] = [taken, at + 1 < bands.length ? bands[at + 1].left - APART : width];
    /** @type {Room[]} */
    const rooms = [[left, right], [right, end], [before, left - APART, true], [before - APART, right, true]];
    const any = firstFitting(shorterNames(name, short), rooms, measure);
    const found = short && any?.text.endsWith(CUT) ? firstFitting([short], rooms, measure) ?? any : any;
    taken = Math.max(right, found === null ? 0 : found.x + measure(found.text)) + APART;
    return found;
  });
}

/**
 * Return the first text that fits into the first room that holds any.
 *
 * @param {string[]} texts
 * @param {Room[]} rooms
 * @param {(text: string) => number} measure
 * @returns {PlacedName|null}
 */
function firstFitting(texts, rooms, measure) {
  for (const [from, to, atEnd] of rooms) {
    const text = texts.find((one) => measure(one) <= to - from);
    if (text) return { x: atEnd ? to - measure(text) : from, text };
  }
  return null;
}

/**
 * Return a name and what may stand for it, the best first.
 *
 * @param {string} name
 * @param {string} [short] a shorter name, which is better than a part of the long one
 * @returns {string[]}
 */
export function shorterNames(name, short = "") {
  const words = name.split(" ");
  const starts = words.slice(1).map((_, dropped) => {
    let start = words.slice(0, words.length - 1 - dropped).join(" ");
    while (LINKS.test(start)) start = start.replace(LINKS, "");
    return start.replace(/[,;:]$/u, "");
  });
  const cut = starts.filter((start) => start.length >= LEAST && start !== short).map((start) => start + CUT);
  return [...new Set([name, short, ...cut])].filter(Boolean);
}
