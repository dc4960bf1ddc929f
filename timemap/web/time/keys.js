// Keys move the moment wherever the focus is, except where a person types or a control has its own use for the key.

import { toggleFullScreen } from "#timemap/page/fullscreen.js";
import { rowOf } from "#timemap/time/keytable.js";
import { createSteps } from "#timemap/time/steps.js";

const TYPING = "input, select, textarea, [contenteditable=''], [contenteditable=true]";
const OWN_ARROWS = "[role=listbox], [role=menu], [role=tablist], [role=grid], [role=tree], [role=radiogroup], [data-own-keys]";
const MODIFIERS = new Set(["Shift", "Control", "Alt", "AltGraph", "Meta"]);
const PRESSED_BY_SPACE = "a[href], button, summary, [role=button], [role=checkbox], [role=option]";

/**
 * Return what a key press does, or null when it is not ours.
 *
 * @param {{key: string, code?: string, shiftKey?: boolean, ctrlKey?: boolean, altKey?: boolean, metaKey?: boolean, isComposing?: boolean, defaultPrevented?: boolean, repeat?: boolean}} event
 * @param {{closest: (selector: string) => unknown}|null} target where the focus is
 * @param {boolean} [singleKeys] whether keys that are characters are on
 * @param {boolean} [inLesson] whether a lesson runs
 * @returns {string|null}
 */
export function actionOf(event, target, singleKeys = true, inLesson = false) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.defaultPrevented) return null;
  const entry = rowOf(event, inLesson);
  if (!entry || (entry.single && (!singleKeys || event.repeat))) return null;
  const inside = (selector) => Boolean(target?.closest?.(selector));
  if ((inside(TYPING) && !entry.inLesson) || inside("dialog[open]")) return null;
  if (inside(OWN_ARROWS) && !event.key.startsWith("Page")) return null;
  if ((event.key === " " || event.key === "Enter") && inside(PRESSED_BY_SPACE)) return null;
  if (event.key === "Enter" && !inside(".leaflet-container")) return null;
  return entry.does;
}

/**
 * Listen to the keys of the whole document.
 *
 * The map keeps its own arrow keys when one came to it by Tab; after a click on it they move the date.
 *
 * @param {{clock: object, events: object, map?: object, help?: {open: () => void}, marks?: object, lessons?: {turn: (direction: 1|-1) => boolean}, present?: {black: () => void, light: () => boolean, end: () => boolean}}} context
 * @returns {{press: (event: object, target?: Element) => boolean}} for a key that another page or window passes on: does what it does here, and returns whether it was one of ours
 */
export function createKeys(context) {
  const { clock } = context;
  const steps = createSteps(context);
  const scene = (direction, wanted = true) => wanted && Boolean(context.lessons?.turn(direction));
  const does = {
    "day-back": () => scene(-1, clock.get().presenting) || steps.day(-1),
    "day-on": () => scene(1, clock.get().presenting) || steps.day(1),
    "month-back": () => steps.month(-1),
    "month-on": () => steps.month(1),
    "event-back": () => scene(-1) || steps.event(-1) || context.say?.("No earlier event"),
    "event-on": () => scene(1) || steps.event(1) || context.say?.("No later event"),
    first: () => steps.to(clock.get().range[0]),
    last: () => steps.to(clock.get().range[1] - 1),
    play: () => clock.set({ playing: !clock.get().playing }),
    "mark-on": () => context.marks?.focusNext(),
    "mark-back": () => context.marks?.focusPrev(),
    "mark-open": () => context.marks?.chooseFocused(),
    black: () => clock.get().presenting && context.present?.black(),
    present: () => clock.set({ presenting: true }),
    "full-screen": () => toggleFullScreen(document.documentElement),
    help: () => context.help?.open(),
  };

  function act(event, target) {
    if (!MODIFIERS.has(event.key) && context.present?.light()) return true;
    const { singleKeys, lesson } = clock.get();
    const action = actionOf(event, target, singleKeys !== false, Boolean(lesson));
    if (action) does[action]();
    return action !== null;
  }

  function pressed(event) {
    if (event.key === "Tab") context.map?.keyboard?.enable();
    if (!mapPans(event) && act(event, event.target)) event.preventDefault();
  }

  function press(event, target = null) {
    const dialog = document.querySelector("dialog[open]");
    if (event.key !== "Escape") return act(event, dialog ?? target);
    dialog?.close();
    return dialog !== null || Boolean(context.present?.end());
  }

  function mapPans(event) {
    const keyboard = context.map?.keyboard;
    return event.key.startsWith("Arrow") && Boolean(keyboard?.enabled()) && context.map.getContainer().contains(event.target);
  }

  const clicked = () => context.map?.keyboard?.disable();
  const ground = context.map?.getContainer();
  document.addEventListener("keydown", pressed);
  ground?.addEventListener("pointerdown", clicked);
  return { press };
}
