// Keyboard shortcuts: what each key of keytable.js does.
// Keys work wherever the focus is, except where a person types or a control needs them.

import { pressEscape } from "#timemap/page/escape.js";
import { toggleFullScreen } from "#timemap/page/fullscreen.js";
import { rowsOf } from "#timemap/time/keytable.js";
import { createSteps } from "#timemap/time/steps.js";

/** @import { KeyRow } from "#timemap/time/keytable.js" */
/** @import { Context, Key, MapState } from "#timemap/types.d.ts" */

const TYPING = "input, select, textarea, [contenteditable=''], [contenteditable=true]";
const OWN_ARROWS =
  "[role=listbox], [role=menu], [role=tablist], [role=grid], [role=tree], [role=radiogroup], [data-own-keys]";
const DIALOG = "dialog[open]:not(.figure-large)";
const MODIFIERS = new Set(["Shift", "Control", "Alt", "AltGraph", "Meta"]);
/** What leaves a large picture while presenting, besides Page Up and Page Down. */
const LEADS_ON = new Set(["day-back", "day-on", "scene-back", "scene-on", "black"]);
const PRESSED = "a[href], button, summary, [role=button], [role=checkbox], [role=option]";

/** @typedef {keyof ReturnType<typeof createActions>} Action */

/**
 * Return what a key press does, or null when it is not ours.
 *
 * @param {{key: string, code?: string, shiftKey?: boolean, ctrlKey?: boolean, altKey?: boolean, metaKey?: boolean,
 *   isComposing?: boolean, defaultPrevented?: boolean, repeat?: boolean}} event
 * @param {{closest: (selector: string) => unknown}|null} target where the focus is
 * @param {boolean} [singleKeys] whether keys that are characters are on
 * @param {boolean} [inLesson] whether a lesson runs
 * @param {boolean} [presenting] whether it is presented
 * @returns {Action|null}
 */
export function actionOf(event, target, singleKeys = true, inLesson = false, presenting = false) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.defaultPrevented) return null;
  /** @param {string} selector */
  const inside = (selector) => Boolean(target?.closest?.(selector));
  if (inside(DIALOG)) return null;
  /** @param {KeyRow} row */
  const isFree = (row) =>
    !(row.single && (!singleKeys || event.repeat))
    && (row.inLesson || !inside(TYPING))
    && (row.clicker || !inside(OWN_ARROWS))
    && !(row.presses && inside(PRESSED))
    && (!row.onMap || inside(".leaflet-container"));
  return rowsOf(event, inLesson, presenting).find(isFree)?.action ?? null;
}

/**
 * @typedef {object} KeyParts what keys act on; a document without one of them ignores its keys
 * @property {Context["store"]} store
 * @property {Parameters<typeof createSteps>[0]["events"]} events
 * @property {L.Map} [map]
 * @property {{open: () => void}} [help]
 * @property {{focusNext: () => void, focusPrev: () => void, chooseFocused: () => boolean}} [marks]
 * @property {{turn: (direction: 1|-1) => boolean}} [lessons]
 * @property {{black: () => void, light: () => boolean}} [present]
 * @property {{open: () => void}} [textMap]
 * @property {(text: string) => void} [announce]
 */

/**
 * Return what each action of the table of keys does.
 *
 * @param {KeyParts} parts
 */
function createActions({ store, events, help, marks, lessons, present, textMap, announce }) {
  const steps = createSteps({ store, events });
  /** @param {1|-1} direction */
  const scene = (direction, wanted = true) => wanted && Boolean(lessons?.turn(direction));
  return {
    "day-back": () => scene(-1, store.get().presenting) || steps.day(-1),
    "day-on": () => scene(1, store.get().presenting) || steps.day(1),
    "month-back": () => steps.month(-1),
    "month-on": () => steps.month(1),
    "event-back": () => scene(-1) || steps.event(-1) || announce?.("No earlier event"),
    "event-on": () => scene(1) || steps.event(1) || announce?.("No later event"),
    first: () => steps.to(store.get().range[0]),
    last: () => steps.to(store.get().range[1] - 1),
    play: () => store.set({ playing: !store.get().playing }),
    "mark-on": () => marks?.focusNext(),
    "mark-back": () => marks?.focusPrev(),
    "mark-open": () => marks?.chooseFocused() || scene(1, store.get().presenting),
    "scene-back": () => scene(-1),
    "scene-on": () => scene(1),
    black: () => store.get().presenting && present?.black(),
    present: () => store.set({ presenting: true }),
    "full-screen": () => toggleFullScreen(document.documentElement),
    "map-words": () => store.get().presenting || textMap?.open(), // a clicker may send it
    help: () => help?.open(),
  };
}

/**
 * Close a large picture by what turns scenes or makes the screen black.
 *
 * It takes every other key for itself.
 *
 * @param {Action} action
 * @param {Pick<MapState, "lesson" | "presenting">} state
 * @returns {boolean} whether the action goes on
 */
function leavesPicture(action, { lesson, presenting }) {
  /** @type {HTMLDialogElement|null} */
  const picture = document.querySelector("dialog.figure-large[open]");
  if (!picture) return true;
  const leads = action.startsWith("event-") ? Boolean(lesson) : presenting && LEADS_ON.has(action);
  if (leads) picture.close();
  return leads;
}

/**
 * Listen to the keys of the whole document.
 *
 * The map keeps its own arrow keys when one came to it by Tab; after a click on it they move the date, and while
 * presenting they turn scenes.
 *
 * @param {KeyParts} parts
 * @returns {{press: (event: Key, target?: Element|null) => boolean}} for a key that
 *   another page or window passes on: does what it does here, and returns whether it was one of ours
 */
export function createKeys(parts) {
  const { store, map, present } = parts;
  const keyboard = map?.keyboard;
  let panned = false; // by the arrow keys, before presenting
  const actions = createActions(parts);

  /** @param {Key} event @param {EventTarget|null} target */
  function act(event, target) {
    if (!MODIFIERS.has(event.key) && present?.light()) return true;
    const { singleKeys, lesson, presenting } = store.get();
    const place = /** @type {Element|null} */ (target);
    const action = actionOf(event, place, singleKeys !== false, Boolean(lesson), presenting);
    if (action === null || !leavesPicture(action, store.get())) return false;
    actions[action]();
    return true;
  }

  /** @param {KeyboardEvent} event */
  function pressed(event) {
    if (event.key === "Tab" && !store.get().presenting) keyboard?.enable();
    if (!mapPans(event) && act(event, event.target)) event.preventDefault();
  }

  /** @param {Key} event @param {Element|null} [target] */
  function press(event, target = null) {
    return event.key === "Escape" ? pressEscape() : act(event, document.querySelector(DIALOG) ?? target);
  }

  /** @param {KeyboardEvent} event */
  function mapPans(event) {
    return (
      event.key.startsWith("Arrow") &&
      Boolean(keyboard?.enabled()) &&
      Boolean(map?.getContainer().contains(/** @type {Node|null} */ (event.target)))
    );
  }

  document.addEventListener("keydown", pressed);
  map?.getContainer().addEventListener("pointerdown", () => keyboard?.disable());
  store.subscribe(({ presenting }, changed) => {
    if (!changed.has("presenting") || !keyboard) return;
    if (presenting) panned = keyboard.enabled();
    keyboard[!presenting && panned ? "enable" : "disable"]();
  });
  return { press };
}
