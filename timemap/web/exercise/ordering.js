// Some events are given mixed, to be put in order; they are chosen so that their order is beyond doubt, the same ones for the same number of the set.

import { dateFormat } from "#timemap/time/dates.js";

/** How many events a set can have. */
export const FEWEST = 5;
export const MOST = 8;
const PRECISIONS = ["day", "month", "year"];
const MONTHS = Array.from({ length: 12 }, (_, month) => dateFormat({ month: "long" }).format(Date.UTC(2000, month, 15)));
/** A year or a month in a title would give the place away. */
const DATED = new RegExp(`\\b(?:19|20)\\d\\d\\b|\\b(?:${MONTHS.join("|")})\\b`, "u");

/**
 * Return the events of a set in mixed order: all dated equally fine, no two on the same day, none with a date in its title.
 *
 * @param {{start: ArrayLike<number>, end: ArrayLike<number>, precision: string[], title: string[]}} events
 * @param {Iterable<number>} among indices of those that may be asked for
 * @param {number} number of events wanted; fewer come where there is no room for so many
 * @param {number} set the same one gives the same events in the same order
 * @returns {number[]} indices, never in order of time; empty where there is no room for the fewest
 */
export function mixedSet(events, among, number, set) {
  const random = randomFrom(set);
  const untold = mixed([...among].filter((index) => !DATED.test(events.title[index])), random);
  const fit = PRECISIONS.map((precision) => untold.filter((index) => events.precision[index] === precision)).find((some) => roomFor(events, some) >= FEWEST) ?? [];
  const wanted = Math.min(number, roomFor(events, fit));
  const taken = [];
  let open = fit;
  while (taken.length < wanted) {
    const [index, ...others] = open;
    const apart = others.filter((other) => events.end[other] <= events.start[index] || events.start[other] >= events.end[index]);
    const fits = taken.length + 1 + roomFor(events, apart) >= wanted;
    if (fits) taken.push(index);
    open = fits ? apart : others;
  }
  const asked = mixed(taken, random);
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

/** Fisher and Yates. */
function mixed(values, random) {
  const result = [...values];
  for (let at = result.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [result[at], result[other]] = [result[other], result[at]];
  }
  return result;
}

/** Numbers from 0 to 1 that look like chance and are the same for the same seed everywhere: mulberry32 by Tommy Ettinger. */
function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}
