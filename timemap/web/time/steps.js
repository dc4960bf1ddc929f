// Steps from one shown event to the next, and by days and months.

import { addMonths } from "#timemap/time/dates.js";

/** @import { MapState, Store } from "#timemap/types.d.ts" */

/** @typedef {{start: ArrayLike<number>, end: ArrayLike<number>}} Events sorted by start */

/**
 * Return whether an event passed the filters and touches the range.
 *
 * @param {Events} events
 * @param {number} index
 * @param {Pick<MapState, "shown" | "range">} state
 * @returns {boolean}
 */
function isStop(events, index, { shown, range }) {
  return (!shown || Boolean(shown[index])) && events.end[index] > range[0] && events.start[index] < range[1];
}

/**
 * Return the day on which one finds an event.
 *
 * Its first, or the first of the range when it began earlier.
 *
 * @param {Events} events
 * @param {number} index
 * @param {Pick<MapState, "range">} state
 * @returns {number}
 */
export function stopOf(events, index, { range }) {
  return Math.max(events.start[index], range[0]);
}

/**
 * Return where an event stands among all that the steps lead to.
 *
 * @param {Events} events
 * @param {number} index
 * @param {Pick<MapState, "shown" | "range">} state
 * @returns {{place: number, count: number}} place counted from 1, 0 for an event that is none of them; and how many
 *   they are
 */
export function placeAmong(events, index, state) {
  let place = 0;
  let count = 0;
  for (let at = 0; at < events.start.length; at += 1) {
    if (!isStop(events, at, state)) continue;
    count += 1;
    if (at === index) place = count;
  }
  return { place, count };
}

/**
 * Return the event that a step leads to; -1 for none that way.
 *
 * From the chosen event it leads to its neighbour, as long as the moment is at that event or has not moved since the
 * choice; from elsewhere forward to the first
 * event of this day or later, back to the last one of an earlier day. A step forward never leads to an earlier day,
 * nor one back to a later day.
 *
 * @param {Events} events
 * @param {Pick<MapState, "moment" | "selected" | "shown" | "range">} state
 * @param {1|-1} direction
 * @param {number|null} [chosenAt] the moment when the event was chosen
 * @returns {number}
 */
export function neighbour(events, state, direction, chosenAt = null) {
  const { moment, selected } = state;
  const count = events.start.length;
  const here =
    selected >= 0 &&
    selected < count &&
    isStop(events, selected, state) &&
    [stopOf(events, selected, state), chosenAt].includes(moment);
  if (direction > 0) {
    for (let index = here ? selected + 1 : 0; index < count; index += 1) {
      if (isStop(events, index, state) && stopOf(events, index, state) >= moment) return index;
    }
  } else {
    for (let index = here ? selected - 1 : count - 1; index >= 0; index -= 1) {
      if (isStop(events, index, state) && stopOf(events, index, state) < moment + (here ? 1 : 0)) return index;
    }
  }
  return -1;
}

/**
 * Make the steps that keys and buttons take.
 *
 * A step by hand ends the playing.
 *
 * @param {{store: Store, events: Events}} context
 * @returns {{event: (direction: 1|-1) => boolean, leads: (direction: 1|-1) => boolean, day: (days: number) => void,
 *   month: (months: number) => void, to: (day: number) => void}} `leads` tells whether there is an event that way
 */
export function createSteps({ store, events }) {
  let chosenAt = store.get().moment;
  store.subscribe((state, changed) => {
    if (changed.has("selected")) chosenAt = state.moment;
  });
  /** @param {number} day */
  const to = (day) => store.set({ moment: day, playing: false });
  /** @param {1|-1} direction */
  const next = (direction) => neighbour(events, store.get(), direction, chosenAt);
  return {
    event(direction) {
      const state = store.get();
      const index = next(direction);
      if (index >= 0) store.set({ moment: stopOf(events, index, state), selected: index, playing: false });
      return index >= 0;
    },
    leads: (direction) => next(direction) >= 0,
    day: (days) => to(store.get().moment + days),
    month: (months) => to(addMonths(store.get().moment, months)),
    to,
  };
}
