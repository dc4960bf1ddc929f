// Sets of events to be put in order. Their order is beyond doubt; the rule, with the number of the set as its seed, is
// that of geodata/lessons/ordering_exercise.py.

import { dateFormat } from "#timemap/time/dates.js";

/** @import { Events } from "#timemap/types.d.ts" */

/** @typedef {-1|0|1} Verdict -1 belongs earlier, 0 stands right, 1 belongs later */

/** How many events a set can have: a few choices in a menu, and so many as a screen holds; paper takes more. */
export const FEWEST = 5;
export const MOST = 8;
const BYTES = new TextEncoder();
const PRECISIONS = ["day", "month", "year"];
const nameOfMonth = dateFormat({ month: "long" });
const MONTHS = Array.from({ length: 12 }, (_, month) => nameOfMonth.format(Date.UTC(2000, month, 15)));
/** A year or a month in a title would give the place away. */
const DATED = new RegExp(`\\b(?:19|20)\\d\\d\\b|\\b(?:${MONTHS.join("|")})\\b`, "u");

/**
 * Return the events of a set in mixed order.
 *
 * All are dated equally fine, no two on the same day, none with a date in its title.
 *
 * @param {Pick<Events, "id"|"start"|"end"|"precision"|"title">} events
 * @param {Iterable<number>} among indices of those that may be asked for
 * @param {number} number of events wanted; fewer come where there is no room for so many
 * @param {number} set the same one gives the same events in the same order
 * @returns {number[]} indices, never in order of time; empty where there is no room for the fewest
 */
export function mixedSet(events, among, number, set) {
  const untold = mixed(events, [...among].filter((index) => !DATED.test(events.title.at(index))), set, "choice");
  const fit = finest(events, untold, number);
  const most = roomFor(events, fit);
  if (most < FEWEST) return [];
  const wanted = Math.min(number, most);
  /** @type {number[]} */
  const taken = [];
  let open = fit;
  while (taken.length < wanted) {
    const [index, ...others] = open;
    const [start, end] = [events.start[index], events.end[index]];
    const apart = others.filter((other) => events.end[other] <= start || events.start[other] >= end);
    const fits = taken.length + 1 + roomFor(events, apart) >= wanted;
    if (fits) taken.push(index);
    open = fits ? apart : others;
  }
  const asked = mixed(events, taken, set, "order");
  return String(asked) === String(inOrder(events, asked)) ? asked.reverse() : asked;
}

/**
 * Return events in order of time.
 *
 * @param {Pick<Events, "start">} events
 * @param {number[]} indices
 * @returns {number[]}
 */
export function inOrder(events, indices) {
  return [...indices].sort((one, other) => events.start[one] - events.start[other]);
}

/**
 * Return for each event of an order whether it stands right.
 *
 * As many as possible do.
 *
 * @param {Pick<Events, "start">} events
 * @param {number[]} order
 * @returns {Verdict[]}
 */
export function judged(events, order) {
  const days = order.map((index) => events.start[index]);
  const kept = longestRise(days);
  return days.map((day, place) => {
    if (kept.includes(place)) return 0;
    return kept.some((other) => other < place && days[other] > day) ? -1 : 1;
  });
}

/**
 * Return the places of the longest part that already rises.
 *
 * @param {number[]} days
 */
function longestRise(days) {
  /** @type {number[][]} */
  const best = [];
  days.forEach((day, place) => {
    const before = best.filter((_, other) => days[other] < day);
    best.push([...longestOf(before), place]);
  });
  return longestOf(best);
}

/** @param {number[][]} lists @returns {number[]} the first of the longest; empty for none */
function longestOf(lists) {
  /** @type {number[]} */
  const none = [];
  return lists.reduce((longest, list) => (list.length > longest.length ? list : longest), none);
}

/**
 * Return how many events there can be at most of which no two share a day.
 *
 * @param {Pick<Events, "start"|"end">} events
 * @param {number[]} indices
 */
function roomFor({ start, end }, indices) {
  let [count, free] = [0, -Infinity];
  for (const index of [...indices].sort((one, other) => end[one] - end[other])) {
    if (start[index] < free) continue;
    count += 1;
    free = end[index];
  }
  return count;
}

/**
 * Return the events that are dated equally fine.
 *
 * To the day where that leaves room for the number, else to the month, else to the year, else where there is most room.
 *
 * @param {Pick<Events, "start"|"end"|"precision">} events
 * @param {number[]} indices
 * @param {number} number
 */
function finest(events, indices, number) {
  const some = PRECISIONS.map((precision) => indices.filter((index) => events.precision.at(index) === precision));
  const room = some.map((fit) => Math.min(number, roomFor(events, fit)));
  return some[room.indexOf(Math.max(...room))];
}

/**
 * Return events in the order of what is drawn for their ids.
 *
 * It depends neither on their order before nor on what else is among them.
 *
 * @param {Pick<Events, "id">} events
 * @param {number[]} indices
 * @param {number} set
 * @param {"choice"|"order"} use
 */
function mixed({ id }, indices, set, use) {
  const lots = indices.map((index) => ({ index, lot: drawn(`${set} ${use} ${id.at(index)}`) }));
  lots.sort((one, other) => one.lot - other.lot || (id.at(one.index) < id.at(other.index) ? -1 : 1));
  return lots.map(({ index }) => index);
}

/**
 * Return a 32-bit number that looks like chance and is the same everywhere.
 *
 * FNV-1a (Fowler, Noll, Vo), its bits spread as at the end of MurmurHash3 (Appleby).
 *
 * @param {string} text
 */
function drawn(text) {
  let value = 0x811c9dc5;
  for (const byte of BYTES.encode(text)) value = Math.imul(value ^ byte, 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
