// A canvas layer lies over the map with a margin, moves with it, is stretched while zooming and drawn at most once per frame.
// The margin, a third of the pixels, is only seen while the map moves: what changes on a resting map is drawn inside the window.

import { WHOLE } from "#timemap/map/side.js";
import { createView, sameView } from "#timemap/map/view.js";
import { blankCanvas } from "#timemap/page/nodes.js";
import { inFrame, notInFrame } from "#timemap/time/frames.js";

const MARGIN = 0.1; // of the map's size, on every side
const SHARPEST = 2; // device pixels per CSS pixel; more costs time and shows nothing

/** Height of each pane in the stack: what is drawn over what. */
const PANES = Object.freeze({ background: 150, base: 200, areas: 300, changes: 350, evidence: 360, signs: 450 });

/**
 * Return the named pane of a map, made on first use; it never takes the pointer from the map.
 *
 * @param {L.Map} map
 * @param {keyof PANES} name
 * @param {import("#timemap/map/side.js").Side} [side]
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
 * `draw` gets a cleared context that counts in CSS pixels, the view, and where only a part is drawn the box of it, beyond
 * which nothing appears. `layer.redraw()` asks for one drawing in this frame or the next, however often it is called;
 * `layer.redrawNow()` draws at once; `layer.view()` is the view of the last drawing. While `isEmpty` says so the canvas
 * is out of the page and nothing is drawn: also an empty one costs time.
 *
 * For what changes in the same view `layer.redrawSeen()` asks for a drawing of the part inside the window, and
 * `layer.redrawIn(boxes)` at once draws boxes of it; the margin follows as soon as the map begins to move.
 *
 * @param {{pane: keyof PANES, draw: (ctx: CanvasRenderingContext2D, view: import("#timemap/map/view.js").View, box?: import("#timemap/map/geometry.js").Box) => void, isEmpty?: () => boolean, margin?: number, side?: import("#timemap/map/side.js").Side, atOnce?: boolean, opaque?: boolean}} options `atOnce` whether it is drawn as soon as it is added, `opaque` whether nothing shows through, which is cheaper
 * @returns {L.Layer & {redraw: () => L.Layer, redrawNow: () => L.Layer, redrawSeen: () => L.Layer, redrawIn: (boxes: import("#timemap/map/geometry.js").Box[]) => void, view: () => import("#timemap/map/view.js").View | null}}
 */
export function createCanvasLayer({ pane, draw, isEmpty = () => false, margin = MARGIN, side = WHOLE, atOnce = true, opaque = false }) {
  const L = globalThis.L;
  const canvas = document.createElement("canvas");
  canvas.className = "map-canvas leaflet-zoom-animated";
  canvas.setAttribute("aria-hidden", "true");
  const ctx = canvas.getContext("2d", { alpha: !opaque });
  let map = null;
  let view = null;
  let center = null;
  let inPart = false; // whether the margin shows an earlier state
  let asked = null; // device pixels per CSS pixel while printing

  /** Keep what is drawn where it belongs until the next drawing. */
  function follow(toCenter, toZoom) {
    if (view === null) return;
    const stretch = map.getZoomScale(toZoom, view.zoom);
    const half = L.point(view.width, view.height).multiplyBy(0.5 * stretch);
    const corner = map.project(center, toZoom).subtract(half).subtract(map._getNewPixelOrigin(toCenter, toZoom));
    L.DomUtil.setTransform(canvas, corner, stretch);
  }

  function look() {
    const size = map.getSize();
    const pad = size.multiplyBy(margin).round();
    const least = map.containerPointToLayerPoint(pad.multiplyBy(-1)).round();
    const origin = map.getPixelOrigin().add(least);
    const ratio = asked ?? Math.min(globalThis.devicePixelRatio || 1, SHARPEST);
    const width = size.x + 2 * pad.x;
    const height = size.y + 2 * pad.y;
    fit(width, height, ratio);
    view = createView({
      zoom: map.getZoom(), originX: origin.x, originY: origin.y, width, height, ratio,
      seen: [pad.x, pad.y, pad.x + size.x, pad.y + size.y],
    });
    center = map.unproject(origin.add([width / 2, height / 2]), view.zoom);
    L.DomUtil.setTransform(canvas, least, 1);
  }

  function fit(width, height, ratio) {
    const [across, down] = [Math.round(width * ratio), Math.round(height * ratio)];
    if (canvas.width === across && canvas.height === down) return;
    canvas.width = across;
    canvas.height = down;
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
  }

  function paint() {
    notInFrame(paint);
    notInFrame(paintSeen);
    if (map === null || map._animatingZoom) return; // the end of the zoom asks again
    look();
    canvas.hidden = isEmpty();
    if (canvas.hidden) return;
    if (view.width <= 0 || view.height <= 0) return;
    if (asked !== null) {
      settle();
      return;
    }
    ctx.setTransform(view.ratio, 0, 0, view.ratio, 0, 0);
    ctx.clearRect(0, 0, view.width, view.height);
    inPart = false;
    draw(ctx, view);
  }

  function paintSeen() {
    const before = view;
    if (map === null || map._animatingZoom) return;
    if (before !== null) look();
    if (before === null || asked !== null || canvas.hidden || isEmpty() || !sameView(before, view)) {
      paint();
      return;
    }
    view = before; // the very same: what was drawn for it holds
    paintIn([view.seen]);
  }

  function paintIn(boxes) {
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

  function paintMargin() {
    if (inPart) paint();
  }

  /** Give a printer the finished pixels: it is sent all that was done to a canvas, and what clears one there clears the page below it. */
  function settle() {
    const finished = blankCanvas(canvas.width, canvas.height);
    const on = finished.getContext("2d");
    on.scale(view.ratio, view.ratio);
    draw(on, view);
    canvas.width = finished.width; // empties it without a trace
    ctx.drawImage(finished, 0, 0);
  }

  const CanvasLayer = L.Layer.extend({
    options: { pane: pane + side.suffix },
    onAdd(to) {
      map = to;
      ensurePane(map, pane, side).append(canvas);
      if (atOnce) paint();
    },
    onRemove() {
      notInFrame(paint);
      notInFrame(paintSeen);
      canvas.remove();
      map = null;
      view = null;
    },
    getEvents() {
      const still = () => this.redraw();
      return {
        movestart: paintMargin, zoomstart: paintMargin,
        zoomanim: (event) => follow(event.center, event.zoom),
        zoom: () => follow(map.getCenter(), map.getZoom()),
        viewreset: () => {
          follow(map.getCenter(), map.getZoom());
          this.redraw();
        },
        moveend: still, zoomend: still, resize: still,
        drawnow: ({ ratio: wanted }) => {
          asked = wanted;
          this.redrawNow();
        },
      };
    },
    redraw() {
      if (map !== null) inFrame(paint);
      return this;
    },
    redrawNow() {
      if (map !== null) paint();
      return this;
    },
    redrawSeen() {
      if (map !== null) inFrame(paintSeen);
      return this;
    },
    redrawIn(boxes) {
      if (map !== null) paintIn(boxes);
    },
    view: () => view,
  });
  return new CanvasLayer();
}

/** The part of a box inside the window, on whole device pixels so that parts join without a seam. */
function onPixels([left, upper, right, lower], { ratio, seen }) {
  const down = (value) => Math.floor(value * ratio) / ratio;
  const up = (value) => Math.ceil(value * ratio) / ratio;
  return [down(Math.max(left, seen[0])), down(Math.max(upper, seen[1])), up(Math.min(right, seen[2])), up(Math.min(lower, seen[3]))];
}
