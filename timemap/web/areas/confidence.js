// How well it is supported who held a place is said in the same words wherever it is said, and drawn in the same way.

/** Words by the code of the data. */
const WORDS = Object.freeze({ high: "well supported", medium: "partly supported", low: "weakly supported" });

/** Hatching of what is only last known: at least the second kind, whatever it rests on. */
const LAST_KNOWN = 1;

/**
 * Return how well supported something is, in words.
 *
 * @param {string[]} codes `confidences` of the document
 * @param {number} confidence index into them
 * @returns {string} empty for one that is not known
 */
export function confidenceWords(codes, confidence) {
  return WORDS[codes[confidence]] ?? "";
}

/**
 * Return the kind of hatching that an area is drawn with.
 *
 * @param {number} confidence
 * @param {boolean} lastKnown
 * @returns {number} 0 for none
 */
export function hatchOf(confidence, lastKnown) {
  return lastKnown ? Math.max(confidence, LAST_KNOWN) : confidence;
}

/**
 * Return how well supported those areas are that share a kind of hatching.
 *
 * @param {string[]} codes
 * @param {number} hatch
 * @param {boolean} lastKnown
 * @returns {string}
 */
export function hatchWords(codes, hatch, lastKnown) {
  const drawnSo = codes.map((_, confidence) => confidence).filter((confidence) => hatchOf(confidence, lastKnown) === hatch);
  return drawnSo.map((confidence) => confidenceWords(codes, confidence)).join(" or ").replace(/ supported or /, " or ");
}
