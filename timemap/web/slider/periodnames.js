// Places for the names of periods, on their bands or right behind them.

/** Pixels between a name behind its band and the next band, so that it is not taken for that one's. */
const APART = 3;
/** Fewest letters of a shortened name, below which it would no longer tell one from another. */
const LEAST = 10;
/** Words with which a shortened name does not end. */
const LINKS = /[\s,;]+(?:a|an|and|at|by|for|from|in|of|on|or|the|to)$/iu;

/**
 * Return where the names of the bands of one lane stand: inside their bands, else in free room right behind them.
 *
 * @param {{left: number, right: number, name: string, short?: string}[]} bands of one lane in order, in pixels, none
 *   over another
 * @param {number} width of the lane
 * @param {(text: string) => number} measure pixels of a text
 * @returns {({x: number, text: string}|null)[]} null for a name without room
 */
export function placeNames(bands, width, measure) {
  return bands.map(({ left, right, name, short }, at) => {
    const end = at + 1 < bands.length ? bands[at + 1].left - APART : width;
    const texts = shorterNames(name, short);
    for (const [x, to] of [[left, right], [right, end]]) {
      const text = texts.find((one) => measure(one) <= to - x);
      if (text) return { x, text };
    }
    return null;
  });
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
  const cut = starts.filter((start) => start.length >= LEAST && start !== short).map((start) => `${start}\u2026`);
  return [...new Set([name, short, ...cut])].filter(Boolean);
}
