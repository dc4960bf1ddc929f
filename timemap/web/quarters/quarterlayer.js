// Layer of the quarters, in the colours of who was reported to hold them. A dashed rim marks an estimated point.
import tokens from "#timemap/style/tokens.json" with { type: "json" };
import { nameOn } from "#timemap/areas/controllers.js";
import { holderColour } from "#timemap/areas/patterns.js";
import { createCanvasLayer } from "#timemap/map/canvaslayer.js";
import { RING } from "#timemap/map/focus.js";
import { hoverOf } from "#timemap/map/hover.js";
import { watchPalette } from "#timemap/map/palette.js";
import { WHOLE } from "#timemap/map/side.js";
import { QUARTERS_FROM, reportedWords, reportOn } from "#timemap/quarters/snapshots.js";

/** @import {CanvasView, Context, Draw, Quarters, QuarterMark, Side} from "#timemap/types.d.ts" */
/** @import {Palette} from "#timemap/map/palette.js" */

/** @type {readonly QuarterMark[]} */
const NONE = Object.freeze([]);
const { size: SIZE, haloWidth, rimWidth, rimDashes } = tokens.quarters;

/**
 * Draw the mark of a quarter.
 *
 * @param {CanvasRenderingContext2D} ctx
 * @param {number} x
 * @param {number} y
 * @param {{colour: string, estimated: boolean}} look
 * @param {Palette} colours
 */
export function drawQuarter(ctx, x, y, { colour, estimated }, colours) {
  ctx.beginPath();
  ctx.moveTo(x, y - SIZE);
  ctx.lineTo(x + SIZE, y);
  ctx.lineTo(x, y + SIZE);
  ctx.lineTo(x - SIZE, y);
  ctx.closePath();
  ctx.lineJoin = "round";
  ctx.lineWidth = haloWidth;
  ctx.strokeStyle = colours.halo;
  ctx.stroke();
  ctx.fillStyle = colour;
  ctx.fill();
  ctx.lineWidth = rimWidth;
  ctx.strokeStyle = colours.label;
  if (estimated) ctx.setLineDash(rimDashes);
  ctx.stroke();
  ctx.setLineDash([]);
}

/**
 * Make the layer of the quarters.
 *
 * `onMarks` gets what is to be named, whenever that changes.
 *
 * @typedef {{side?: Side, onMarks: (marks: readonly QuarterMark[]) => void}} QuarterOptions
 *
 * @param {Pick<Context, "data"|"store"|"map"> & QuarterOptions} context
 */
export function createQuarterLayer({ data, store, map, side = WHOLE, onMarks }) {
  const reports = data.quarters ?? [];
  const layer = createCanvasLayer({ pane: "evidence", draw, isEmpty, side });
  const theme = watchPalette(map.getContainer(), () => layer.redraw());
  /** @type {Quarters|null} */
  let drawn = null;

  function report() {
    const { hidden, moment } = store.get();
    return map.getZoom() >= QUARTERS_FROM && !hidden.includes("quarters") ? reportOn(reports, moment) : null;
  }

  /** Nothing is drawn where there is nothing to tell. What is to be named follows from the same look. */
  function isEmpty() {
    drawn = report();
    onMarks(drawn?.marks ?? NONE);
    return drawn === null;
  }

  /** @type {Draw} */
  function draw(ctx, view) {
    for (const { mark: { controller, estimated }, x, y } of marksIn(view)) {
      const colour = holderColour(data.controllers[controller]);
      drawQuarter(ctx, x, y, { colour, estimated }, theme.current());
    }
  }

  /** Return the marks that the ring of the focus does not hide. @param {CanvasView} view */
  function marksIn(view) {
    const [focusX, focusY] = data.focus ? view.project(data.focus.lon, data.focus.lat) : [Infinity, Infinity];
    return (drawn?.marks ?? NONE)
      .map((mark) => {
        const [x, y] = view.project(mark.lon, mark.lat);
        return { mark, x, y };
      })
      .filter(({ x, y }) => Math.hypot(x - focusX, y - focusY) > RING);
  }

  /** @param {L.LatLng} latlng @returns {import("#timemap/map/hover.js").Told|null} */
  function describe(latlng) {
    const view = layer.view();
    if (view === null || drawn === null || !side.owns(latlng)) return null;
    const [x, y] = view.project(latlng.lng, latlng.lat);
    const found = marksIn(view).find((mark) => Math.abs(mark.x - x) + Math.abs(mark.y - y) <= SIZE + 3);
    if (!found) return null;
    const holder = nameOn(data.controllers[found.mark.controller], drawn.day, data.unknownHolder);
    return { title: found.mark.name, note: reportedWords(holder, drawn.day, found.mark.estimated) };
  }

  store.subscribe((state, changed) => {
    if ((changed.has("moment") || changed.has("hidden")) && report() !== drawn) layer.redraw();
  });
  hoverOf(map).add(describe);
  return { layer };
}
