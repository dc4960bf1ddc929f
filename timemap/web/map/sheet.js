// Sheet: one canvas for several layers with nothing between them.
// One picture is cheaper to show than three.

import { createCanvasLayer } from "#timemap/map/canvaslayer.js";

/** @import { PaneName } from "#timemap/map/canvaslayer.js" */
/** @import { Side } from "#timemap/map/side.js" */
/** @import { Draw, Sheet } from "#timemap/types.d.ts" */

/**
 * Make a sheet; it is on the map as long as one of its layers is.
 *
 * A layer draws all of its own each time that one of them asks, so what is dear to draw keeps its picture. Each starts
 * with a context as new.
 *
 * @param {{pane: PaneName, order: string[], side?:
 *   Side}} options `order` names the layers from the lowest to the topmost
 * @returns {Sheet}
 */
export function createSheet({ pane, order, side }) {
  /** @type {Map<string, Draw>} */
  const shown = new Map(); // how to draw the layers that are on the map, by name
  const sheet = createCanvasLayer({ pane, draw: drawAll, side, atOnce: false });

  /** @type {Draw} */
  function drawAll(ctx, view, box) {
    for (const name of order) {
      const draw = shown.get(name);
      if (draw === undefined) continue;
      ctx.save();
      draw(ctx, view, box);
      ctx.restore();
    }
  }

  /** @param {string} name @param {Draw} draw */
  function layer(name, draw) {
    const SheetLayer = globalThis.L.Layer.extend({
      /** @param {L.Map} map */
      onAdd(map) {
        shown.set(name, draw);
        sheet.addTo(map).redraw();
      },
      onRemove() {
        shown.delete(name);
        if (shown.size === 0) sheet.remove();
        else sheet.redraw();
      },
      redraw() {
        sheet.redrawSeen();
        return this;
      },
      view: () => sheet.view(),
    });
    return new SheetLayer();
  }

  return { layer };
}
