// Words for the strength of evidence, and the test for weak evidence.

/**
 * Return how strong the evidence for something is, in words.
 *
 * @param {string[]} strengths those of the document, one word each
 * @param {number} confidence index into them
 * @returns {string} empty for one that is not known
 */
export function confidenceWords(strengths, confidence) {
  const strength = strengths[confidence];
  return strength ? `${strength} evidence` : "";
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
