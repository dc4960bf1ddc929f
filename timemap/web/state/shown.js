// Values as messages repeat them.
// They stand on one line, are not too long, and every sign can be seen.

const LONGEST = 60;
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
/** They belong to how Kurdish and Persian words in Arabic letters are spelled. */
const JOINERS = new Set(["\u200c", "\u200d"]);

/**
 * Return a text as a message repeats it.
 *
 * What cannot be seen is replaced by its number in Unicode: it could turn the message around.
 *
 * @param {string} text
 * @param {number} [longest] characters
 * @returns {string}
 */
export function shownText(text, longest = LONGEST) {
  const letters = [...text.slice(0, 2 * longest)];
  const cut = letters.length > longest || text.length > 2 * longest;
  const shown = letters.slice(0, longest).join("").replaceAll(/[\t\r\n]/g, " ");
  return shown.replaceAll(UNSEEN, (sign) => (JOINERS.has(sign) ? sign : coded(sign))) + (cut ? "\u2026" : "");
}

/**
 * Return any value as a message repeats it; never throws.
 *
 * @param {unknown} value
 * @returns {string}
 */
export function shownValue(value) {
  try {
    return shownText(JSON.stringify(value) ?? String(value), 2 * LONGEST);
  } catch {
    return `something that is no ${typeof value === "bigint" ? "usual number" : "plain value"}`;
  }
}

/** @param {string} sign */
function coded(sign) {
  return `[U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}]`;
}
