// Steps from one shown event to the next, and by days and months.

import { addMonths } from "#timemap/time/dates.js";
import { countUpTo } from "#timemap/time/sorted.js";

/** @import { MapState, Store } from "#timemap/types.d.ts" */

/** @typedef {Pick<import("#timemap/types.d.ts").Events, "start"|"stops"|"firstFrom">} Events */

/**
 * Return the day on which one finds an event.
 *
 * Its first, or the first of the range when it began earlier.
 *
 * @param {Pick<Events, "start">} events
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
  const stops = events.stops(state);
  const place = countUpTo(stops, index);
  return { place: stops[place - 1] === index ? place : 0, count: stops.length };
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
  const { moment, selected, range } = state;
  const stops = events.stops(state);
  const { place } = placeAmong(events, selected, state);
  const here = place > 0 && [stopOf(events, selected, state), chosenAt].includes(moment);
  // Stops on the first day of the range may have begun before it.
  const before = (/** @type {number} */ day) => day <= range[0] ? 0 : countUpTo(stops, events.firstFrom(day) - 1);
  const at = direction > 0
    ? Math.max(before(moment), here ? place : 0)
    : Math.min(before(moment + (here ? 1 : 0)), here ? place - 1 : stops.length) - 1;
  return stops[at] ?? -1;
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
