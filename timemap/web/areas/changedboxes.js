// What has changed is drawn anew in a few boxes that do not overlap: one box round all of it would mostly hold what has not changed.

/** @typedef {import("#timemap/map/geometry.js").Box} Box */

const MOST = 4; // boxes; each costs a look at all outlines

/**
 * Return a few boxes without overlap that together cover all of the given ones.
 *
 * @param {Box[]} boxes
 * @returns {Box[]}
 */
export function fewBoxes(boxes) {
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

/** Add a box, made one with all that it overlaps. */
function absorb(few, box) {
  let grown = box;
  for (let at = few.findIndex((one) => overlap(one, grown)); at >= 0; at = few.findIndex((one) => overlap(one, grown))) {
    grown = round(grown, few.splice(at, 1)[0]);
  }
  few.push(grown);
}

/** The two boxes whose common box adds least to them. */
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

function round(one, other) {
  return [Math.min(one[0], other[0]), Math.min(one[1], other[1]), Math.max(one[2], other[2]), Math.max(one[3], other[3])];
}

function area([left, upper, right, lower]) {
  return (right - left) * (lower - upper);
}

function overlap(one, other) {
  return one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];
}
