// Sentences of a text.

/**
 * Return the sentences of a text.
 *
 * Each has its full stop, and none the space before it. No pattern looks behind: Safari before 16.4 cannot.
 *
 * @param {string} text
 * @returns {string[]}
 */
export function sentencesOf(text) {
  const parts = text.split(/\.\s+/);
  return parts.map((part, at) => (at < parts.length - 1 ? `${part}.` : part)).filter((part) => part !== "");
}
