// Seen from near, quarters and villages carry the colour of who was reported to hold them; a dashed rim says that the point is an estimate.
import { nameOn } from "#timemap/areas/controllers.js";
import { holderColour } from "#timemap/areas/patterns.js";
import { createCanvasLayer } from "#timemap/map/canvaslayer.js";
import { RING } from "#timemap/map/focus.js";
import { hoverOf } from "#timemap/map/hover.js";
import { watchPalette } from "#timemap/map/palette.js";
import { WHOLE } from "#timemap/map/side.js";
import { QUARTERS_FROM, reportOn } from "#timemap/quarters/snapshots.js";

const NONE = Object.freeze([]);
const SIZE = 8; // pixels from the middle to a corner

/**
 * Draw the mark of a quarter.
 *
 * @param {CanvasRenderingContext2D} ctx
 * @param {number} x
 * @param {number} y
 * @param {{colour: string, estimated: boolean}} look
 * @param {Record<string, string>} colours
 */
export function drawQuarter(ctx, x, y, { colour, estimated }, colours) {
  ctx.beginPath();
  ctx.moveTo(x, y - SIZE);
  ctx.lineTo(x + SIZE, y);
  ctx.lineTo(x, y + SIZE);
  ctx.lineTo(x - SIZE, y);
  ctx.closePath();
  ctx.lineJoin = "round";
  ctx.lineWidth = 5;
  ctx.strokeStyle = colours.halo;
  ctx.stroke();
  ctx.fillStyle = colour;
  ctx.fill();
  ctx.lineWidth = 1.6;
  ctx.strokeStyle = colours.label;
  if (estimated) ctx.setLineDash([3, 2]);
  ctx.stroke();
  ctx.setLineDash([]);
}

/**
 * Make the layer of the quarters.
 *
 * @param {{data: object, clock: object, map: L.Map, side?: import("#timemap/map/side.js").Side, onMarks: (marks: {name: string, lon: number, lat: number}[]) => void}} context `onMarks` gets what is to be named, whenever that changes
 * @returns {{layer: L.Layer}}
 */
export function createQuarterLayer({ data, clock, map, side = WHOLE, onMarks }) {
  const reports = data.quarters ?? [];
  const layer = createCanvasLayer({ pane: "evidence", draw, isEmpty, side });
  const theme = watchPalette(map.getContainer(), () => layer.redraw());
  let drawn = null;

  const report = () => (map.getZoom() >= QUARTERS_FROM && !clock.get().hidden.includes("quarters") ? reportOn(reports, clock.get().moment) : null);
  const colourOf = ({ controller }) => holderColour(data.controllers[controller]);

  /** Nothing is drawn where there is nothing to tell; what is to be named follows from the same look. */
  function isEmpty() {
    drawn = report();
    onMarks(drawn?.marks ?? NONE);
    return drawn === null;
  }

  function draw(ctx, view) {
    for (const { mark, x, y } of marksIn(view)) drawQuarter(ctx, x, y, { colour: colourOf(mark), estimated: mark.estimated }, theme.current());
  }

  /** Those that the ring of the focus does not hide. */
  function marksIn(view) {
    const [focusX, focusY] = data.focus ? view.project(data.focus.lon, data.focus.lat) : [Infinity, Infinity];
    return (drawn?.marks ?? NONE)
      .map((mark) => ({ mark, x: view.project(mark.lon, mark.lat)[0], y: view.project(mark.lon, mark.lat)[1] }))
      .filter(({ x, y }) => Math.hypot(x - focusX, y - focusY) > RING);
  }

  function tell({ lng, lat }) {
    const view = layer.view();
    if (view === null || drawn === null || !side.owns({ lng, lat })) return null;
    const [x, y] = view.project(lng, lat);
    const found = marksIn(view).find((mark) => Math.abs(mark.x - x) + Math.abs(mark.y - y) <= SIZE + 3);
    if (!found) return null;
    const holder = nameOn(data.controllers[found.mark.controller], drawn.day, "not known");
    return { title: found.mark.name, note: `Reported held by: ${holder}${found.mark.estimated ? " (point estimated)" : ""}` };
  }

  clock.subscribe((state, changed) => {
    if ((changed.has("moment") || changed.has("hidden")) && report() !== drawn) layer.redraw();
  });
  hoverOf(map).add(tell);
  return { layer };
}
