// A chosen event can always be seen: choosing one moves the moment to it where needed, and the map to its point.

import { prefersReducedMotion } from "#timemap/page/motion.js";

/**
 * Keep the chosen event in sight.
 *
 * @param {{data: object, clock: object, events: object, map: L.Map}} context
 * @returns {{select: (index: number) => void}} `select(-1)` chooses none
 */
export function createSelection({ data, clock, events, map }) {
  const ground = globalThis.L.latLngBounds(data.bounds);

  function select(index) {
    const state = clock.get();
    if (index < 0) clock.set({ selected: -1 });
    else clock.set({ selected: index, playing: false, moment: dayFor(events, index, state) });
  }

  clock.subscribe((state, changed) => {
    if (!changed.has("selected") || state.selected < 0) return;
    const wanted = dayFor(events, state.selected, state);
    if (wanted !== state.moment && !state.dragging) clock.set({ moment: wanted });
    const point = globalThis.L.latLng(events.lat[state.selected], events.lon[state.selected]);
    // Far from the base map there is nothing to see: the arrow at the edge of the map points there instead.
    if (ground.contains(point) && !map.getBounds().pad(-0.1).contains(point)) map.panTo(point, { animate: !prefersReducedMotion(), duration: 0.25 });
  });

  return { select };
}

/**
 * Return the moment at which an event is seen: the present one where it serves, else the event's first day in the range.
 *
 * @param {object} events
 * @param {number} index
 * @param {import("#timemap/time/clock.js").ClockState} state
 * @returns {number}
 */
export function dayFor(events, index, state) {
  const { moment, mode, window, range } = state;
  const first = Math.max(events.start[index], range[0]);
  const seen =
    mode === "range" ||
    (mode === "until" && events.start[index] <= moment) ||
    (mode === "day" && events.start[index] <= moment + window && events.end[index] > moment - window);
  return seen ? moment : first;
}
