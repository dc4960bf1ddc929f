// Keys move the moment wherever the focus is, except where a person types or a control has its own use for the key.

import { toggleFullScreen } from "#timemap/page/fullscreen.js";
import { createSteps } from "#timemap/time/steps.js";

/** Every key, what it does and in which words; `single` ones are characters and can be switched off. R, C and Esc belong to the page around. */
export const KEYS = Object.freeze([
  { keys: ["ArrowLeft"], does: "day-back", shown: "←", words: "one day back (with the focus on the map the arrows move the map)" },
  { keys: ["ArrowRight"], does: "day-on", shown: "→", words: "one day on" },
  { keys: ["ArrowLeft"], shift: true, does: "month-back", shown: "Shift ←", words: "one month back" },
  { keys: ["ArrowRight"], shift: true, does: "month-on", shown: "Shift →", words: "one month on" },
  { keys: ["PageUp"], does: "event-back", shown: "Page Up", words: "previous event, in a lesson the previous scene" },
  { keys: ["PageDown"], does: "event-on", shown: "Page Down", words: "next event, in a lesson the next scene" },
  { keys: ["Home"], does: "first", shown: "Home", words: "first day of the range" },
  { keys: ["End"], does: "last", shown: "End", words: "last day of the range" },
  { keys: [" "], does: "play", shown: "Space", words: "play or pause", single: true },
  { keys: ["n", "N"], shift: null, does: "mark-on", shown: "N", words: "next event seen on the map", single: true },
  { keys: ["p", "P"], shift: null, does: "mark-back", shown: "P", words: "previous event seen on the map", single: true },
  { keys: ["Enter"], does: "mark-open", shown: "Enter", words: "open the event marked so, while the map has the focus" },
  { keys: ["b", "B"], shift: null, does: "black", shown: "B", words: "black screen while presenting, until the next key", single: true },
  { keys: ["f", "F"], shift: null, does: "full-screen", shown: "F", words: "full screen", single: true },
  { keys: ["?"], shift: null, does: "help", shown: "?", words: "this list", single: true },
]);

const TYPING = "input, select, textarea, [contenteditable=''], [contenteditable=true]";
const OWN_ARROWS = "[role=listbox], [role=menu], [role=tablist], [role=grid], [role=tree], [role=radiogroup], [data-own-keys]";
const PRESSED_BY_SPACE = "a[href], button, summary, [role=button], [role=checkbox], [role=option]";

/**
 * Return what a key press does, or null when it is not ours.
 *
 * @param {{key: string, shiftKey?: boolean, ctrlKey?: boolean, altKey?: boolean, metaKey?: boolean, isComposing?: boolean, defaultPrevented?: boolean, repeat?: boolean}} event
 * @param {{closest: (selector: string) => unknown}|null} target where the focus is
 * @param {boolean} [singleKeys] whether keys that are characters are on
 * @returns {string|null}
 */
export function actionOf(event, target, singleKeys = true) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.defaultPrevented) return null;
  const entry = KEYS.find(({ keys, shift = false }) => keys.includes(event.key) && (shift === null || shift === Boolean(event.shiftKey)));
  if (!entry || (entry.single && (!singleKeys || event.repeat))) return null;
  const inside = (selector) => Boolean(target?.closest?.(selector));
  if (inside(TYPING) || inside("dialog[open]")) return null;
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
 * @param {{clock: object, events: object, map?: object, help?: {open: () => void}, marks?: object, lessons?: {turn: (direction: 1|-1) => boolean}, present?: {black: () => void}}} context
 * @returns {{press: (event: object) => void}} for a key that another page passes on: what it does while the focus is on nothing in particular
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
    "full-screen": () => toggleFullScreen(document.documentElement),
    help: () => context.help?.open(),
  };

  function pressed(event) {
    if (event.key === "Tab") context.map?.keyboard?.enable();
    const action = actionOf(event, event.target, clock.get().singleKeys !== false);
    if (!action || mapPans(event)) return;
    event.preventDefault();
    does[action]();
  }

  function press(event) {
    const action = actionOf(event, document.querySelector("dialog[open]"), clock.get().singleKeys !== false);
    if (action) does[action]();
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
