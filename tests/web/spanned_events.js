// Events of which only the days count, for the tests of steps and counts.
import { createEvents } from "../../timemap/web/events/events.js";

/** Return events from their first days and the days after their last ones, sorted by the first. */
export function spannedEvents(start, end, more = {}) {
  const each = (value) => start.map(() => value);
  const id = start.map((_, index) => `event-${index}`);
  return createEvents({ id, formerId: each(""), start, end, lon: each(38), lat: each(36), ...more });
}
