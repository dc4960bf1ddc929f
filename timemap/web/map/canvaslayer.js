// Layer of the map with one canvas.
// It lies over the map with a margin, moves with it, is stretched while zooming and drawn at most once per frame. The
// margin, a third of the pixels, is only seen while the map moves: what changes on a resting map is drawn inside the
// window.

import { WHOLE } from "#timemap/map/side.js";
import { createView, sameView } from "#timemap/map/view.js";
import { blankCanvas, context2d } from "#timemap/page/nodes.js";
import { inFrame, notInFrame } from "#timemap/time/frames.js";

/** @import { Side } from "#timemap/map/side.js" */
/** @import { View } from "#timemap/map/view.js" */
/** @import { Box, CanvasLayer, Draw } from "#timemap/types.d.ts" */

const MARGIN = 0.1; // of the map's size, on every side
const SHARPEST = 2; // device pixels per CSS pixel; more costs time and shows nothing

/** Height of each pane in the stack: what is drawn over what. */
const PANES = Object.freeze({
  ground: 140, background: 150, base: 200, areas: 300, changes: 350, evidence: 360, signs: 450,
});

/** @typedef {keyof typeof PANES} PaneName */
/**
 * @typedef {L.Map & {_animatingZoom?: boolean, _getNewPixelOrigin: (center: L.LatLng, zoom: number) => L.Point}}
 *   LeafletMap with what Leaflet's own canvas uses, which has no types
 */

/**
 * Return the named pane of a map, made on first use.
 *
 * It never takes the pointer from the map.
 *
 * @param {L.Map} map
 * @param {PaneName} name
 * @param {Pick<Side, "suffix">} [side]
 * @returns {HTMLElement}
 */
export function ensurePane(map, name, { suffix } = WHOLE) {
  const pane = map.getPane(name + suffix) ?? map.createPane(name + suffix);
  pane.style.zIndex = String(PANES[name]);
  pane.style.pointerEvents = "none";
  return pane;
}

/**
 * Make a layer with one canvas.
 *
 * `draw` gets a cleared context that counts in CSS pixels, the view, and where only a part is drawn the box of it,
 * beyond
 * which nothing appears. `layer.redraw()` asks for one drawing in this frame or the next, however often it is called;
 * `layer.redrawNow()` draws at once; `layer.view()` is the view of the last drawing. While `isEmpty` says so the canvas
 * is out of the page and nothing is drawn: also an empty one costs time.
 *
 * For what changes in the same view `layer.redrawSeen()` asks for a drawing of the part inside the window, and
 * `layer.redrawIn(boxes)` at once draws boxes of it; the margin follows as soon as the map begins to move.
 *
 * @param {{pane: PaneName, draw: Draw, isEmpty?: () => boolean, margin?: number, side?:
 *   Pick<Side, "suffix">, atOnce?: boolean, opaque?: boolean}} options `atOnce` whether
 *   it is drawn as soon as it is added, `opaque` whether nothing shows through, which is cheaper
 * @returns {CanvasLayer}
 */
export function createCanvasLayer({
  pane,
  draw,
  isEmpty = () => false,
  margin = MARGIN,
  side = WHOLE,
  atOnce = true,
  opaque = false,
}) {
  const surface = createSurface(margin, opaque);
  const { paint, paintSeen, paintIn, paintMargin, print } = createPainter(surface, draw, isEmpty);

  const CanvasLayer = globalThis.L.Layer.extend({
    options: { pane: pane + side.suffix },
    /** @param {LeafletMap} map */
    onAdd(map) {
      surface.attach(map);
      ensurePane(map, pane, side).append(surface.canvas);
      if (atOnce) paint();
    },
    onRemove() {
      notInFrame(paint);
      notInFrame(paintSeen);
      surface.detach();
    },
    getEvents() {
      return eventsOf(this, surface, { paintMargin, print });
    },
    redraw() {
      if (surface.isAttached()) inFrame(paint);
      return this;
    },
    redrawNow() {
      if (surface.isAttached()) paint();
      return this;
    },
    redrawSeen() {
      if (surface.isAttached()) inFrame(paintSeen);
      return this;
    },
    /** @param {Box[]} boxes */
    redrawIn(boxes) {
      const view = surface.view();
      if (surface.isAttached() && view !== null) paintIn(boxes, view);
    },
    view: surface.view,
  });
  return new CanvasLayer();
}

/**
 * Return what a layer does at events of the map.
 *
 * @param {{redraw: () => void, redrawNow: () => void}} layer
 * @param {ReturnType<typeof createSurface>} surface
 * @param {Pick<ReturnType<typeof createPainter>, "paintMargin" | "print">} painter
 */
function eventsOf(layer, { follow }, { paintMargin, print }) {
  const redraw = () => layer.redraw();
  return {
    movestart: paintMargin,
    zoomstart: paintMargin,
    zoomanim: (/** @type {L.ZoomAnimEvent} */ { center, zoom }) => follow(center, zoom),
    zoom: () => follow(),
    viewreset() {
      follow();
      redraw();
    },
    moveend: redraw,
    zoomend: redraw,
    resize: redraw,
    drawnow(/** @type {{ratio: number|null}} */ { ratio }) {
      print(ratio);
      layer.redrawNow();
    },
  };
}

/**
 * Make the canvas that lies over the map.
 *
 * It lies where the map was when it was last looked at.
 *
 * @param {number} margin of the map's size, on every side
 * @param {boolean} opaque
 */
function createSurface(margin, opaque) {
  const { L } = globalThis;
  const canvas = document.createElement("canvas");
  canvas.className = "map-canvas leaflet-zoom-animated";
  canvas.setAttribute("aria-hidden", "true");
  const ctx = context2d(canvas, { alpha: !opaque });
  /** @type {LeafletMap|null} */
  let map = null;
  /** @type {{view: View, center: L.LatLng}|null} */
  let seen = null;

  /** Keep what is drawn where it belongs until the next drawing. */
  function follow(toCenter = map?.getCenter(), toZoom = map?.getZoom()) {
    if (map === null || seen === null || toCenter === undefined || toZoom === undefined) return;
    const { view, center } = seen;
    const stretch = map.getZoomScale(toZoom, view.zoom);
    const half = L.point(view.width, view.height).multiplyBy(0.5 * stretch);
    const corner = map.project(center, toZoom).subtract(half).subtract(map._getNewPixelOrigin(toCenter, toZoom));
    L.DomUtil.setTransform(canvas, corner, stretch);
  }

  /**
   * Lay the canvas over the map as it is now.
   *
   * @param {LeafletMap} on
   * @param {number|null} asked device pixels per CSS pixel, null for those of the screen
   */
  function look(on, asked) {
    const size = on.getSize();
    const pad = size.multiplyBy(margin).round();
    const least = on.containerPointToLayerPoint(pad.multiplyBy(-1)).round();
    const origin = on.getPixelOrigin().add(least);
    const ratio = asked ?? Math.min(globalThis.devicePixelRatio || 1, SHARPEST);
    const [width, height] = [size.x + 2 * pad.x, size.y + 2 * pad.y];
    fit(canvas, width, height, ratio);
    const view = createView({
      zoom: on.getZoom(), originX: origin.x, originY: origin.y, width, height, ratio,
      seen: [pad.x, pad.y, pad.x + size.x, pad.y + size.y],
    });
    seen = { view, center: on.unproject(origin.add([width / 2, height / 2]), view.zoom) };
    L.DomUtil.setTransform(canvas, least, 1);
    return view;
  }

  return {
    canvas, ctx, follow,
    view: () => seen?.view ?? null,
    isAttached: () => map !== null,
    attach(/** @type {LeafletMap} */ to) {
      map = to;
    },
    detach() {
      canvas.remove();
      [map, seen] = [null, null];
    },
    /** Look at the map; null where there is none, or while it zooms: the end of the zoom asks again. */
    look(/** @type {number|null} */ asked) {
      return map === null || map._animatingZoom ? null : look(map, asked);
    },
    isZooming: () => Boolean(map?._animatingZoom),
    keep(/** @type {View} */ view) {
      if (seen !== null) seen = { ...seen, view };
    },
  };
}

/**
 * @param {HTMLCanvasElement} canvas
 * @param {number} width in CSS pixels
 * @param {number} height
 * @param {number} ratio
 */
function fit(canvas, width, height, ratio) {
  const [across, down] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width === across && canvas.height === down) return;
  canvas.width = across;
  canvas.height = down;
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
}

/**
 * Make what paints on a surface, all of it or a part.
 *
 * @param {ReturnType<typeof createSurface>} surface
 * @param {Draw} draw
 * @param {() => boolean} isEmpty
 */
function createPainter(surface, draw, isEmpty) {
  const { canvas, ctx } = surface;
  let inPart = false; // whether the margin shows an earlier state
  /** @type {number|null} */
  let asked = null; // device pixels per CSS pixel while printing

  function paint() {
    notInFrame(paint);
    notInFrame(paintSeen);
    const view = surface.look(asked);
    if (view === null) return;
    canvas.hidden = isEmpty();
    if (canvas.hidden || view.width <= 0 || view.height <= 0) return;
    if (asked !== null) {
      settle(canvas, ctx, view, draw);
      return;
    }
    ctx.setTransform(view.ratio, 0, 0, view.ratio, 0, 0);
    ctx.clearRect(0, 0, view.width, view.height);
    inPart = false;
    draw(ctx, view);
  }

  function paintSeen() {
    const before = surface.view();
    const view = before === null ? null : surface.look(asked);
    if (surface.isZooming()) return;
    if (before === null || asked !== null || canvas.hidden || isEmpty() || !sameView(before, view)) {
      paint();
      return;
    }
    surface.keep(before); // the very same: what was drawn for it holds
    paintIn([before.seen], before);
  }

  /** @param {Box[]} boxes @param {View} view */
  function paintIn(boxes, view) {
    inPart = true;
    for (const box of boxes) {
      const part = onPixels(box, view);
      const [left, upper, right, lower] = part;
      if (left >= right || upper >= lower) continue;
      ctx.save();
      ctx.setTransform(view.ratio, 0, 0, view.ratio, 0, 0);
      ctx.beginPath();
      ctx.rect(left, upper, right - left, lower - upper);
      ctx.clip();
      ctx.clearRect(left, upper, right - left, lower - upper);
      draw(ctx, view, part);
      ctx.restore();
    }
  }

  return {
    paint, paintSeen, paintIn,
    paintMargin() {
      if (inPart) paint();
    },
    print(/** @type {number|null} */ ratio) {
      asked = ratio;
    },
  };
}

/**
 * Give a printer the finished pixels.
 *
 * It is sent all that was done to a canvas, and what clears one there clears the page below it.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {CanvasRenderingContext2D} ctx of it
 * @param {View} view
 * @param {Draw} draw
 */
function settle(canvas, ctx, view, draw) {
  const finished = blankCanvas(canvas.width, canvas.height);
  const on = context2d(finished);
  on.scale(view.ratio, view.ratio);
  draw(on, view);
  canvas.width = finished.width; // empties it without a trace
  ctx.drawImage(finished, 0, 0);
}

/**
 * Return the part of a box inside the window, on whole device pixels.
 *
 * Parts join without a seam then.
 *
 * @param {Box} box
 * @param {View} view
 * @returns {Box}
 */
function onPixels([left, upper, right, lower], { ratio, seen }) {
  /** @param {number} value */
  const down = (value) => Math.floor(value * ratio) / ratio;
  /** @param {number} value */
  const up = (value) => Math.ceil(value * ratio) / ratio;
  return [
    down(Math.max(left, seen[0])),
    down(Math.max(upper, seen[1])),
    up(Math.min(right, seen[2])),
    up(Math.min(lower, seen[3])),
  ];
}
