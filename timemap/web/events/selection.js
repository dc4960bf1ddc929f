// Choosing an event brings the moment to it and its point into sight; days on which it is not seen end the choice.

import { isOfDay } from "#timemap/events/events.js";
import { stopOf } from "#timemap/time/steps.js";

const LEAVING = ["moment", "mode", "window", "dragging", "compare"];

/**
 * Keep the chosen event in sight.
 *
 * @param {{data: object, clock: object, events: object, sight: import("#timemap/map/sight.js").Sight, alsoSeen?: (index: number) => boolean}} context read anew at each choice; `alsoSeen` tells whether an event is seen on another side of the window
 * @returns {{select: (index: number) => void}} `select(-1)` chooses none
 */
export function createSelection(context) {
  const { data, clock, events } = context;
  const ground = globalThis.L.latLngBounds(data.bounds);

  function select(index) {
    const state = clock.get();
    if (index < 0) clock.set({ selected: -1 });
    else clock.set({ selected: index, playing: false, moment: dayFor(events, index, state) });
  }

  const seenOn = (state) => isSeen(events, state.selected, state) || Boolean(context.alsoSeen?.(state.selected));

  clock.subscribe((state, changed) => {
    if (state.selected < 0) return;
    if (!changed.has("selected")) {
      // Days far from the event are about something else: its card would hide what happened on them.
      if (!state.dragging && LEAVING.some((name) => changed.has(name)) && !seenOn(state)) clock.set({ selected: -1 });
      return;
    }
    // An address may name an event and a day of its own: the day stays as long as the event is seen on it.
    if (!seenOn(state) && !state.dragging) clock.set({ moment: dayFor(events, state.selected, state) });
    const point = globalThis.L.latLng(events.lat[state.selected], events.lon[state.selected]);
    // Far from the base map there is nothing to see: the arrow at the edge of the map points there instead.
    if (ground.contains(point)) requestAnimationFrame(() => context.sight.show(point)); // the card and its sheet have their size then
  });

  return { select };
}

/**
 * Return the moment that goes with a chosen event: the present one if it is a day of the event, else the event's first day in the range.
 *
 * @param {object} events
 * @param {number} index
 * @param {import("#timemap/time/clock.js").ClockState} state
 * @returns {number}
 */
export function dayFor(events, index, state) {
  const { moment } = state;
  return isOfDay(events, index, moment) ? moment : stopOf(events, index, state);
}

/**
 * Return whether an event that passes the filters is among those seen at the moment.
 *
 * @param {object} events
 * @param {number} index
 * @param {import("#timemap/time/clock.js").ClockState} state
 * @returns {boolean}
 */
export function isSeen(events, index, { moment, mode, window }) {
  if (mode === "range") return true;
  if (mode === "until") return events.start[index] <= moment;
  return events.start[index] <= moment + window && events.end[index] > moment - window;
}
