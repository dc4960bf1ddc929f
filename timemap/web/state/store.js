// Store of the state: the day and all else that decides what is seen.
// All parts subscribe, none keeps a date of its own.

import { inFrame } from "#timemap/time/frames.js";

/** @import { MapState, StateListener, Store } from "#timemap/types.d.ts" */


/**
 * Make the store.
 *
 * Subscribers are called at most once per frame, with the whole state and the set of keys that changed since the last
 * call.
 *
 * @param {MapState} initial
 * @param {(run: () => void) => void} [schedule] how to wait for the next frame
 * @param {(next: MapState, before: MapState|null) => Partial<MapState>} [derive] what follows from the rest of the
 *   state
 * @returns {Store}
 */
export function createStore(initial, schedule = inFrame, derive = () => ({})) {
  let state = Object.freeze({ ...initial, moment: clamp(initial.moment, initial.range), ...derive(initial, null) });
  /** @type {Set<keyof MapState>} */
  let changed = new Set();
  let waiting = false;
  /** @type {Set<StateListener>} */
  const listeners = new Set();

  function flush() {
    waiting = false;
    if (changed.size === 0) return;
    const keys = changed;
    changed = new Set();
    for (const listener of [...listeners]) listener(state, keys);
  }

  /** @param {Partial<MapState>} patch */
  function set(patch) {
    const next = { ...state, ...patch };
    next.moment = clamp(next.moment, next.range);
    if (next.compare !== null && next.compare !== undefined) next.compare = clamp(next.compare, next.range);
    Object.assign(next, derive(next, state));
    for (const key of namesOf(next)) if (!same(next[key], state[key])) changed.add(key);
    state = Object.freeze(next);
    if (changed.size > 0 && !waiting) {
      waiting = true;
      schedule(flush);
    }
  }

  /** @param {StateListener} listener */
  function subscribe(listener) {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  return { get: () => state, set, subscribe, flush };
}

/**
 * Return the nearest whole day inside a half-open range.
 *
 * @param {number} day
 * @param {[number, number]} range
 * @returns {number}
 */
export function clamp(day, range) {
  return Math.min(Math.max(Math.round(day), range[0]), range[1] - 1);
}

/**
 * @param {MapState} state
 * @returns {(keyof MapState)[]}
 */
function namesOf(state) {
  return /** @type {(keyof MapState)[]} */ (Object.keys(state));
}

/**
 * @param {unknown} left
 * @param {unknown} right
 */
function same(left, right) {
  if (Array.isArray(left) && Array.isArray(right))
    return left.length === right.length && left.every((value, at) => value === right[at]);
  return left === right;
}
