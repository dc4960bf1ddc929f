// "Follow": the map moves to what happens while time plays.
// A caption says what happened; the player decides how long it can be read.

import { numberWords, whenWords } from "#timemap/events/eventwords.js";
import { ownNote } from "#timemap/own/ownwords.js";
import { prefersReducedMotion } from "#timemap/page/motion.js";
import { element } from "#timemap/page/nodes.js";

/** @import { Changes, Context, Events, MapState } from "#timemap/types.d.ts" */

/** @type {readonly (keyof MapState)[]} */
const ENDING = ["follow", "lesson", "range", "shown", "hidden"];

/**
 * Return the shown events that began last, all on one day.
 *
 * Days after `from` and up to the moment count.
 *
 * @param {{start: ArrayLike<number>, firstFrom: (day: number) => number}} events
 * @param {Pick<MapState, "moment" | "range" | "shown">} state
 * @param {number} from
 * @returns {number[]}
 */
export function justBegun(events, { moment, range, shown }, from) {
  /** @type {number[]} */
  const begun = [];
  for (let index = events.firstFrom(moment + 1) - 1; index >= 0; index -= 1) {
    const day = events.start[index];
    if (day <= from || day < range[0] || (begun.length > 0 && day < events.start[begun[0]])) break;
    if (!shown || shown[index]) begun.unshift(index);
  }
  return begun;
}

/**
 * Make the caption and let the map follow.
 *
 * @param {Pick<Context, "data" | "store" | "events" | "map" | "visibleArea" | "viewport" |
 *   "select">} context
 * @param {() => boolean} [reduced] whether motion is to be reduced
 * @returns {{element: HTMLElement}}
 */
export function createFollow(
  { data, store, events, map, visibleArea, viewport, select },
  reduced = prefersReducedMotion,
) {
  const caption = createCaption(events, select);
  const ground = globalThis.L.latLngBounds(data.bounds);
  let before = 0; // the last day of which it was told
  let [moving, held, moved] = [false, false, false];
  /** @type {Uint8Array|null} */
  let marked = null;

  /**
   * Tell of a day: one event speaks for all, the first that lies on the map.
   *
   * @param {MapState} state
   */
  function showDay(state) {
    const from = Math.min(before, state.moment - 1);
    const begun = state.hidden.includes("events") ? [] : justBegun(events, state, from);
    before = state.moment;
    if (begun.length === 0) {
      if (isPast(events, caption.told(), state)) end();
      return;
    }
    const told = begun.find((index) => ground.contains(pointOf(index))) ?? begun[0];
    caption.show(told, begun.length);
    if (state.lesson === "") mark(told);
    if (!held && state.compare === null && !reduced() && ground.contains(pointOf(told))) go(pointOf(told));
  }

  /** @param {number} index */
  const pointOf = (index) => globalThis.L.latLng(events.lat[index], events.lon[index]);

  /** @param {number} index */
  function mark(index) {
    marked = Uint8Array.from({ length: events.count }, (_, at) => Number(at === index));
    store.set({ marked });
  }

  /** @param {L.LatLng} point */
  function go(point) {
    moving = true; // until the map rests
    if (visibleArea.centre(point, ground)) moved = true;
    else moving = false;
  }

  function end() {
    caption.hide();
    if (marked !== null && store.get().marked === marked) store.set({ marked: null });
    marked = null;
  }

  /** What is seen after the map has followed is what its reader sees and shares. */
  function rest() {
    if (moved) viewport.keep();
    moved = false;
  }

  map.on("movestart", () => {
    if (!moving && store.get().playing) held = true;
  });
  map.on("moveend", () => {
    moving = false;
  });
  store.subscribe((state, changed) => {
    if (changed.has("playing") && state.playing) [before, held] = [state.moment - 1, false];
    if (changed.has("playing") && !state.playing) rest();
    if (isOver(state, changed)) end();
    if (state.playing && state.follow && (changed.has("moment") || changed.has("playing"))) showDay(state);
  });
  return { element: caption.element };
}

/**
 * Return whether time has left an event behind.
 *
 * Its caption would name another day than the one that is seen.
 *
 * @param {{start: ArrayLike<number>, end: ArrayLike<number>}} events
 * @param {number} index -1 for none
 * @param {{moment: number}} state
 * @returns {boolean}
 */
export function isPast(events, index, { moment }) {
  return index >= 0 && (moment >= events.end[index] || moment < events.start[index]);
}

/**
 * Return whether something else is looked at than what was told of.
 *
 * @param {MapState} state
 * @param {Changes} changed
 */
function isOver({ playing, selected, cell }, changed) {
  const chosen = (changed.has("selected") && selected >= 0) || (changed.has("cell") && cell >= 0);
  return chosen || ENDING.some((name) => changed.has(name)) || (changed.has("moment") && !playing);
}

/**
 * Make the line over the lower part of the map.
 *
 * It opens the card of its event.
 *
 * @param {Events} events
 * @param {(index: number) => void} select
 */
function createCaption(events, select) {
  const [when, title, more] = ["when", "title", "more"].map((name) => element("span", { class: `caption-${name}` }));
  const button = element("button", { type: "button", class: "caption", hidden: true }, when, " ", title, more);
  let told = -1;
  title.dir = "auto";
  button.addEventListener("click", () => select(told));

  /** @param {number} index @param {number} count */
  function show(index, count) {
    told = index;
    when.textContent = whenWords(events, index);
    title.textContent = `${events.title.at(index)}${ownNote(events, index)}`;
    more.textContent = count > 1 ? ` and ${numberWords(count - 1)} more` : "";
    button.hidden = false;
  }

  return { element: button, show, told: () => (button.hidden ? -1 : told), hide: () => { button.hidden = true; } };
}
