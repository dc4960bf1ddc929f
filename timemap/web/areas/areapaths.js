// The outlines of the areas are traced once per zoom and state and then only shifted; neighbours share every point, also where points too near to see are left out.
import { boxOf, toWorld } from "#timemap/map/geometry.js";

const FINEST = 0.5; // pixels between two points that can be told apart
const KEPT = 400; // traced states, of all zooms together

/**
 * @typedef {object} StatePaths
 * @property {{controller: number, path: Path2D}[]} controllers
 * @property {{confidence: number, path: Path2D}[]} hatchings
 * @property {{zone: number, controllers: number[], path: Path2D}[]} zones
 * @property {Path2D} fronts
 */

/**
 * Make the store of traced outlines.
 *
 * @param {{arcs: Float64Array[], state: (interval: number) => import("#timemap/areas/topology.js").AreaState}} topology
 * @param {typeof Path2D} [Path]
 * @returns {{has: (interval: number, zoom: number) => boolean, get: (interval: number, zoom: number) => StatePaths, anchor: [number, number]}}
 */
export function createAreaPaths(topology, Path = globalThis.Path2D) {
  const world = topology.arcs.map(toWorld);
  const box = boxOf(world);
  const anchor = world.length > 0 ? [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2] : [0, 0];
  const lines = new Map();
  const kept = new Map();

  /** Arcs in pixels from the anchor, without points that fall together; the ends always stay. */
  function linesAt(zoom) {
    if (!lines.has(zoom)) {
      if (lines.size > 4) lines.delete(lines.keys().next().value);
      lines.set(zoom, world.map((line) => thinned(line, anchor, 256 * 2 ** zoom)));
    }
    return lines.get(zoom);
  }

  function closed(rings, at) {
    const path = new Path();
    for (const ring of rings) {
      for (let step = 0; step < ring.length; step += 1) walk(path, at, ring[step], step === 0);
      path.closePath();
    }
    return path;
  }

  function open(arcs, at) {
    const path = new Path();
    for (const arc of arcs) walk(path, at, arc, true);
    return path;
  }

  function trace(interval, zoom) {
    const state = topology.state(interval);
    const at = linesAt(zoom);
    return {
      controllers: state.controllers.map(({ controller, rings }) => ({ controller, path: closed(rings, at) })),
      hatchings: state.hatchings.map(({ confidence, rings }) => ({ confidence, path: closed(rings, at) })),
      zones: state.zones.map(({ zone, controllers, rings }) => ({ zone, controllers, path: closed(rings, at) })),
      fronts: open(state.fronts, at),
    };
  }

  const keyOf = (interval, zoom) => `${interval} ${zoom}`;

  function get(interval, zoom) {
    const key = keyOf(interval, zoom);
    const known = kept.get(key);
    if (known) return known;
    if (kept.size >= KEPT) kept.delete(kept.keys().next().value);
    const paths = trace(interval, zoom);
    kept.set(key, paths);
    return paths;
  }

  return { has: (interval, zoom) => kept.has(keyOf(interval, zoom)), get, anchor };
}

function walk(path, lines, reference, lift) {
  const backward = reference < 0;
  const line = lines[backward ? ~reference : reference];
  if (!line) return;
  const count = line.length / 2;
  for (let step = 0; step < count; step += 1) {
    const point = backward ? count - 1 - step : step;
    if (step === 0 && lift) path.moveTo(line[2 * point], line[2 * point + 1]);
    else if (step > 0) path.lineTo(line[2 * point], line[2 * point + 1]);
  }
}

function thinned(line, anchor, scale) {
  const kept = [];
  let lastX = Infinity;
  let lastY = Infinity;
  for (let at = 0; at < line.length; at += 2) {
    const x = (line[at] - anchor[0]) * scale;
    const y = (line[at + 1] - anchor[1]) * scale;
    if (at > 0 && at < line.length - 2 && Math.abs(x - lastX) < FINEST && Math.abs(y - lastY) < FINEST) continue;
    kept.push(x, y);
    lastX = x;
    lastY = y;
  }
  return Float64Array.from(kept);
}
