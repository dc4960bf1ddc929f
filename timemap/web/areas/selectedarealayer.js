// Layer of the chosen area. It has a firm outline and, where wanted, dots for the places it rests on.
import { cellRings } from "#timemap/areas/areaof.js";
import { ringPoints, traceRings } from "#timemap/areas/arcs.js";
import { createCanvasLayer } from "#timemap/map/canvaslayer.js";
import { watchPalette } from "#timemap/map/palette.js";

/** @import {CanvasView, Context, Draw, LonLat} from "#timemap/types.d.ts" */
/** @import {Palette} from "#timemap/map/palette.js" */
/** @import {Area} from "#timemap/areas/areaof.js" */

const DOT = 4; // pixels

/**
 * Make the layer of the chosen area.
 *
 * It is on the map only while there is one.
 *
 * @param {Pick<Context, "data"|"map"|"topology">} context
 */
export function createEvidenceLayer({ data, map, topology }) {
  const layer = createCanvasLayer({ pane: "evidence", draw });
  const theme = watchPalette(map.getContainer(), () => layer.redraw());
  /** @type {{cells: number[], places: boolean, rings: Float64Array[]}} */
  let chosen = { cells: [], places: false, rings: [] };

  /** @type {Draw} */
  function draw(ctx, view) {
    const colours = theme.current();
    ctx.lineJoin = "round";
    if (chosen.places) {
      ctx.setLineDash([4, 3]);
      const cells = traceRings(chosen.cells.flatMap((cell) => cellRings(topology, cell)), view);
      strokeAll(ctx, cells, [[colours.halo, 3], [colours.label, 1]]);
      ctx.setLineDash([]);
    }
    strokeAll(ctx, traceRings(chosen.rings, view), [[colours.halo, 6], [colours.focus, 3]]);
    if (!chosen.places) return;
    for (const cell of chosen.cells) dot(ctx, view, data.places[topology.cells[cell].place], colours);
  }

  /** @type {(ctx: CanvasRenderingContext2D, path: Path2D, strokes: [colour: string, width: number][]) => void} */
  function strokeAll(ctx, path, strokes) {
    for (const [colour, width] of strokes) {
      ctx.strokeStyle = colour;
      ctx.lineWidth = width;
      ctx.stroke(path);
    }
  }

  /**
   * Draw the dot of a place.
   *
   * @param {CanvasRenderingContext2D} ctx
   * @param {CanvasView} view
   * @param {LonLat|undefined} place
   * @param {Palette} colours
   */
  function dot(ctx, view, place, colours) {
    if (!place) return;
    ctx.beginPath();
    ctx.arc(...view.project(place.lon, place.lat), DOT, 0, Math.PI * 2);
    ctx.strokeStyle = colours.halo;
    ctx.lineWidth = 3;
    ctx.stroke();
    ctx.fillStyle = colours.label;
    ctx.fill();
  }

  return {
    /** @type {(area: Area|null, places: boolean) => void} */
    show(area, places) {
      if (area === null) {
        chosen = { cells: [], places: false, rings: [] };
        layer.remove();
        return;
      }
      const members = new Set(area.cells);
      const [outline] = topology.dissolve(topology.cells.map((_, cell) => (members.has(cell) ? 0 : -1)));
      const rings = (outline?.rings ?? []).map((ring) => Float64Array.from(ringPoints(topology.arcs, ring)));
      chosen = { cells: area.cells, places, rings };
      layer.addTo(map).redraw();
    },
  };
}
