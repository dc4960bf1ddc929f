// What each key of keytable.js does, wherever the focus is, except where a person types or a control needs the key.

import { pressEscape } from "#timemap/page/escape.js";
import { toggleFullScreen } from "#timemap/page/fullscreen.js";
import { rowOf } from "#timemap/time/keytable.js";
import { createSteps } from "#timemap/time/steps.js";

const TYPING = "input, select, textarea, [contenteditable=''], [contenteditable=true]";
const OWN_ARROWS = "[role=listbox], [role=menu], [role=tablist], [role=grid], [role=tree], [role=radiogroup], [data-own-keys]";
const DIALOG = "dialog[open]:not(.figure-large)";
const MODIFIERS = new Set(["Shift", "Control", "Alt", "AltGraph", "Meta"]);
/** What leaves a large picture while presenting, besides Page Up and Page Down. */
const LEADS_ON = new Set(["day-back", "day-on", "black"]);
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
  if ((inside(TYPING) && !entry.inLesson) || inside(DIALOG)) return null;
  if (inside(OWN_ARROWS) && !event.key.startsWith("Page")) return null;
  if ((event.key === " " || event.key === "Enter") && inside(PRESSED_BY_SPACE)) return null;
  if (event.key === "Enter" && !inside(".leaflet-container")) return null;
  return entry.does;
}

/**
 * Listen to the keys of the whole document.
 *
 * The map keeps its own arrow keys when one came to it by Tab; after a click on it they move the date, and while presenting they turn scenes.
 *
 * @param {{clock: object, events: object, map?: object, help?: {open: () => void}, marks?: object, lessons?: {turn: (direction: 1|-1) => boolean}, present?: {black: () => void, light: () => boolean}}} context
 * @returns {{press: (event: object, target?: Element) => boolean}} for a key that another page or window passes on: does what it does here, and returns whether it was one of ours
 */
export function createKeys(context) {
  const { clock } = context;
  const keyboard = context.map?.keyboard;
  let panned = false; // by the arrow keys, before presenting
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

  /** A large picture is closed by what turns scenes or makes the screen black, and takes every other key for itself. */
  function leavesPicture(action) {
    const picture = document.querySelector("dialog.figure-large[open]");
    if (!picture) return true;
    const { lesson, presenting } = clock.get();
    const leads = action?.startsWith("event-") ? Boolean(lesson) : presenting && LEADS_ON.has(action);
    if (leads) picture.close();
    return leads;
  }

  function act(event, target) {
    if (!MODIFIERS.has(event.key) && context.present?.light()) return true;
    const { singleKeys, lesson } = clock.get();
    const action = actionOf(event, target, singleKeys !== false, Boolean(lesson));
    if (action === null || !leavesPicture(action)) return false;
    does[action]();
    return true;
  }

  function pressed(event) {
    if (event.key === "Tab" && !clock.get().presenting) keyboard?.enable();
    if (!mapPans(event) && act(event, event.target)) event.preventDefault();
  }

  function press(event, target = null) {
    return event.key === "Escape" ? pressEscape() : act(event, document.querySelector(DIALOG) ?? target);
  }

  function mapPans(event) {
    return event.key.startsWith("Arrow") && Boolean(keyboard?.enabled()) && context.map.getContainer().contains(event.target);
  }

  const clicked = () => keyboard?.disable();
  const ground = context.map?.getContainer();
  document.addEventListener("keydown", pressed);
  ground?.addEventListener("pointerdown", clicked);
  clock.subscribe(({ presenting }, changed) => {
    if (!changed.has("presenting") || !keyboard) return;
    if (presenting) panned = keyboard.enabled();
    keyboard[!presenting && panned ? "enable" : "disable"]();
  });
  return { press };
}
