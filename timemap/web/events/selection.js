// Choice of an event. The moment goes to it and its point comes into sight; other days end the choice.

import { isOfDay } from "#timemap/events/events.js";
import { stopOf } from "#timemap/time/steps.js";

/** @import {Context, Events, MapState, VisibleArea} from "#timemap/types.d.ts" */

/** @type {(keyof MapState)[]} */
const LEAVING = ["moment", "mode", "window", "dragging", "compare"];

/**
 * Keep the chosen event in sight.
 *
 * The context is read anew at each choice: `visibleArea` and `alsoSeen` may come later.
 *
 * @param {Pick<Context, "data"|"store"|"events"> & {visibleArea?: VisibleArea, alsoSeen?: (index: number) => boolean}}
 *   context
 */
export function createSelection(context) {
  const { data, store, events } = context;
  const ground = globalThis.L.latLngBounds(data.bounds);

  /** Choose an event, -1 for none. @param {number} index */
  function select(index) {
    const state = store.get();
    if (index < 0) store.set({ selected: -1 });
    else store.set({ selected: index, playing: false, moment: dayFor(events, index, state) });
  }

  /** @param {MapState} state */
  const seenOn = (state) => isSeen(events, state.selected, state) || Boolean(context.alsoSeen?.(state.selected));

  store.subscribe((state, changed) => {
    if (state.selected < 0) return;
    if (!changed.has("selected")) {
      // Days far from the event are about something else: its card would hide what happened on them.
      if (!state.dragging && LEAVING.some((name) => changed.has(name)) && !seenOn(state)) store.set({ selected: -1 });
      return;
    }
    // An address may name an event and a day of its own: the day stays as long as the event is seen on it.
    if (!seenOn(state) && !state.dragging) store.set({ moment: dayFor(events, state.selected, state) });
    const point = globalThis.L.latLng(events.lat[state.selected], events.lon[state.selected]);
    // Far from the base map there is nothing to see: the arrow at the edge of the map points there instead.
    if (!ground.contains(point)) return;
    requestAnimationFrame(() => context.visibleArea?.show(point)); // the card and its sheet have their size then
  });

  return { select };
}

/**
 * Return the moment that goes with a chosen event.
 *
 * It is the present one if that is a day of the event, else the event's first day in the range.
 *
 * @param {Events} events
 * @param {number} index
 * @param {MapState} state
 * @returns {number}
 */
export function dayFor(events, index, state) {
  const { moment } = state;
  return isOfDay(events, index, moment) ? moment : stopOf(events, index, state);
}

/**
 * Return whether an event that passes the filters is seen at the moment.
 *
 * @param {Pick<Events, "start"|"end">} events
 * @param {number} index
 * @param {Pick<MapState, "moment"|"mode"|"window">} state
 * @returns {boolean}
 */
export function isSeen(events, index, { moment, mode, window }) {
  if (mode === "range") return true;
  if (mode === "until") return events.start[index] <= moment;
  return events.start[index] <= moment + window && events.end[index] > moment - window;
}
