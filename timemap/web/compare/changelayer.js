// What changed hands between the two days is outlined, solid where it was taken and dashed where not; the rest is veiled.

import { ringPoints } from "#timemap/areas/arcs.js";
import { changesBetween, waysOfCells } from "#timemap/compare/changes.js";
import { createCanvasLayer } from "#timemap/map/canvaslayer.js";
import { watchPalette } from "#timemap/map/palette.js";

const VEIL = 0.62; // opacity
const [SAME, TAKEN, OTHER] = [0, 1, 2];
const DASHES = [7, 5]; // pixels

/**
 * Make the layer of what changed; it is there only while it is wanted and shown.
 *
 * @param {{data: object, map: L.Map, topology: object}} context
 * @returns {{show: (first: number, second: number) => void, want: (wanted: boolean) => void, off: () => void}}
 */
export function createChangeLayer({ data, map, topology }) {
  const layer = createCanvasLayer({ pane: "changes", draw });
  const theme = watchPalette(map.getContainer(), () => layer.redraw());
  let days = null;
  let wanted = false;
  let known = { key: "", same: [], taken: [], other: [] };

  function regions() {
    const [first, second] = days;
    const key = `${topology.interval(first)} ${topology.interval(second)}`;
    if (known.key === key) return known;
    const ways = waysOfCells(changesBetween(topology, first, second, data.handovers?.successions ?? []), topology.cells.length);
    const holders = topology.at(second).holders;
    const parts = topology.dissolve(ways.map((way, cell) => (way === "taken" ? TAKEN : way !== null ? OTHER : holders[cell] >= 0 ? SAME : -1)));
    const rings = (value) => (parts.find((part) => part.value === value)?.rings ?? []).map((ring) => ringPoints(topology.arcs, ring));
    known = { key, same: rings(SAME), taken: rings(TAKEN), other: rings(OTHER) };
    return known;
  }

  function trace(rings, view) {
    const path = new globalThis.Path2D();
    for (const ring of rings) {
      const points = view.projectInto(ring, new Float64Array(ring.length));
      for (let at = 0; at < points.length; at += 2) path[at === 0 ? "moveTo" : "lineTo"](points[at], points[at + 1]);
      path.closePath();
    }
    return path;
  }

  function draw(ctx, view) {
    if (days === null) return;
    const { same, taken, other } = regions();
    const colours = theme.current();
    ctx.globalAlpha = VEIL;
    ctx.fillStyle = colours.neighbour;
    ctx.fill(trace(same, view), "evenodd");
    ctx.globalAlpha = 1;
    ctx.lineJoin = "round";
    for (const [rings, dashes] of [[other, DASHES], [taken, []]]) {
      const outline = trace(rings, view);
      for (const [colour, width, pattern] of [[colours.halo, 4.5, []], [colours.label, 2, dashes]]) {
        ctx.setLineDash(pattern);
        ctx.strokeStyle = colour;
        ctx.lineWidth = width;
        ctx.stroke(outline);
      }
    }
    ctx.setLineDash([]);
  }

  function update() {
    if (wanted && days !== null) layer.addTo(map).redraw();
    else layer.remove();
  }

  return {
    show(first, second) {
      days = [first, second];
      update();
    },
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
