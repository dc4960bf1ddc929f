// Drags, clicks, pinches and turns of the wheel on the strip.

import { isZoomed, panScale, zoomScale } from "#timemap/slider/timescale.js";

/** Pixels that a press may stray and still be a click. */
const STRAY = 4;
/** Zoom per pixel of wheel. */
const WHEEL = 0.0025;

/** @typedef {"moment"|"from"|"to"|"range"|"new"} Grip */

/**
 * Listen to pointers and wheel on the strip.
 *
 * The wheel zooms over the axis, and with Ctrl anywhere, which is also what a pinch on a touch pad sends; elsewhere,
 * and where there is nothing more to zoom, it is the page's.
 *
 * @param {HTMLElement} strip
 * @param {object} does
 * @param {() => import("#timemap/slider/timescale.js").Timescale} does.scale
 * @param {(scale: import("#timemap/slider/timescale.js").Timescale) => void} does.rescale
 * @param {(press: {x: number, y: number, pointer: string, target: Element}) => Grip|null} does.gripAt what a press
 *   takes hold of
 * @param {(y: number) => boolean} does.isOnAxis
 * @param {(grip: Grip|null, x: number) => void} does.hold called when a drag begins, with where it was pressed; null
 *   for what holds nothing
 * @param {(x: number) => void} does.drag
 * @param {() => void} does.release
 * @param {(x: number, target: Element) => void} does.click
 * @param {(press: {x: number, y: number, pointer: string, target: Element}|null) => void} does.hover
 */
export function listenToGestures(strip, does) {
  const pointers = new Map();
  let box = null;
  let kind = null;
  let origin = null;
  let pinch = null;

  function down(event) {
    if (event.pointerType === "mouse" && event.button !== 0) return;
    box = strip.getBoundingClientRect();
    const press = pressOf(event, box);
    pointers.set(event.pointerId, press.x);
    strip.setPointerCapture(event.pointerId);
    if (pointers.size === 2) {
      if (kind === "drag") does.release();
      kind = "pinch";
      pinch = spreadOf(pointers);
    } else if (pointers.size === 1) {
      origin = { ...press, grip: does.gripAt(press) };
      kind = origin.grip === null && does.isOnAxis(press.y) && isZoomed(does.scale()) ? "press-pan" : "press";
    }
  }

  function move(event) {
    if (!pointers.has(event.pointerId)) {
      does.hover(pressOf(event, strip.getBoundingClientRect()));
      return;
    }
    if (event.pointerType === "mouse" && event.buttons === 0) {
      up(event); // it was let go where nothing could be heard of it
      return;
    }
    const { x } = pressOf(event, box);
    const before = pointers.get(event.pointerId);
    pointers.set(event.pointerId, x);
    if (kind?.startsWith("press") && Math.abs(x - origin.x) >= STRAY) {
      kind = kind === "press" ? "drag" : "pan";
      if (kind === "drag") does.hold(origin.grip, origin.x);
    }
    if (kind === "drag") does.drag(x);
    else if (kind === "pan") does.rescale(panScale(does.scale(), x - before));
    else if (kind === "pinch" && pointers.size === 2) spread();
  }

  function spread() {
    const now = spreadOf(pointers);
    const moved = panScale(does.scale(), now.middle - pinch.middle);
    does.rescale(zoomScale(moved, now.middle, now.length / pinch.length));
    pinch = now;
  }

  function up(event) {
    if (!pointers.delete(event.pointerId)) return;
    const ended = kind;
    if (kind !== "pinch" || pointers.size === 0) kind = null;
    if (ended === "drag") does.release();
    else if (ended?.startsWith("press") && event.type === "pointerup") does.click(pressOf(event, box).x, origin.target);
  }

  const leave = () => does.hover(null);
  const listeners = { pointerdown: down, pointermove: move, pointerup: up, pointercancel: up, lostpointercapture: up, pointerleave: leave };
  for (const [name, run] of Object.entries(listeners)) strip.addEventListener(name, run, { passive: true });
  listenToWheel(strip, does);
}

function pressOf({ clientX, clientY, pointerType, target }, box) {
  return { x: clientX - box.left, y: clientY - box.top, pointer: pointerType, target };
}

/** The middle between two fingers and how far they are apart. */
function spreadOf(pointers) {
  const [one, other] = [...pointers.values()];
  return { middle: (one + other) / 2, length: Math.max(Math.abs(one - other), 10) };
}

function listenToWheel(strip, does) {
  strip.addEventListener("wheel", (event) => {
    const { x, y } = pressOf(event, strip.getBoundingClientRect());
    const next = scaleAfterWheel(does.scale(), event, x, does.isOnAxis(y));
    if (next === null) return;
    event.preventDefault();
    does.rescale(next);
  }, { passive: false });
}

/**
 * Return the scale after a turn of the wheel, or null where the turn is the page's: away from the axis without Ctrl,
 * or with nothing more to zoom or to pan.
 *
 * @param {import("#timemap/slider/timescale.js").Timescale} scale
 * @param {{deltaX: number, deltaY: number, deltaMode?: number, ctrlKey?: boolean, shiftKey?: boolean}} turn
 * @param {number} x where the pointer is
 * @param {boolean} onAxis
 * @returns {import("#timemap/slider/timescale.js").Timescale|null}
 */
export function scaleAfterWheel(scale, turn, x, onAxis) {
  const { deltaX, deltaY, deltaMode = 0, ctrlKey = false, shiftKey = false } = turn;
  const pixels = deltaMode === 1 ? 16 : deltaMode === 2 ? 400 : 1;
  const sideways = shiftKey || Math.abs(deltaX) > Math.abs(deltaY);
  if (!sideways && !ctrlKey && !onAxis) return null;
  const next = sideways
    ? panScale(scale, -(deltaX || deltaY) * pixels)
    : zoomScale(scale, x, Math.exp(-deltaY * pixels * WHEEL));
  return Math.abs(next.from - scale.from) + Math.abs(next.to - scale.to) < 1e-6 ? null : next;
}
