// The chosen area has a firm outline; where that is wanted, the places it rests on are dots in their cells.
import { ringPoints } from "#timemap/areas/arcs.js";
import { createCanvasLayer } from "#timemap/map/canvaslayer.js";
import { watchPalette } from "#timemap/map/palette.js";

const DOT = 4; // pixels

/**
 * Make the layer of the chosen area; it is on the map only while there is one.
 *
 * @param {{data: object, map: L.Map, topology: object}} context
 * @returns {{show: (area: import("#timemap/areas/areaof.js").Area|null, places: boolean) => void}}
 */
export function createEvidenceLayer({ data, map, topology }) {
  const layer = createCanvasLayer({ pane: "evidence", draw });
  const theme = watchPalette(map.getContainer(), () => layer.redraw());
  let chosen = { area: null, places: false, rings: [] };

  function draw(ctx, view) {
    const colours = theme.current();
    ctx.lineJoin = "round";
    if (chosen.places) {
      ctx.setLineDash([4, 3]);
      strokeAll(ctx, trace(chosen.area.cells.flatMap(ringsOf), view), [[colours.halo, 3], [colours.label, 1]]);
      ctx.setLineDash([]);
    }
    strokeAll(ctx, trace(chosen.rings, view), [[colours.halo, 6], [colours.focus, 3]]);
    if (chosen.places) for (const cell of chosen.area.cells) dot(ctx, view, data.places[topology.cells[cell].place], colours);
  }

  const ringsOf = (cell) => topology.cells[cell].polygons.flat().map((ring) => ringPoints(topology.arcs, ring));

  function trace(rings, view) {
    const path = new globalThis.Path2D();
    for (const ring of rings) {
      const points = view.projectInto(ring, new Float64Array(ring.length));
      for (let at = 0; at < points.length; at += 2) path[at === 0 ? "moveTo" : "lineTo"](points[at], points[at + 1]);
      path.closePath();
    }
    return path;
  }

  function strokeAll(ctx, path, strokes) {
    for (const [colour, width] of strokes) {
      ctx.strokeStyle = colour;
      ctx.lineWidth = width;
      ctx.stroke(path);
    }
  }

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
    show(area, places) {
      if (area === null) {
        chosen = { area: null, places: false, rings: [] };
        layer.remove();
        return;
      }
      const members = new Set(area.cells);
      const [outline] = topology.dissolve(topology.cells.map((_, cell) => (members.has(cell) ? 0 : -1)));
      chosen = { area, places, rings: (outline?.rings ?? []).map((ring) => ringPoints(topology.arcs, ring)) };
      layer.addTo(map).redraw();
    },
  };
}
