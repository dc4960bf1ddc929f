// Drags, clicks, pinches and turns of the wheel on the strip.

import { isZoomed, panScale, zoomScale } from "#timemap/slider/timescale.js";

/** @import { Timescale } from "#timemap/slider/timescale.js" */

/** Pixels that a press may stray and still be a click. */
const STRAY = 4;
/** Zoom per pixel of wheel. */
const WHEEL = 0.0025;
const ENDS = /** @type {const} */ (["pointerup", "pointercancel", "lostpointercapture"]);

/** @typedef {"moment"|"from"|"to"|"range"|"new"} Grip */
/** @typedef {{x: number, y: number, pointer: string, target: Element}} Press */
/** @typedef {{middle: number, length: number}} Pinch two fingers */

/**
 * @typedef {object} Gestures
 * @property {() => Timescale} scale
 * @property {(scale: Timescale) => void} rescale
 * @property {(press: Press) => Grip|null} gripAt what a press takes hold of
 * @property {(y: number) => boolean} isOnAxis
 * @property {(grip: Grip|null, x: number) => void} hold called when a drag begins, with where it was pressed; null
 *   for what holds nothing
 * @property {(x: number) => void} drag
 * @property {() => void} release
 * @property {(x: number, target: Element) => void} click
 * @property {(press: Press|null) => void} hover
 */

/**
 * Listen to pointers and wheel on the strip.
 *
 * The wheel zooms over the axis, and with Ctrl anywhere, which is also what a pinch on a touch pad sends; elsewhere,
 * and where there is nothing more to zoom, it is the page's.
 *
 * @param {HTMLElement} strip
 * @param {Gestures} actions
 */
export function listenToGestures(strip, actions) {
  /** @type {Map<number, number>} */
  const pointers = new Map();
  let box = new DOMRect();
  /** @type {"press"|"press-pan"|"drag"|"pan"|"pinch"|null} */
  let kind = null;
  /** @type {Press & {grip: Grip|null}|null} */
  let origin = null;
  /** @type {Pinch} */
  let pinch = { middle: 0, length: 1 };

  /** @param {PointerEvent} event */
  function down(event) {
    if (event.pointerType === "mouse" && event.button !== 0) return;
    box = strip.getBoundingClientRect();
    const press = pressOf(event, box);
    pointers.set(event.pointerId, press.x);
    strip.setPointerCapture(event.pointerId);
    if (pointers.size === 2) {
      if (kind === "drag") actions.release();
      kind = "pinch";
      pinch = spreadOf(pointers);
    } else if (pointers.size === 1) {
      origin = { ...press, grip: actions.gripAt(press) };
      kind = origin.grip === null && actions.isOnAxis(press.y) && isZoomed(actions.scale()) ? "press-pan" : "press";
    }
  }

  /** @param {PointerEvent} event */
  function move(event) {
    if (!pointers.has(event.pointerId)) {
      actions.hover(pressOf(event, strip.getBoundingClientRect()));
      return;
    }
    if (event.pointerType === "mouse" && event.buttons === 0) {
      up(event); // it was let go where nothing could be heard of it
      return;
    }
    const { x } = pressOf(event, box);
    const before = pointers.get(event.pointerId) ?? x;
    pointers.set(event.pointerId, x);
    if (origin && kind?.startsWith("press") && Math.abs(x - origin.x) >= STRAY) {
      kind = kind === "press" ? "drag" : "pan";
      if (kind === "drag") actions.hold(origin.grip, origin.x);
    }
    if (kind === "drag") actions.drag(x);
    else if (kind === "pan") actions.rescale(panScale(actions.scale(), x - before));
    else if (kind === "pinch" && pointers.size === 2) {
      const spread = spreadOf(pointers);
      actions.rescale(pinched(actions.scale(), pinch, spread));
      pinch = spread;
    }
  }

  /** @param {PointerEvent} event */
  function up(event) {
    if (!pointers.delete(event.pointerId)) return;
    const ended = kind;
    if (kind !== "pinch" || pointers.size === 0) kind = null;
    if (ended === "drag") actions.release();
    else if (origin && ended?.startsWith("press") && event.type === "pointerup") {
      actions.click(pressOf(event, box).x, origin.target);
    }
  }

  strip.addEventListener("pointerdown", down, { passive: true });
  strip.addEventListener("pointermove", move, { passive: true });
  for (const name of ENDS) strip.addEventListener(name, up, { passive: true });
  strip.addEventListener("pointerleave", () => actions.hover(null), { passive: true });
  listenToWheel(strip, actions);
}

/** @param {MouseEvent|PointerEvent} event @param {DOMRect} box @returns {Press} */
function pressOf(event, box) {
  const pointer = "pointerType" in event ? event.pointerType : "mouse";
  const target = /** @type {Element} */ (event.target);
  return { x: event.clientX - box.left, y: event.clientY - box.top, pointer, target };
}

/** @param {Timescale} scale @param {Pinch} before @param {Pinch} now */
function pinched(scale, before, now) {
  return zoomScale(panScale(scale, now.middle - before.middle), now.middle, now.length / before.length);
}

/**
 * Return the middle between two fingers and how far they are apart.
 *
 * @param {Map<number, number>} pointers
 * @returns {Pinch}
 */
function spreadOf(pointers) {
  const [one, other] = [...pointers.values()];
  return { middle: (one + other) / 2, length: Math.max(Math.abs(one - other), 10) };
}

/** @param {HTMLElement} strip @param {Gestures} actions */
function listenToWheel(strip, actions) {
  strip.addEventListener("wheel", (event) => {
    const { x, y } = pressOf(event, strip.getBoundingClientRect());
    const next = scaleAfterWheel(actions.scale(), event, x, actions.isOnAxis(y));
    if (next === null) return;
    event.preventDefault();
    actions.rescale(next);
  }, { passive: false });
}

/**
 * Return the scale after a turn of the wheel; null leaves it to the page.
 *
 * That is away from the axis without Ctrl, or with nothing more to zoom or to pan.
 *
 * @param {Timescale} scale
 * @param {{deltaX: number, deltaY: number, deltaMode?: number, ctrlKey?: boolean, shiftKey?: boolean}} turn
 * @param {number} x where the pointer is
 * @param {boolean} onAxis
 * @returns {Timescale|null}
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
