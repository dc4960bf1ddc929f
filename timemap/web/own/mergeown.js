// Own events of a visitor, merged with ours into one list by time.

import { packValues } from "#timemap/events/columns.js";

/** @import { Category, DayRange, EventColumns, OwnData, OwnPayload, Payload } from "#timemap/types.d.ts" */

/** What own events have in columns that only ours fill. */
const FILLS = Object.freeze({ spellings: [], sources: [], formerId: "", column: false, names: null });
/** Columns of own events that stay beside the others: see `detailsOf`. */
const DETAILS = Object.freeze(/** @type {const} */ (["row", "deaths", "status", "kind", "cited"]));

/**
 * Return the data with own events among ours.
 *
 * `own` numbers the table of each event from 1, 0 for ours; `ownAt` is its place in the columns of `data.own`. Where
 * there are no own events the data stay as they are.
 *
 * @param {Payload} payload
 * @returns {Omit<Payload, "own"> & {own?: OwnData}}
 */
export function withOwn(payload) {
  const { own, events, whole, range, categories } = payload;
  if (!own?.columns || own.columns.id.length === 0) return { ...payload, own: undefined };
  const { columns } = own;
  const widest = widened(whole, columns);
  return {
    ...payload,
    own: { ...own, columns: detailsIn(columns) },
    events: mergedColumns(events, columns),
    categories: withOther(categories, own),
    whole: widest,
    range: String(range) === String(whole) ? widest : range,
  };
}

/** Return the columns that only own events have, in short form. @param {any} columns @returns {any} */
function detailsIn(columns) {
  return Object.fromEntries(DETAILS.map((name) => [name, packValues(columns[name])]));
}

/**
 * Return the columns of both, each event in its place in time; of the same day ours come first.
 *
 * @param {EventColumns} ours
 * @param {OwnPayload["columns"]} own
 * @returns {EventColumns}
 */
function mergedColumns(ours, own) {
  const [first, second] = [ours.start, own.start];
  const count = first.length + second.length;
  const from = new Int32Array(count); // place among ours, or ~place among own
  for (let at = 0, left = 0, right = 0; at < count; at += 1) {
    const isOurs = right === second.length || (left < first.length && first[left] <= second[right]);
    from[at] = isOurs ? left++ : ~right++;
  }
  /** @type {any} */
  const added = { ...own, actorsAsWritten: own.actorsAsWritten.map(foundBy(own)) };
  /** @type {any} */
  const fills = FILLS;
  /** @type {(mine: any[], name: string) => any[]} */
  const merged = (mine, name) => {
    const valueOf = (/** @type {number} */ at) => (name in fills ? fills[name] : added[name][at]);
    return Array.from(from, (at) => (at >= 0 ? mine[at] : valueOf(~at)));
  };
  const columns = Object.fromEntries(Object.entries(ours).map(([name, mine]) => [name, merged(mine, name)]));
  return {
    .../** @type {any} */ (columns),
    own: Array.from(from, (at) => (at >= 0 ? 0 : own.table[~at] + 1)),
    ownAt: Array.from(from, (at) => (at >= 0 ? -1 : ~at)),
  };
}

/** Words by which an own event is found besides its texts. @param {OwnPayload["columns"]} own */
function foundBy({ kind }) {
  return (/** @type {string[]} */ usual, /** @type {number} */ at) => (kind[at] ? [...usual, kind[at]] : usual);
}

/** @param {DayRange} whole @param {OwnPayload["columns"]} own @returns {DayRange} days of all events */
function widened([first, after], { start, end }) {
  const last = end.reduce((most, day) => Math.max(most, day), after);
  return [Math.min(first, start[0]), last];
}

/**
 * Return the categories, with a neutral one where an own event has none of them.
 *
 * @param {Category[]} categories
 * @param {OwnPayload} own
 */
function withOther(categories, { columns, other }) {
  const isKnown = columns.categories.every((numbers) => numbers.every((number) => number < categories.length));
  return isKnown ? categories : [...categories, other];
}
