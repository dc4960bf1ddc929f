// Outlines of the areas, traced once per zoom and state. Neighbours share every point, also where some are left out.
import { boxOf, toWorld } from "#timemap/map/geometry.js";

const FINEST = 0.5; // pixels between two points that can be told apart
const KEPT = 400; // traced states, of all zooms together

/** @import {AreaState} from "#timemap/types.d.ts" */
/** @typedef {ReturnType<typeof createAreaPaths>} AreaPaths */

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
 * @param {{arcs: Float64Array[], state: (interval: number) => AreaState}} topology
 * @param {typeof Path2D} [Path]
 */
export function createAreaPaths(topology, Path = globalThis.Path2D) {
  const world = topology.arcs.map(toWorld);
  const box = boxOf(world);
  /** @type {[number, number]} */
  const anchor = world.length > 0 ? [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2] : [0, 0];
  /** @type {Map<number, Float64Array[]>} by zoom */
  const lines = new Map();
  /** @type {Map<string, StatePaths>} */
  const kept = new Map();

  /** @param {number} zoom @returns {Float64Array[]} pixels from the anchor, without points that fall together */
  function linesAt(zoom) {
    const known = lines.get(zoom);
    if (known) return known;
    if (lines.size > 4) lines.delete([...lines.keys()][0]);
    const traced = world.map((line) => thinned(line, anchor, 256 * 2 ** zoom));
    lines.set(zoom, traced);
    return traced;
  }

  /** @type {(rings: Int32Array[], at: Float64Array[]) => Path2D} */
  function closed(rings, at) {
    const path = new Path();
    for (const ring of rings) {
      for (let step = 0; step < ring.length; step += 1) walk(path, at, ring[step], step === 0);
      path.closePath();
    }
    return path;
  }

  /** @type {(arcs: Int32Array, at: Float64Array[]) => Path2D} */
  function open(arcs, at) {
    const path = new Path();
    for (const arc of arcs) walk(path, at, arc, true);
    return path;
  }

  /** @type {(interval: number, zoom: number) => StatePaths} */
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

  /** @type {(interval: number, zoom: number) => StatePaths} */
  function get(interval, zoom) {
    const key = `${interval} ${zoom}`;
    const known = kept.get(key);
    if (known) return known;
    if (kept.size >= KEPT) kept.delete([...kept.keys()][0]);
    const paths = trace(interval, zoom);
    kept.set(key, paths);
    return paths;
  }

  return { get, anchor };
}

/** @type {(path: Path2D, lines: Float64Array[], reference: number, lift: boolean) => void} */
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

/** @type {(line: Float64Array, anchor: [number, number], scale: number) => Float64Array} the ends always stay */
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
