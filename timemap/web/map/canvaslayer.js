// A canvas layer lies over the map with a margin, moves with it, is stretched while zooming and drawn at most once per frame.

import { WHOLE } from "#timemap/map/side.js";
import { createView } from "#timemap/map/view.js";
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
 * `draw` gets a cleared context that counts in CSS pixels, and the view. `layer.redraw()` asks for one drawing in this
 * frame or the next, however often it is called; `layer.redrawNow()` draws at once; `layer.view()` is the view of the
 * last drawing. While `isEmpty` says so the canvas is out of the page and nothing is drawn: also an empty one costs time.
 *
 * @param {{pane: keyof PANES, draw: (ctx: CanvasRenderingContext2D, view: import("#timemap/map/view.js").View) => void, isEmpty?: () => boolean, margin?: number, side?: import("#timemap/map/side.js").Side, atOnce?: boolean, opaque?: boolean}} options `atOnce` whether it is drawn as soon as it is added, `opaque` whether nothing shows through, which is cheaper
 * @returns {L.Layer & {redraw: () => L.Layer, redrawNow: () => L.Layer, view: () => import("#timemap/map/view.js").View | null}}
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
    draw(ctx, view);
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
      canvas.remove();
      map = null;
      view = null;
    },
    getEvents() {
      const still = () => this.redraw();
      return {
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
    view: () => view,
  });
  return new CanvasLayer();
}
