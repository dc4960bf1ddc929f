// Modes of the map: events of the day, up to the day, or all.

/** @import { MapState } from "#timemap/types.d.ts" */

/** Each way with its name on the screen. */
const MODES = Object.freeze([
  Object.freeze({ id: "day", words: "This day" }),
  Object.freeze({ id: "until", words: "Up to this day" }),
  Object.freeze({ id: "range", words: "All in the range" }),
]);

/** Days before and after the moment that the toolbar offers; none is this day alone. */
export const WINDOWS = Object.freeze([0, 3, 7, 15, 30]);

/**
 * Return in words which events are seen.
 *
 * @param {Pick<MapState, "mode" | "window">} state
 * @returns {string} such as "This day \u00b1 3 days"
 */
export function modeWords({ mode, window }) {
  const { words } = MODES.find(({ id }) => id === mode) ?? MODES[0];
  if (mode !== "day" || window === 0) return words;
  return `${words} \u00b1 ${window === 1 ? "1 day" : `${window} days`}`;
}
