// Layer of what changed hands between two days. Land that was taken has a solid line; the rest is veiled.

import { ringPoints, traceRings } from "#timemap/areas/arcs.js";
import { changesBetween, waysOfCells } from "#timemap/compare/changes.js";
import { createCanvasLayer } from "#timemap/map/canvaslayer.js";
import { watchPalette } from "#timemap/map/palette.js";

/** @import {Context, Draw, MapData, Topology} from "#timemap/types.d.ts" */
/** @typedef {[first: number, second: number]} Days */
/** @typedef {{same: Float64Array[], taken: Float64Array[], other: Float64Array[]}} Regions rings in degrees */

const VEIL = 0.62; // opacity
const [SAME, TAKEN, OTHER] = [0, 1, 2];
const DASHES = [7, 5]; // pixels

/**
 * Make the layer of what changed.
 *
 * It is there only while it is wanted and shown.
 *
 * @param {Pick<Context, "data"|"map"|"topology">} context
 */
export function createChangeLayer({ data, map, topology }) {
  const layer = createCanvasLayer({ pane: "changes", draw });
  const theme = watchPalette(map.getContainer(), () => layer.redraw());
  /** @type {Days|null} */
  let days = null;
  let wanted = false;
  /** @type {Regions & {key: string}} */
  let known = { key: "", same: [], taken: [], other: [] };

  /** @param {Days} shown */
  function regions(shown) {
    const [first, second] = shown;
    const key = `${topology.interval(first)} ${topology.interval(second)}`;
    if (known.key !== key) known = { key, ...regionsBetween(data, topology, shown) };
    return known;
  }

  /** @type {Draw} */
  function draw(ctx, view) {
    if (days === null) return;
    const { same, taken, other } = regions(days);
    const colours = theme.current();
    ctx.globalAlpha = VEIL;
    ctx.fillStyle = colours.neighbour;
    ctx.fill(traceRings(same, view), "evenodd");
    ctx.globalAlpha = 1;
    ctx.lineJoin = "round";
    for (const { rings, dashes } of [{ rings: other, dashes: DASHES }, { rings: taken, dashes: [] }]) {
      const outline = traceRings(rings, view);
      ctx.setLineDash([]);
      ctx.strokeStyle = colours.halo;
      ctx.lineWidth = 4.5;
      ctx.stroke(outline);
      ctx.setLineDash(dashes);
      ctx.strokeStyle = colours.label;
      ctx.lineWidth = 2;
      ctx.stroke(outline);
    }
    ctx.setLineDash([]);
  }

  function update() {
    if (wanted && days !== null) layer.addTo(map).redraw();
    else layer.remove();
  }

  return {
    /** @type {(first: number, second: number) => void} */
    show(first, second) {
      days = [first, second];
      update();
    },
    /** @param {boolean} next */
    want(next) {
      wanted = next;
      update();
    },
    off() {
      days = null;
      update();
    },
  };
}

/**
 * Return the regions that stayed, were taken, and changed in another way.
 *
 * @param {Pick<MapData, "handovers">} data
 * @param {Topology} topology
 * @param {Days} days
 * @returns {Regions}
 */
function regionsBetween({ handovers }, topology, [first, second]) {
  const changes = changesBetween(topology, first, second, handovers?.successions ?? []);
  const { holders } = topology.at(second);
  const parts = topology.dissolve(waysOfCells(changes, topology.cells.length).map((way, cell) => {
    if (way !== null) return way === "taken" ? TAKEN : OTHER;
    return holders[cell] >= 0 ? SAME : -1;
  }));
  /** @param {number} value */
  const rings = (value) => (parts.find((part) => part.value === value)?.rings ?? [])
    .map((ring) => Float64Array.from(ringPoints(topology.arcs, ring)));
  return { same: rings(SAME), taken: rings(TAKEN), other: rings(OTHER) };
}
