// Folding of text for comparison: lower case, no accents, equal letters.

const ACUTE = /\u00b4/gu; // some keyboards give it for an apostrophe; taken apart it would part words
const MARKS = /\p{M}/gu;
const POSSESSIVE = /['\u2019][sS](?![\p{L}\p{N}_])/gu;
const PLAIN = /^[\x20-\x7e]*$/u; // nothing to take apart, and letters of one form
const PLAIN_WORDS = /[A-Za-z0-9_]+/gu;
const OTHER = /[^\x20-\x26\x28-\x40\x5b-\x5f\x61-\x7e]/gu; // all but what stands for itself
const WORDS = /[\p{L}\p{N}_]+/gu;

/**
 * @typedef {object} Folding
 * @property {(text: string) => string} fold exactly what `geodata.text.folding.fold` gives
 * @property {(text: string) => string[]} wordsOf exactly what `geodata.text.folding.words_of` gives
 */

/**
 * Make the folding from the letters of the document.
 *
 * @param {Record<string, string>} letters by what stands for them, all characters that something else stands for
 * @returns {Folding}
 */
export function createFolding(letters) {
  /** @type {Map<string, string>} */
  const standing = new Map();
  for (const [other, all] of Object.entries(letters)) for (const letter of all) standing.set(letter, other);

  /** @param {string} text */
  function fold(text) {
    const apart = PLAIN.test(text) ? text : text.replace(ACUTE, "'").normalize("NFKD").replace(MARKS, "");
    const bare = apart.replace(POSSESSIVE, "");
    return bare.replace(OTHER, (letter) => standing.get(letter) ?? letter).replace(/ +/g, " ").replace(/^ | $/g, "");
  }

  /** @param {string} text */
  function wordsOf(text) {
    const folded = fold(text);
    return folded.match(PLAIN.test(folded) ? PLAIN_WORDS : WORDS) ?? [];
  }

  return { fold, wordsOf };
}
