// List of events as text for the page around.
// On that page's paper a frame cannot grow with its list.

import { beganWords, categoryWords, numberWords, whenWords } from "#timemap/events/eventwords.js";
import { activeFilters } from "#timemap/find/chips.js";
import { citedIn, detailsOf, markWords } from "#timemap/own/ownwords.js";
import { onDay } from "#timemap/panel/list.js";
import { headingOf } from "#timemap/panel/listwords.js";

/** @import { Context, DayRange, Events, MapData, MapState, Source } from "#timemap/types.d.ts" */

const MOST = 1000; // events told
const DOT = " \u00b7 ";

/**
 * Return the list as it is seen, all its pages in one.
 *
 * @param {Pick<Context, "data" | "events">} context
 * @param {MapState} state
 * @returns {{heading: string, filters: string, rows: {title: string, lines: string[]}[]}} `lines` are when, where and
 *   what, the text of the event whose card is open, and the sources; a last row says how many events are left out
 */
export function listed({ data, events }, state) {
  const { all } = onDay(events.visible(state), events, state);
  const rows = Array.from(all.slice(0, MOST), (index) => ({
    title: events.title.at(index),
    lines: [
      factsOf(data, events, index, state.range),
      markWords(data, events, index),
      ...(index === state.selected ? [events.summary.at(index), events.contested.at(index)] : []),
      ...events.sources.at(index).map((source) => sourceWords(data.sources[source])),
      ...ownSourceWords(data, events, index),
    ].filter(Boolean),
  }));
  if (all.length > MOST) rows.push({ title: `and ${numberWords(all.length - MOST)} more`, lines: [] });
  return {
    heading: headingOf(all.length, events.count, state, data.whole),
    filters: activeFilters(state, data).map(({ words }) => words).join(DOT),
    rows,
  };
}

/**
 * @param {MapData} data
 * @param {Events} events
 * @param {number} index
 * @param {DayRange} range
 */
function factsOf(data, events, index, range) {
  const when = [whenWords(events, index), beganWords(events, index, range)];
  return inOne(...when, events.place.at(index), categoryWords(data.categories, events, index));
}

/** @param {MapData} data @param {Events} events @param {number} index @returns {string[]} sources of an own event */
function ownSourceWords(data, events, index) {
  const details = detailsOf(data, events, index);
  return details === null ? [] : citedIn(details).map(({ text, url }) => inOne(text, url === text ? "" : url));
}

/** @param {Source} source */
function sourceWords({ title, publisher, url }) {
  return inOne(title, publisher, url === title ? "" : url);
}

/** @param {string[]} parts */
function inOne(...parts) {
  return parts.filter(Boolean).join(DOT);
}
