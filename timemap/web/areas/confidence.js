// Words and drawing of how strong the evidence for a holder is.

/** Words by the code of the data. @type {Readonly<Record<string, string>>} */
const WORDS = Object.freeze({ high: "strong evidence", medium: "some evidence", low: "weak evidence" });

/**
 * Return how strong the evidence for something is, in words.
 *
 * @param {string[]} codes `confidences` of the document
 * @param {number} confidence index into them
 * @returns {string} empty for one that is not known
 */
export function confidenceWords(codes, confidence) {
  return WORDS[codes[confidence]] ?? "";
}

/**
 * Return whether evidence is so weak that an area is hatched.
 *
 * Nothing else is hatched, on any day.
 *
 * @param {string[]} codes
 * @param {number} confidence
 * @returns {boolean}
 */
export function isWeak(codes, confidence) {
  return codes[confidence] === "low";
}
