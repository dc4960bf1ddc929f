// Some events are given mixed, to be put in order; they are chosen so that their order is beyond doubt, and by the rule of geodata/lessons/ordering_exercise.py: the number of the set is the seed there.

import { dateFormat } from "#timemap/time/dates.js";

/** How many events a set can have. */
export const FEWEST = 5;
export const MOST = 8;
const BYTES = new TextEncoder();
const PRECISIONS = ["day", "month", "year"];
const MONTHS = Array.from({ length: 12 }, (_, month) => dateFormat({ month: "long" }).format(Date.UTC(2000, month, 15)));
/** A year or a month in a title would give the place away. */
const DATED = new RegExp(`\\b(?:19|20)\\d\\d\\b|\\b(?:${MONTHS.join("|")})\\b`, "u");

/**
 * Return the events of a set in mixed order: all dated equally fine, no two on the same day, none with a date in its title.
 *
 * @param {{id: string[], start: ArrayLike<number>, end: ArrayLike<number>, precision: string[], title: string[]}} events
 * @param {Iterable<number>} among indices of those that may be asked for
 * @param {number} number of events wanted; fewer come where there is no room for so many
 * @param {number} set the same one gives the same events in the same order
 * @returns {number[]} indices, never in order of time; empty where there is no room for the fewest
 */
export function mixedSet(events, among, number, set) {
  const untold = mixed(events, [...among].filter((index) => !DATED.test(events.title[index])), set, "choice");
  const fit = finest(events, untold, number);
  const most = roomFor(events, fit);
  if (most < FEWEST) return [];
  const wanted = Math.min(number, most);
  const taken = [];
  let open = fit;
  while (taken.length < wanted) {
    const [index, ...others] = open;
    const apart = others.filter((other) => events.end[other] <= events.start[index] || events.start[other] >= events.end[index]);
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
 * @param {{start: ArrayLike<number>}} events
 * @param {number[]} indices
 * @returns {number[]}
 */
export function inOrder(events, indices) {
  return [...indices].sort((one, other) => events.start[one] - events.start[other]);
}

/**
 * Return for each event of an order whether it stands right among the others; as many as possible do.
 *
 * @param {{start: ArrayLike<number>}} events
 * @param {number[]} order
 * @returns {(-1|0|1)[]} -1 belongs earlier, 0 stands right, 1 belongs later
 */
export function judged(events, order) {
  const days = order.map((index) => events.start[index]);
  const kept = longestRise(days);
  return days.map((day, place) => {
    if (kept.includes(place)) return 0;
    return kept.some((other) => other < place && days[other] > day) ? -1 : 1;
  });
}

/** The places of the longest part that already rises. */
function longestRise(days) {
  const best = days.map(() => []);
  days.forEach((day, place) => {
    const before = best.slice(0, place).filter((rise) => days[rise.at(-1)] < day);
    best[place] = [...before.reduce((longest, rise) => (rise.length > longest.length ? rise : longest), []), place];
  });
  return best.reduce((longest, rise) => (rise.length > longest.length ? rise : longest), []);
}

/** How many events there can be at most of which no two share a day. */
function roomFor({ start, end }, indices) {
  let [count, free] = [0, -Infinity];
  for (const index of [...indices].sort((one, other) => end[one] - end[other])) {
    if (start[index] < free) continue;
    count += 1;
    free = end[index];
  }
  return count;
}

/** Those dated equally fine: to the day where that leaves room for the number, else to the month, else to the year, else where there is most room. */
function finest(events, indices, number) {
  const some = PRECISIONS.map((precision) => indices.filter((index) => events.precision[index] === precision));
  const room = some.map((fit) => Math.min(number, roomFor(events, fit)));
  return some[room.indexOf(Math.max(...room))];
}

/** In the order of what is drawn for their ids: it neither depends on their order before nor on what else is among them. */
function mixed({ id }, indices, set, use) {
  const lots = new Map(indices.map((index) => [index, drawn(`${set} ${use} ${id[index]}`)]));
  return [...indices].sort((one, other) => lots.get(one) - lots.get(other) || (id[one] < id[other] ? -1 : 1));
}

/** A whole number of 32 bits that looks like chance and is the same everywhere: FNV-1a (Fowler, Noll, Vo), its bits spread as at the end of MurmurHash3 (Appleby). */
function drawn(text) {
  let value = 0x811c9dc5;
  for (const byte of BYTES.encode(text)) value = Math.imul(value ^ byte, 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
