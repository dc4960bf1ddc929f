// Places for the names of periods, on their bands or beside them.

/** Pixels kept free between a name and what stands beside it. */
const GAP = 2;
/** Fewest letters of a shortened name, below which it would no longer tell one from another. */
const LEAST = 10;
/** Pixels beside the strip in which a name may end or begin. */
const BESIDE = 12;
/** Words with which a shortened name does not end. */
const LINKS = /[\s,;]+(?:a|an|and|at|by|for|from|in|of|on|or|the|to)$/iu;

/**
 * Return where the names of the bands of one lane stand.
 *
 * @param {{left: number, right: number, name: string}[]} bands of one lane in order, in pixels, none over another
 * @param {number} width of the lane
 * @param {(text: string) => number} measure pixels of a text
 * @returns {({x: number, text: string}|null)[]} null for a name without room
 */
export function placeNames(bands, width, measure) {
  let taken = -GAP - BESIDE;
  return bands.map(({ left, right, name }, at) => {
    const from = taken + GAP;
    const to = at + 1 < bands.length ? bands[at + 1].left - GAP : width + BESIDE;
    taken = right;
    for (const text of shorterNames(name)) {
      const length = measure(text);
      const x = Math.min(Math.max(left, from), to - length);
      if (x < from) continue;
      taken = Math.max(right, x + length);
      return { x, text };
    }
    return null;
  });
}

/**
 * Return a name and what it can be shortened to, the longest first.
 *
 * @param {string} name
 * @returns {string[]}
 */
export function shorterNames(name) {
  const words = name.split(" ");
  const shorter = words.slice(1).map((_, dropped) => {
    let start = words.slice(0, words.length - 1 - dropped).join(" ");
    while (LINKS.test(start)) start = start.replace(LINKS, "");
    return start.replace(/[,;:]$/u, "");
  });
  const kept = [...new Set(shorter)].filter((start) => start.length >= LEAST);
  return [name, ...kept.map((start) => `${start}\u2026`)];
}
