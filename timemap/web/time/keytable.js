// Table of the keyboard shortcuts.
// It names each key and says how it is known on every keyboard; what keys do stands in keys.js.

/** @import { DateAction } from "#timemap/slider/stripinput.js" */
/** @import { Action } from "#timemap/time/keys.js" */

/**
 * @typedef {object} KeyRow
 * @property {string[]} keys names as browsers give them
 * @property {string[]} [codes] where the key lies
 * @property {string[]} [signs] what the key there types in layouts of other letters, without being one
 * @property {string} [place] where a key of clickers lies
 * @property {boolean|null} [shift] whether Shift is held with it; null for either
 * @property {Action} action
 * @property {string} shown
 * @property {string} words
 * @property {boolean} [single]
 * @property {boolean} [inLesson]
 * @property {boolean} [presenting]
 * @property {boolean} [onMap]
 * @property {boolean} [presses]
 * @property {boolean} [clicker]
 */

/**
 * Every key, what it does and in which words.
 *
 * `single` ones are characters and can be switched off; `codes` are the places of those that are letters on a keyboard
 * with Latin ones. A clicker presses a `place` on the keyboard that it claims to be, whatever lies there: in a French
 * layout that of the full stop has a colon, in a Turkish one a letter; from A to Z the letter counts.
 *
 * `inLesson` ones are ours only while a lesson runs, `presenting` ones while it is presented; `onMap` ones need the
 * focus on the map, so a page around does not pass them on. `presses` ones press a button or a link that has the focus,
 * `clicker` ones work also where a list has keys of its own. R and C belong to the page around, Esc also to it.
 *
 * @type {readonly KeyRow[]}
 */
export const KEYS = Object.freeze([
  {
    keys: ["ArrowLeft"],
    action: "day-back",
    shown: "←",
    words: "previous day, unless the map has the focus",
  },
  { keys: ["ArrowRight"], action: "day-on", shown: "→", words: "next day" },
  { keys: ["ArrowLeft"], shift: true, action: "month-back", shown: "Shift ←", words: "previous month" },
  { keys: ["ArrowRight"], shift: true, action: "month-on", shown: "Shift →", words: "next month" },
  {
    keys: ["PageUp"],
    action: "event-back",
    shown: "Page Up",
    words: "previous event; in a lesson, previous scene",
    clicker: true,
  },
  {
    keys: ["PageDown"],
    action: "event-on",
    shown: "Page Down",
    words: "next event; in a lesson, the question, then the next scene",
    clicker: true,
  },
  { keys: ["Home"], action: "first", shown: "Home", words: "first day of the date range" },
  { keys: ["End"], action: "last", shown: "End", words: "last day of the date range" },
  { keys: [" "], action: "play", shown: "Space", words: "play or pause", single: true, presses: true },
  {
    keys: ["n", "N"],
    codes: ["KeyN"],
    shift: null,
    action: "mark-on",
    shown: "N",
    words: "highlight the next event on the map",
    single: true,
  },
  {
    keys: ["p", "P"],
    codes: ["KeyP"],
    shift: null,
    action: "mark-back",
    shown: "P",
    words: "highlight the previous event on the map",
    single: true,
  },
  {
    keys: ["Enter"],
    action: "mark-open",
    shown: "Enter",
    words: "open the highlighted event (when the map has the focus)",
    onMap: true,
    presses: true,
  },
  {
    keys: ["ArrowUp"],
    action: "scene-back",
    shown: "↑",
    words: "previous scene while presenting (or ←)",
    presenting: true,
  },
  {
    keys: ["ArrowDown"],
    action: "scene-on",
    shown: "↓",
    words: "next scene while presenting (or →)",
    presenting: true,
  },
  {
    keys: ["Enter"],
    action: "scene-on",
    shown: "Enter",
    words: "next scene while presenting, unless a button or a link has the focus",
    presenting: true,
    presses: true,
  },
  {
    keys: ["F5"],
    shift: null,
    action: "present",
    shown: "F5",
    words: "present the current lesson; Esc stops presenting",
    inLesson: true,
  },
  {
    keys: ["b", "B", "."],
    codes: ["KeyB", "Period"],
    place: "Period",
    shift: null,
    action: "black",
    shown: "B",
    words: "black screen while presenting (or full stop); any key ends it",
    single: true,
  },
  {
    keys: ["f", "F"],
    codes: ["KeyF"],
    shift: null,
    action: "full-screen",
    shown: "F",
    words: "full screen",
    single: true,
  },
  {
    keys: ["w", "W"],
    codes: ["KeyW"],
    signs: ["'"], // in Hebrew
    shift: null,
    action: "map-words",
    shown: "W",
    words: "read the map in words",
    single: true,
  },
  { keys: ["?", "\u061f"], shift: null, action: "help", shown: "?", words: "list of all keys", single: true },
]);

/**
 * Keys of the date on the strip while it has the focus, besides those of the whole page.
 *
 * @type {readonly {keys: string[], codes?: string[], action: DateAction, shown: string, words: string}[]}
 */
export const DATE_KEYS = Object.freeze([
  { keys: ["ArrowUp"], action: "day-on", shown: "↑", words: "one day on, when the date has the focus" },
  { keys: ["ArrowDown"], action: "day-back", shown: "↓", words: "one day back, when the date has the focus" },
  { keys: ["+"], action: "zoom-in", shown: "+", words: "zoom in on the timeline, when the date has the focus" },
  { keys: ["-"], action: "zoom-out", shown: "−", words: "zoom out of the timeline, when the date has the focus" },
  {
    keys: ["0"],
    codes: ["Digit0", "Numpad0"],
    action: "all-years",
    shown: "0",
    words: "show all years, when the date has the focus",
  },
]);

/** What else the date strip understands. */
export const GESTURES = Object.freeze([
  ["Drag", "move the date"],
  ["Drag a handle", "change the first or last day of the date range"],
  ["Drag between them", "move the date range (on the line above the bars)"],
  ["← → on a handle", "move it by one day, or by one month with Shift; Home and End move it to the limit"],
  ["Click a period", "use it as the date range; click again for all years"],
  ["Click a bar", "go to its first event"],
  ["Double click", "show all years"],
  ["Pinch, Ctrl wheel", "zoom the timeline; over the years the wheel alone is enough"],
  ["Drag the years", "scroll a zoomed timeline; so do a drag or ← → on the thin line above it"],
]);

/**
 * What a key without a Latin letter or digit types.
 *
 * It may be two letters or a mark on one: the key is known by where it lies.
 */
const OTHER_SIGN = /^(?:(?![0-9]|\p{Script=Latin})[\p{L}\p{M}\p{Nd}])+$/u;

/**
 * Names of keys whose letter the browser does not know, or leaves to a program that composes letters.
 *
 * Some browsers so name a key that types two letters. A "Dead" one is an accent of a Latin layout.
 */
const UNKNOWN = new Set(["", "Unidentified", "Process"]);

/**
 * Return whether a key is one of a row, whatever is held with it.
 *
 * Where its letter is Latin the letter counts, as layouts have it in different places.
 *
 * @param {{key: string, code?: string}} event
 * @param {{keys: string[], codes?: string[], signs?: string[]}} row
 */
function isOf({ key, code }, { keys, codes = [], signs = [] }) {
  const isElsewhere = UNKNOWN.has(key) || OTHER_SIGN.test(key) || signs.includes(key);
  return keys.includes(key) || (code !== undefined && isElsewhere && codes.includes(code));
}

/**
 * Return the rows of a key in their order; none where it is none of ours.
 *
 * @param {{key: string, code?: string, shiftKey?: boolean}} event
 * @param {boolean} inLesson whether a lesson runs
 * @param {boolean} [presenting] whether it is presented
 * @returns {KeyRow[]}
 */
export function rowsOf(event, inLesson, presenting = false) {
  const { key, code, shiftKey = false } = event;
  /** @param {KeyRow} row */
  const isNow = (row) =>
    (row.shift === null || (row.shift ?? false) === shiftKey)
    && (inLesson || !row.inLesson)
    && (presenting || !row.presenting);
  const rows = KEYS.filter(isNow);
  const named = rows.filter((row) => isOf(event, row));
  if (named.length > 0 || shiftKey || /^[a-z]$/i.test(key)) return named;
  return rows.filter(({ place }) => place !== undefined && place === code);
}

/**
 * Return what a key does to the date on the strip; null for nothing.
 *
 * @param {Pick<KeyboardEvent, "key"|"ctrlKey"|"altKey"|"metaKey"> & {code?: string}} event
 * @returns {DateAction|null}
 */
export function dateActionOf(event) {
  if (event.ctrlKey || event.altKey || event.metaKey) return null;
  return DATE_KEYS.find((row) => isOf(event, row))?.action ?? null;
}
