// Player that moves the day on while the state says "playing".
// It goes to the end of the range, and rests on days that are followed.

import { prefersReducedMotion } from "#timemap/page/motion.js";

/** @import { Events, MapState, Store } from "#timemap/types.d.ts" */

/** Seconds for which one sees an event before and after it while empty stretches are skipped. */
const PAUSE = 0.6;
/** Seconds on each event where motion is to be reduced, and before the first of them. */
const REST = 2.5;
const FIRST_REST = 0.5;
/** Seconds on each day with events while they are followed, at one day a second; and the fewest, at any speed. */
const READ = 3;
const LEAST_READ = 1;
/** A longer gap between two frames (a hidden page) counts as this many seconds. */
const LONGEST = 0.25;

/**
 * Return the day to jump to from an empty stretch.
 *
 * It is the same day when there is something to see here or soon.
 *
 * @param {number} moment
 * @param {{before: number|null, after: number|null, last: number}} around day of the event at or before the moment, of
 *   the next one, and last day of the range
 * @param {number} speed days per second
 * @returns {number}
 */
export function skipFrom(moment, { before, after, last }, speed) {
  const lead = Math.max(1, Math.round(speed * PAUSE));
  if (before !== null && moment - before < lead) return moment;
  const target = after === null ? last : after - lead;
  return target - moment > Math.max(7, lead) ? target : moment;
}

/**
 * Return for how many seconds a followed day with events is shown.
 *
 * A line about it can be read in that time.
 *
 * @param {number} speed days per second
 * @returns {number}
 */
export function readingTime(speed) {
  return Math.max(LEAST_READ, READ - Math.log10(speed));
}

/**
 * Make the player.
 *
 * @param {{store: Store, events: Pick<Events, "next" |
 *   "previous">}} context
 * @param {object} [options]
 * @param {(run: (milliseconds: number) => void) => number} [options.request] asks for a frame
 * @param {() => boolean} [options.reduced] whether motion is to be reduced
 */
export function createPlayer({ store, events }, { request = browserFrame, reduced = prefersReducedMotion } = {}) {
  /** @type {number|null} */
  let frame = null;
  /** @type {number|null} */
  let previousTime = null;
  let position = 0;
  let rested = 0;
  let reading = 0; // seconds that a day with events is still shown

  /** @param {number} time */
  function tick(time) {
    frame = null;
    const state = store.get();
    if (!state.playing) return;
    const seconds = previousTime === null ? 0 : Math.min((time - previousTime) / 1000, LONGEST);
    previousTime = time;
    if (state.dragging) position = state.moment;
    else advance(state, seconds);
    if (store.get().playing) frame = request(tick);
  }

  /** @param {MapState} state @param {number} seconds */
  function advance(state, seconds) {
    const last = state.range[1] - 1;
    if (Math.floor(position) !== state.moment) position = state.moment;
    if (reduced()) {
      rested += seconds;
      if (rested < REST) return;
      rested = 0;
      position = events.next(state.moment, state) ?? last;
    } else if (state.follow && reading > 0) {
      reading -= seconds;
      return;
    } else pass(state, seconds, last);
    const moment = Math.min(Math.floor(position), last);
    if (moment !== state.moment) store.set({ moment });
    if (moment >= last) store.set({ playing: false });
  }

  /**
   * Let time pass, but not past a day with events that are followed.
   *
   * @param {MapState} state
   * @param {number} seconds
   * @param {number} last
   */
  function pass(state, seconds, last) {
    const stop = state.follow ? events.next(state.moment, state) : null;
    position += seconds * state.speed;
    if (state.skipEmpty) position = skipped(state, last);
    if (stop === null || position < stop) return;
    position = stop;
    reading = readingTime(state.speed);
  }

  /** @param {MapState} state @param {number} last */
  function skipped(state, last) {
    const moment = Math.floor(position);
    const around = { before: events.previous(moment + 1, state), after: events.next(moment, state), last };
    const target = skipFrom(moment, around, state.speed);
    return target === moment ? position : target;
  }

  function start() {
    const { moment, range } = store.get();
    if (moment < range[0] || moment >= range[1] - 1) store.set({ moment: range[0] });
    position = store.get().moment;
    previousTime = null;
    rested = REST - FIRST_REST;
    reading = events.previous(position + 1, store.get()) === position ? readingTime(store.get().speed) : 0;
    if (frame === null) frame = request(tick);
  }

  store.subscribe((state, changed) => {
    if (changed.has("playing") && state.playing) start();
  });
}

/** @param {FrameRequestCallback} run */
function browserFrame(run) {
  return globalThis.requestAnimationFrame(run);
}
