// A few boxes round what has changed. One box round all of it would mostly hold what has not.

/** @typedef {import("#timemap/map/geometry.js").Box} Box */

const MOST = 4; // boxes; each costs a look at all outlines

/**
 * Return a few boxes without overlap that cover all of the given ones.
 *
 * @param {Box[]} boxes
 * @returns {Box[]}
 */
export function fewBoxes(boxes) {
  /** @type {Box[]} */
  const few = [];
  for (const box of boxes) if (box[2] > box[0] && box[3] > box[1]) absorb(few, box);
  for (;;) {
    const pair = cheapest(few);
    if (pair === null || (few.length <= MOST && pair.added > 0)) return few;
    const [other] = few.splice(pair.other, 1);
    const [one] = few.splice(pair.at, 1);
    absorb(few, round(one, other));
  }
}

/** Add a box, made one with all that it overlaps. @type {(few: Box[], box: Box) => void} */
function absorb(few, box) {
  let grown = box;
  const next = () => few.findIndex((one) => overlap(one, grown));
  for (let at = next(); at >= 0; at = next()) {
    grown = round(grown, few.splice(at, 1)[0]);
  }
  few.push(grown);
}

/**
 * Find the two boxes whose common box adds least.
 *
 * @param {Box[]} boxes
 * @returns {{at: number, other: number, added: number}|null}
 */
function cheapest(boxes) {
  let best = null;
  for (let at = 0; at < boxes.length; at += 1) {
    for (let other = at + 1; other < boxes.length; other += 1) {
      const added = area(round(boxes[at], boxes[other])) - area(boxes[at]) - area(boxes[other]);
      if (best === null || added < best.added) best = { at, other, added };
    }
  }
  return best;
}

/** @type {(one: Box, other: Box) => Box} */
function round(one, other) {
  const [left, upper] = [Math.min(one[0], other[0]), Math.min(one[1], other[1])];
  return [left, upper, Math.max(one[2], other[2]), Math.max(one[3], other[3])];
}

/** @param {Box} box */
function area([left, upper, right, lower]) {
  return (right - left) * (lower - upper);
}

/** @type {(one: Box, other: Box) => boolean} */
function overlap(one, other) {
  return one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];
}
