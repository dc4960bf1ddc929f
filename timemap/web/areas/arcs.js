// Shared lines, each stored once. The number ~n means "line n, walked backwards".

/** @typedef {Float64Array} Line longitudes and latitudes in turn: lon, lat, lon, lat, ... */

/**
 * Return the points of a ring of arc references.
 *
 * Points where arcs meet are not repeated.
 *
 * @param {Line[]} arcs
 * @param {ArrayLike<number>} ring
 * @returns {number[]} lon, lat, lon, lat, ...; the first point is repeated at the end of a closed ring
 */
export function ringPoints(arcs, ring) {
  /** @type {number[]} */
  const points = [];
  for (let at = 0; at < ring.length; at += 1) {
    const backward = ring[at] < 0;
    const line = arcs[backward ? ~ring[at] : ring[at]];
    if (!line) continue;
    const count = line.length / 2;
    for (let step = points.length > 0 ? 1 : 0; step < count; step += 1) {
      const point = backward ? count - 1 - step : step;
      points.push(line[2 * point], line[2 * point + 1]);
    }
  }
  return points;
}

/**
 * Trace rings of degrees in a view.
 *
 * @param {Line[]} rings
 * @param {import("#timemap/types.d.ts").CanvasView} view
 * @returns {Path2D}
 */
export function traceRings(rings, view) {
  const path = new globalThis.Path2D();
  for (const ring of rings) {
    const points = view.projectInto(ring, new Float64Array(ring.length));
    for (let at = 0; at < points.length; at += 2) path[at === 0 ? "moveTo" : "lineTo"](points[at], points[at + 1]);
    path.closePath();
  }
  return path;
}

/**
 * Return twice the signed area of a ring.
 *
 * Counter-clockwise rings (north up) have a positive one.
 *
 * @param {ArrayLike<number>} points lon, lat, lon, lat, ...
 * @returns {number}
 */
export function turning(points) {
  let sum = 0;
  const count = points.length / 2;
  for (let at = 0, before = count - 1; at < count; before = at, at += 1) {
    sum += points[2 * before] * points[2 * at + 1] - points[2 * at] * points[2 * before + 1];
  }
  return sum;
}

/**
 * Return the same ring walked the other way round.
 *
 * @param {ArrayLike<number>} ring
 * @returns {number[]}
 */
export function reversed(ring) {
  return Array.from(ring, (arc) => ~arc).reverse();
}

/**
 * Join directed arcs end to end into rings.
 *
 * Each arc is used once. A chain that never comes back to its start (damaged data) becomes a ring of its own.
 *
 * @param {number[]} references directed arcs, in any order
 * @param {(reference: number) => number} startOf node at which a directed arc starts
 * @param {(reference: number) => number} endOf node at which it ends
 * @returns {Int32Array[]}
 */
export function stitch(references, startOf, endOf) {
  /** @type {Map<number, number[]>} */
  const leaving = new Map();
  for (const reference of references) {
    const node = startOf(reference);
    const known = leaving.get(node);
    if (known) known.push(reference);
    else leaving.set(node, [reference]);
  }
  /** @type {Set<number>} */
  const used = new Set();
  const rings = [];
  for (const first of references) {
    if (used.has(first)) continue;
    const ring = [];
    const home = startOf(first);
    /** @type {number|undefined} */
    let reference = first;
    while (reference !== undefined) {
      used.add(reference);
      ring.push(reference);
      /** @type {number} */
      const node = endOf(reference);
      reference = node === home ? undefined : leaving.get(node)?.find((candidate) => !used.has(candidate));
    }
    rings.push(Int32Array.from(ring));
  }
  return rings;
}
