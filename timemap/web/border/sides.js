// Countries on the sides of a line. They are found from the outlines, so that no table has to say it.

import { inside } from "#timemap/map/geometry.js";

/** @typedef {Map<number, number>} Votes by country */

const SAMPLES = 9;
const OFF = 2e-6; // of the world: some 60 metres

/**
 * Return the index of the country that contains a point, -1 for none.
 *
 * @param {Float64Array[][]} outlines rings of each country in world coordinates
 * @param {number} x
 * @param {number} y
 * @returns {number}
 */
export function countryAt(outlines, x, y) {
  return outlines.findIndex((rings) => inside(rings, x, y));
}

/**
 * Return how far a point lies from outlines.
 *
 * @param {Float64Array[]} rings
 * @param {number} x
 * @param {number} y
 * @returns {number}
 */
export function wayTo(rings, x, y) {
  let least = Infinity;
  for (const ring of rings) {
    for (let at = 0, before = ring.length - 2; at < ring.length; before = at, at += 2) {
      const [dx, dy] = [ring[at] - ring[before], ring[at + 1] - ring[before + 1]];
      const along = (x - ring[before]) * dx + (y - ring[before + 1]) * dy;
      const share = Math.min(1, Math.max(0, along / (dx * dx + dy * dy || 1)));
      least = Math.min(least, (ring[before] + share * dx - x) ** 2 + (ring[before + 1] + share * dy - y) ** 2);
    }
  }
  return Math.sqrt(least);
}

/**
 * Return the countries to the left and right of one walking the line.
 *
 * Some points beside it vote; y runs down.
 *
 * @param {Float64Array} line in world coordinates
 * @param {Float64Array[][]} outlines
 * @returns {{left: number, right: number}} indices, -1 for none
 */
export function countriesBeside(line, outlines) {
  /** @type {{left: Votes, right: Votes}} */
  const votes = { left: new Map(), right: new Map() };
  /** @type {["right"|"left", 1|-1][]} */
  const sides = [["right", 1], ["left", -1]];
  const segments = line.length / 2 - 1;
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    const at = Math.min(Math.floor(((sample + 0.5) / SAMPLES) * segments), segments - 1) * 2;
    const [dx, dy] = [line[at + 2] - line[at], line[at + 3] - line[at + 1]];
    const length = Math.hypot(dx, dy);
    if (length === 0) continue;
    const [x, y] = [line[at] + dx / 2, line[at + 1] + dy / 2];
    for (const [side, sign] of sides) {
      const country = countryAt(outlines, x - (dy / length) * OFF * sign, y + (dx / length) * OFF * sign);
      votes[side].set(country, (votes[side].get(country) ?? 0) + 1);
    }
  }
  return { left: winner(votes.left), right: winner(votes.right) };
}

/**
 * Return on which hand of a line a country lies: 1 right, -1 left.
 *
 * @param {Float64Array} line
 * @param {Float64Array[][]} outlines
 * @param {number} country
 * @returns {1 | -1}
 */
export function handOf(line, outlines, country) {
  return countriesBeside(line, outlines).left === country ? -1 : 1;
}

/** @param {Votes} votes */
function winner(votes) {
  let best = -1;
  let most = 0;
  for (const [country, count] of votes) {
    if (country >= 0 && count > most) [best, most] = [country, count];
  }
  return best;
}
