// Where words of a size lie wholly on a piece of land is found row by row: on each row the land is a few stretches.

const ROW = 2; // pixels between two rows
const EVERY = 2; // rows between two looks for words
const ASIDE = 6; // pixels between two spots on one row
const RIM = 1.5; // pixels of land around words
const INSIDE = 8; // pixels of land around a foot
const FEET = 5;

/**
 * @typedef {object} Land the part of a piece of land that is seen in the window, in pixels of the canvas
 * @property {{x: number, y: number}[]} feet points well inside, far from one another; the first is the farthest from its outline, roughly, and none where hardly any is seen
 * @property {(width: number, height: number) => {x: number, y: number}[]} fits middles of words of a size that lie wholly on it
 * @property {(box: import("#timemap/map/geometry.js").Box) => boolean} meets whether a box covers some of it
 * @property {(x: number, y: number) => boolean} has whether a point lies on it
 */

/**
 * Look at a piece of land.
 *
 * @param {ArrayLike<number>[]} rings outlines and holes in world coordinates
 * @param {import("#timemap/map/view.js").View} view
 * @param {import("#timemap/map/geometry.js").Box[]} [covered] where nothing of it is seen
 * @returns {Land}
 */
export function landOf(rings, view, covered = []) {
  const [left, top, right, bottom] = view.seen;
  const rows = rowsOf(rings, view);
  rows.forEach((row, at) => {
    for (const box of covered) if (top + at * ROW >= box[1] && top + at * ROW <= box[3]) rows[at] = without(rows[at] ?? row, box);
  });
  const rowAt = (y) => rows[Math.round((y - top) / ROW)] ?? [];

  function fits(width, height) {
    const spots = [];
    const tall = Math.ceil((height + 2 * RIM) / ROW);
    for (let first = 0; first + tall < rows.length; first += EVERY) {
      let free = rows[first];
      for (let row = first + 1; row <= first + tall && free.length > 0; row += 1) free = common(free, rows[row], width + 2 * RIM);
      for (const [from, to] of free) {
        const room = to - from - width - 2 * RIM;
        if (room < 0) continue;
        const steps = Math.floor(room / 2 / ASIDE);
        for (let step = -steps; step <= steps; step += 1) spots.push({ x: (from + to) / 2 + step * ASIDE, y: top + (first + tall / 2) * ROW });
      }
    }
    return spots;
  }

  function meets(box) {
    for (let y = Math.max(box[1], top); y <= Math.min(box[3], bottom); y += ROW) {
      if (rowAt(y).some(([from, to]) => from < box[2] && to > box[0])) return true;
    }
    return false;
  }

  const has = (x, y) => x >= left && x <= right && rowAt(y).some(([from, to]) => from <= x && x <= to);
  return { feet: feetOf(middleOf(rows, top), fits(INSIDE, INSIDE)), fits, meets, has };
}

/** Of some points the first and those that lie farthest from all before them. */
function feetOf(middle, points) {
  if (points.length === 0) return [];
  const feet = [middle];
  const far = points.map(({ x, y }) => Math.hypot(x - middle.x, y - middle.y));
  while (feet.length < FEET) {
    const at = far.reduce((best, away, index) => (away > far[best] ? index : best), 0);
    if (far[at] < 4 * INSIDE) break;
    feet.push(points[at]);
    points.forEach(({ x, y }, index) => {
      far[index] = Math.min(far[index], Math.hypot(x - points[at].x, y - points[at].y));
    });
  }
  return feet;
}

/** The stretches of a row without what a box covers. */
function without(row, [left, , right]) {
  return row.flatMap(([from, to]) => [[from, Math.min(to, left)], [Math.max(from, right), to]]).filter(([from, to]) => from < to);
}

/** On each row of the window, the stretches of land from left to right. */
function rowsOf(rings, { seen: [left, top, right, bottom], scale, originX, originY }) {
  const rows = Array.from({ length: Math.max(0, Math.floor((bottom - top) / ROW)) }, () => []);
  for (const ring of rings) {
    for (let at = 0, before = ring.length - 2; at < ring.length; before = at, at += 2) {
      const [x, y] = [ring[at] * scale - originX, ring[at + 1] * scale - originY];
      const [fromX, fromY] = [ring[before] * scale - originX, ring[before + 1] * scale - originY];
      const [low, high] = [Math.max(0, Math.ceil((Math.min(y, fromY) - top) / ROW)), Math.min(rows.length - 1, Math.ceil((Math.max(y, fromY) - top) / ROW) - 1)];
      for (let row = low; row <= high; row += 1) rows[row].push(fromX + ((x - fromX) * (top + row * ROW - fromY)) / (y - fromY));
    }
  }
  return rows.map((cuts) => {
    cuts.sort((one, other) => one - other);
    const stretches = [];
    for (let at = 0; at + 1 < cuts.length; at += 2) {
      const [from, to] = [Math.max(cuts[at], left), Math.min(cuts[at + 1], right)];
      if (from < to) stretches.push([from, to]);
    }
    return stretches;
  });
}

/** What two rows share, where it is wide enough. */
function common(one, other, width) {
  const shared = [];
  for (const [from, to] of one) {
    for (const [start, end] of other) {
      const stretch = [Math.max(from, start), Math.min(to, end)];
      if (stretch[1] - stretch[0] >= width) shared.push(stretch);
    }
  }
  return shared;
}

/** The middle of the stretch that is wide on its own row and has land far above and below. */
function middleOf(rows, top) {
  let best = { x: 0, y: 0 };
  let most = 0;
  for (let row = 0; row < rows.length; row += EVERY) {
    for (const [from, to] of rows[row]) {
      const x = (from + to) / 2;
      const onLand = (at) => rows[at]?.some(([start, end]) => start <= x && x <= end);
      let reach = 0;
      while (reach * ROW * 2 < to - from && onLand(row - reach) && onLand(row + reach)) reach += 1;
      if (reach > most) [best, most] = [{ x, y: top + row * ROW }, reach];
    }
  }
  return best;
}
