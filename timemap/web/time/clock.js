// There is one clock: the moment and everything that decides what is seen on it; all parts subscribe, none keeps its own date.

import { inFrame } from "#timemap/time/frames.js";

/**
 * @typedef {object} ClockState
 * @property {number} moment day of the date slider, in days since 1970-01-01; always inside the range
 * @property {[number, number]} range first day and first day after, half-open
 * @property {"day"|"until"|"range"} mode which events are seen: on this day, up to this day, the whole range
 * @property {number} window days before and after the moment that count as "on this day"
 * @property {number} selected index of the chosen event, -1 for none
 * @property {boolean} playing
 * @property {number} speed days per second while playing
 * @property {boolean} follow whether the map moves to what happens while playing, and says what it is
 * @property {boolean} skipEmpty whether playing jumps over stretches without events
 * @property {number} cell index of the cell whose area is chosen, -1 for none
 * @property {number|null} compare day that the moment is compared with, inside the range; null while one day is shown
 * @property {string} lesson id of the running lesson, empty for none
 * @property {number} scene of it, 0 for its start
 * @property {Uint8Array|null} marked 1 for each event that the scene is about; null for none
 * @property {boolean} presenting whether map and scene fill the screen in large type
 * @property {boolean|string} collecting whether the page around collects scenes, or in which words it asks for one
 * @property {boolean} dragging whether the thumb is held just now
 * @property {string} language language of the names on the map
 * @property {string[]} categories ids of those of which an event must have one; empty for all
 * @property {string[]} parties ids of those of which one must act in an event; empty for all
 * @property {boolean} patterns whether areas are told apart by patterns as well as by colours
 * @property {string[]} hidden ids of the layers that are not drawn
 * @property {string} words what is searched for; empty for no search
 * @property {Uint8Array|null} shown 1 for each event that passes the three filters; null for all; it follows from them and is never set
 */

/**
 * Make the clock.
 *
 * Subscribers are called at most once per frame, with the whole state and the set of keys that changed since the last call.
 *
 * @param {ClockState} initial
 * @param {(run: () => void) => void} [schedule] how to wait for the next frame
 * @param {(next: ClockState, before: ClockState|null) => Partial<ClockState>} [derive] what follows from the rest of the state
 * @returns {{get: () => ClockState, set: (patch: Partial<ClockState>) => void, subscribe: (listener: (state: ClockState, changed: Set<string>) => void) => () => void, flush: () => void}}
 */
export function createClock(initial, schedule = inFrame, derive = () => ({})) {
  let state = Object.freeze({ ...initial, moment: clamp(initial.moment, initial.range), ...derive(initial, null) });
  let changed = new Set();
  let waiting = false;
  const listeners = new Set();

  function flush() {
    waiting = false;
    if (changed.size === 0) return;
    const keys = changed;
    changed = new Set();
    for (const listener of [...listeners]) listener(state, keys);
  }

  function set(patch) {
    const next = { ...state, ...patch };
    next.moment = clamp(next.moment, next.range);
    if (next.compare !== null && next.compare !== undefined) next.compare = clamp(next.compare, next.range);
    Object.assign(next, derive(next, state));
    for (const key of Object.keys(next)) if (!same(next[key], state[key])) changed.add(key);
    state = Object.freeze(next);
    if (changed.size > 0 && !waiting) {
      waiting = true;
      schedule(flush);
    }
  }

  function subscribe(listener) {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  return { get: () => state, set, subscribe, flush };
}

/**
 * Return the whole day inside the half-open range that is nearest to `day`.
 *
 * @param {number} day
 * @param {[number, number]} range
 * @returns {number}
 */
export function clamp(day, range) {
  return Math.min(Math.max(Math.round(day), range[0]), range[1] - 1);
}

function same(left, right) {
  if (Array.isArray(left) && Array.isArray(right)) return left.length === right.length && left.every((value, at) => value === right[at]);
  return left === right;
}
