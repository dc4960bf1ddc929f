// Greedy placing of labels. The most important come first, each where it covers nothing.

import tokens from "#timemap/style/tokens.json" with { type: "json" };

/** @import {Box} from "#timemap/types.d.ts" */
/** @import {Words} from "#timemap/labels/lettering.js" */
/** @typedef {[x: number, y: number]} At */
/** @typedef {[from: At, to: At]} Segment */
/** @typedef {"right"|"left"|"below"|"above"|"centre"|`${"right"|"left"}-${"below"|"above"}`} Direction */

const CELL = 64; // pixels; about the size of a label
const ROW = 65536; // more cells than a column ever has
const STEP = tokens.labels.lineStep; // pixels between two looks along a line
/** @type {readonly never[]} */
const NONE = Object.freeze([]);
const { clearShare, clearLeast, clearLevel, cornerAcross, cornerDown } = tokens.labels;
/** Directions in which words are tried, the best first. */
const ROUND = /** @type {readonly Direction[]} */ (tokens.labels.sides);

/**
 * A place where a label could stand.
 *
 * @typedef {object} Spot
 * @property {number} x middle of the words
 * @property {number} y
 * @property {number} angle in radians
 * @property {Box} box what the words cover
 * @property {At} [foot] what a line from the words leads to, which crosses no other words
 * @property {number} [short] pixels before the foot at which the line ends
 * @property {Words} [words] broken in the spot's own way
 * @property {boolean} [plate] whether they stand on a plate
 *
 * @typedef {Spot & {foot: At}} StemmedSpot
 *
 * @typedef {object} Candidate
 * @property {string} id
 * @property {number} priority smaller is placed earlier
 * @property {Spot[]} spots best first
 * @property {Box} [mark] what the dot or ring of the place covers
 * @property {boolean} [always] placed even if everything is covered
 * @property {boolean} [dense] whether its mark may touch those of others that are so too
 * @property {boolean} [insists] whether its words may cover obstacles where no spot is clear of them
 * @property {boolean} [needed] whether it comes before all others where they would leave it no room
 * @property {number} [gap] free pixels wanted round the words
 */

/** @typedef {ReturnType<typeof createIndex>} BoxIndex */
/** @typedef {Pick<BoxIndex, "meets">} Meeting */
/**
 * @template {Candidate} [C=Candidate]
 * @typedef {{candidate: C, spot: Spot}} Placed
 */

/**
 * Place labels so that none covers another.
 *
 * Those that must always stand come first of all, then by priority, then in the given order. A name of a place is
 * clearly nearer to its own mark than to any other, else it is left out together with its mark.
 *
 * @template {Candidate} C
 * @param {C[]} candidates
 * @param {Box[] | Meeting} [obstacles] boxes that words leave free, though dots may lie there
 * @param {Box[]} [covered] boxes in which nothing could be seen
 * @param {(candidate: C, spot: Spot) => boolean} [isPoor] whether words would better stand elsewhere
 * @returns {Placed<C>[]} most important first
 */
export function placeLabels(candidates, obstacles = [], covered = [], isPoor = () => false) {
  const taken = createIndex(covered);
  /** @type {Segment[]} from words to their feet */
  const lines = [];
  const dots = createIndex(); // of towns that may touch each other, as those on two sides of a border
  const blocked = Array.isArray(obstacles) ? createIndex(obstacles) : obstacles;
  /** @type {Placed<C>[]} */
  const placed = [];
  const order = candidates
    .map((candidate, index) => ({ candidate, index }))
    .sort((one, other) => rank(one.candidate) - rank(other.candidate) || one.index - other.index);
  for (const { candidate } of order) {
    /** @param {Spot} other */
    const isWorse = (other) => isPoor(candidate, other);
    const spot = choose(candidate, { taken, dots, blocked, lines, placed, isWorse });
    if (spot === undefined) continue;
    taken.add(spot.box);
    if (isStemmed(spot)) lines.push([rootOf(spot), spot.foot]);
    for (const box of lineBoxes(spot)) taken.add(box);
    if (candidate.mark) (candidate.dense ? dots : taken).add(candidate.mark);
    placed.push({ candidate, spot });
  }
  return placed;
}

/**
 * Place labels, those that are needed first where they would be left out.
 *
 * @template {Candidate} C
 * @param {C[]} candidates
 * @param {Box[] | Meeting} [obstacles]
 * @param {Box[]} [covered]
 * @param {(candidate: C, spot: Spot) => boolean} [isPoor]
 * @returns {Placed<C>[]}
 */
export function placeNeeded(candidates, obstacles, covered, isPoor) {
  const placed = placeLabels(candidates, obstacles, covered, isPoor);
  /** @param {C} label */
  const isMissed = (label) => label.needed && !placed.some(({ candidate }) => candidate === label);
  if (!candidates.some(isMissed)) return placed;
  const first = candidates.map((label) => (isMissed(label) ? { ...label, priority: 0 } : label));
  return placeLabels(first, obstacles, covered, isPoor);
}

/** @param {Spot} spot @returns {spot is StemmedSpot} */
function isStemmed(spot) {
  return spot.foot !== undefined;
}

/** @param {Candidate} candidate */
function rank({ always, priority }) {
  return always ? -Infinity : priority;
}

/**
 * Choose the first spot that is free and not poor, else the first that is free.
 *
 * A poor one is better than one at the end of a line.
 *
 * @param {Candidate} candidate
 * @param {object} ground
 * @param {Meeting} ground.taken
 * @param {Meeting} ground.dots
 * @param {Meeting} ground.blocked
 * @param {Segment[]} ground.lines
 * @param {Placed[]} ground.placed
 * @param {(spot: Spot) => boolean} ground.isWorse
 * @returns {Spot|undefined}
 */
function choose({ spots, mark, always, insists, dense, gap = 0 }, { taken, dots, blocked, lines, placed, isWorse }) {
  if (mark && !always && (taken.meets(mark) || (!dense && dots.meets(mark)))) return undefined;
  /** @type {(box: Box, own?: Box, other?: Box) => boolean} */
  const isClear = (box, own, other) => !own || !other || isOwn(box, own, other);
  if (!always && placed.some(({ candidate, spot }) => !isClear(spot.box, candidate.mark, mark))) return undefined;
  /** @param {Box} box */
  const isTaken = (box) => taken.meets(box) || dots.meets(box);
  let [unclear, poor] = /** @type {(Spot|undefined)[]} */ ([]);
  for (const spot of spots) {
    if (isTaken(grow(spot.box, gap)) || lineBoxes(spot).some(isTaken)) continue;
    if (isStemmed(spot) && lines.some((line) => crosses(line, [rootOf(spot), spot.foot]))) continue;
    if (placed.some(({ candidate }) => !isClear(spot.box, mark, candidate.mark))) continue;
    if (blocked.meets(spot.box)) unclear ??= spot;
    else if (poor && isStemmed(spot) && !isStemmed(poor)) break;
    else if (!isWorse(spot)) return spot;
    else poor ??= spot;
  }
  return poor ?? (insists ? unclear : undefined) ?? (always ? spots[0] : undefined);
}

/** Tell whether words are clearly nearer to their own mark. @type {(box: Box, mark: Box, other: Box) => boolean} */
export function isOwn(box, mark, other) {
  const own = readApart(box, mark);
  return readApart(box, other) >= own + Math.max(clearLeast, clearShare * own);
}

/** Return how far from words a mark seems; beside it they read as its name. @type {(box: Box, mark: Box) => number} */
function readApart(box, mark) {
  const middle = (mark[1] + mark[3]) / 2;
  return apart(box, mark) * (middle > box[1] && middle < box[3] ? clearLevel : 1);
}

/** Return how many pixels lie between two boxes. @type {(one: Box, other: Box) => number} */
function apart(one, other) {
  const across = Math.max(0, one[0] - other[2], other[0] - one[2]);
  return Math.hypot(across, Math.max(0, one[1] - other[3], other[1] - one[3]));
}

/**
 * Return where the line from words to their foot leaves them.
 *
 * @param {Pick<StemmedSpot, "box"|"foot">} spot
 * @returns {At} the point of the box that is nearest to the foot
 */
export function rootOf({ box: [left, top, right, bottom], foot: [x, y] }) {
  return [Math.min(Math.max(x, left), right), Math.min(Math.max(y, top), bottom)];
}

/** Tell whether two lines pass through each other. @type {(one: Segment, other: Segment) => boolean} */
export function crosses([from, to], [start, end]) {
  /** @type {(point: At, from: At, to: At) => number} */
  const side = ([x, y], [left, top], [right, bottom]) =>
    Math.sign((right - left) * (y - top) - (bottom - top) * (x - left));
  return side(start, from, to) !== side(end, from, to) && side(from, start, end) !== side(to, start, end);
}

/** Cover the line from words to the mark on which it ends with boxes. @type {(spot: Spot) => readonly Box[]} */
function lineBoxes(spot) {
  if (!isStemmed(spot)) return NONE;
  const [fromX, fromY] = rootOf(spot);
  const [x, y] = spot.foot;
  const way = Math.hypot(x - fromX, y - fromY);
  /** @type {Box[]} */
  const boxes = [];
  for (let gone = STEP; gone < way - (spot.short ?? 0); gone += STEP) {
    const [left, top] = [fromX + ((x - fromX) * gone) / way, fromY + ((y - fromY) * gone) / way];
    boxes.push([left - 1, top - 1, left + 1, top + 1]);
  }
  return boxes;
}

/**
 * Make an index of boxes that tells quickly whether a box meets one.
 *
 * Touching edges do not count.
 *
 * @param {Box[]} [boxes] those that it starts with
 */
export function createIndex(boxes = []) {
  /** @type {Map<number, Box[]>} */
  const cells = new Map();

  /** @param {Box} box */
  function add(box) {
    for (let column = Math.floor(box[0] / CELL); column <= Math.floor(box[2] / CELL); column += 1) {
      for (let row = Math.floor(box[1] / CELL); row <= Math.floor(box[3] / CELL); row += 1) {
        const known = cells.get(column * ROW + row);
        if (known === undefined) cells.set(column * ROW + row, [box]);
        else known.push(box);
      }
    }
  }

  /** @param {Box} box */
  function meets(box) {
    for (let column = Math.floor(box[0] / CELL); column <= Math.floor(box[2] / CELL); column += 1) {
      for (let row = Math.floor(box[1] / CELL); row <= Math.floor(box[3] / CELL); row += 1) {
        for (const other of cells.get(column * ROW + row) ?? NONE) if (overlaps(box, other)) return true;
      }
    }
    return false;
  }

  for (const box of boxes) add(box);
  return { add, meets };
}

/** Return whether two boxes share an area. @param {Box} one @param {Box} other @returns {boolean} */
export function overlaps(one, other) {
  return one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];
}

/** Return a box that is larger on all sides. @param {Box} box @param {number} by @returns {Box} */
export function grow(box, by) {
  return [box[0] - by, box[1] - by, box[2] + by, box[3] + by];
}

/**
 * Return the spots of words beside a point.
 *
 * @param {number} x
 * @param {number} y
 * @param {number} width of the words
 * @param {number} height
 * @param {number} gap between the point and the words
 * @param {readonly Direction[]} wanted
 * @returns {Spot[]}
 */
export function spotsBeside(x, y, width, height, gap, wanted = ROUND) {
  const [side, over] = [gap + width / 2, gap + height / 2];
  const [across, down] = [side * cornerAcross, over * cornerDown];
  /** @type {Record<Direction, At>} */
  const shifts = {
    right: [side, 0], left: [-side, 0], below: [0, over], above: [0, -over],
    "right-below": [across, down], "left-below": [-across, down],
    "right-above": [across, -down], "left-above": [-across, -down], centre: [0, 0],
  };
  return wanted.map((name) => spotAt(x + shifts[name][0], y + shifts[name][1], width, height));
}

/**
 * Return the spot of words whose middle is given.
 *
 * Turned words cover the box round their corners.
 *
 * @param {number} x
 * @param {number} y
 * @param {number} width
 * @param {number} height
 * @param {number} [angle] in radians
 * @returns {Spot}
 */
export function spotAt(x, y, width, height, angle = 0) {
  const [cosine, sine] = [Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle))];
  const across = (width * cosine + height * sine) / 2;
  const down = (width * sine + height * cosine) / 2;
  return { x, y, angle, box: [x - across, y - down, x + across, y + down] };
}
