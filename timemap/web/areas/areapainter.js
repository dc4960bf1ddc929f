// Painting of the areas of a day: fillings, stripes, fronts, outlines.
import tokens from "#timemap/style/tokens.json" with { type: "json" };
import { isWeak } from "#timemap/areas/confidence.js";
import { createFillings } from "#timemap/areas/patterns.js";
import { createEdgeFade } from "#timemap/areas/edgefade.js";

/** @import {Box, CanvasView, Context} from "#timemap/types.d.ts" */
/** @import {Palette} from "#timemap/map/palette.js" */
/** @import {AreaPaths, StatePaths} from "#timemap/areas/areapaths.js" */

const { zoneWidth, zoneDashes, frontWidth } = tokens.areas;

/**
 * What is painted, and whether it is only what was known last.
 *
 * @typedef {{traced: StatePaths, anchor: AreaPaths["anchor"], lastKnown: boolean}} Painted
 */

/**
 * Make the painter.
 *
 * @param {Pick<Context, "data"|"store">} context
 * @param {() => Palette} palette of the theme
 */
export function createAreaPainter({ data, store }, palette) {
  const rim = createEdgeFade(data.areas?.rim, [...(data.base?.border ?? []), ...(data.base?.borders ?? [])]);
  const fillings = createFillings(data.controllers, palette);

  /** @param {number} controller */
  const isDrawn = (controller) => !store.get().hidden.includes(data.controllers[controller]?.id);

  /** @type {(ctx: CanvasRenderingContext2D, view: CanvasView, painted: Painted) => void} */
  function fill(ctx, view, { traced, lastKnown }) {
    const { hidden, patterns } = store.get();
    const withLines = patterns || document.documentElement.classList.contains("on-paper");
    for (const { controller, path } of traced.controllers) {
      if (!isDrawn(controller)) continue;
      ctx.fillStyle = fillings.area(ctx, controller, lastKnown, view.ratio, withLines);
      ctx.fill(path, "evenodd");
    }
    ctx.globalCompositeOperation = "destination-out";
    for (const { confidence, path } of hidden.includes("evidence") ? [] : traced.hatchings) {
      if (!isWeak(data.confidences, confidence)) continue;
      ctx.fillStyle = fillings.stripes(ctx, view.ratio);
      ctx.fill(path, "evenodd");
    }
    ctx.globalCompositeOperation = "source-over";
  }

  /** @type {(ctx: CanvasRenderingContext2D, painted: Painted) => void} */
  function stroke(ctx, { traced, lastKnown }) {
    const colours = palette();
    ctx.lineJoin = "round";
    ctx.lineCap = "round";
    ctx.lineWidth = frontWidth;
    ctx.strokeStyle = colours.front;
    if (traced.controllers.some(({ controller }) => isDrawn(controller))) ctx.stroke(traced.fronts);
    ctx.lineWidth = zoneWidth;
    if (lastKnown) ctx.setLineDash(zoneDashes);
    for (const { controllers: holders, path } of store.get().hidden.includes("zones") ? [] : traced.zones) {
      ctx.strokeStyle = colours.zoneOutline || fillings.outline(Math.min(...holders), lastKnown);
      ctx.stroke(path);
    }
  }

  /** @type {(ctx: CanvasRenderingContext2D, view: CanvasView, painted: Painted, box?: Box) => void} */
  function paint(ctx, view, painted, box) {
    const [x, y] = painted.anchor;
    ctx.save();
    ctx.imageSmoothingEnabled = false; // the tiles lie on whole pixels
    ctx.translate(x * view.scale - view.originX, y * view.scale - view.originY);
    fill(ctx, view, painted);
    stroke(ctx, painted);
    ctx.restore();
    rim.erase(ctx, view, box);
  }

  return { paint, isDrawn, solid: fillings.solid };
}
