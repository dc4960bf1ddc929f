// One finger, mouse or pen moves the date, or the axis when held by the axis; two fingers and the wheel zoom; a press without a move is a click.

import { dayAt, isZoomed, panScale, zoomScale } from "#timemap/slider/timescale.js";

/** Pixels that a press may stray and still be a click. */
const STRAY = 4;
/** How near the thumb a press takes hold of it, in pixels: a finger is broader than a pointer. */
const NEAR = { touch: 24, pen: 16, mouse: 12 };
/** Zoom per pixel of wheel. */
const WHEEL = 0.0025;

/**
 * Listen to pointers and wheel on the strip.
 *
 * @param {HTMLElement} strip
 * @param {object} does
 * @param {() => import("#timemap/slider/timescale.js").Timescale} does.scale
 * @param {(scale: import("#timemap/slider/timescale.js").Timescale) => void} does.rescale
 * @param {() => number} does.thumbAt where the thumb is, in pixels
 * @param {() => void} does.hold called when the thumb is taken
 * @param {(day: number) => void} does.scrub
 * @param {() => void} does.release
 * @param {(x: number, target: Element) => void} does.click
 * @param {(x: number|null, target: Element) => void} does.hover
 */
export function listenToGestures(strip, does) {
  const pointers = new Map();
  let kind = null;
  let left = 0;
  let offset = 0;
  let origin = null;
  let pinch = null;

  const xOf = (event) => event.clientX - left;

  function down(event) {
    if (event.pointerType === "mouse" && event.button !== 0) return;
    left = strip.getBoundingClientRect().left;
    const x = xOf(event);
    pointers.set(event.pointerId, x);
    strip.setPointerCapture(event.pointerId);
    if (pointers.size === 2) {
      if (kind === "scrub") does.release();
      kind = "pinch";
      pinch = spread();
      return;
    }
    if (pointers.size > 2) return;
    origin = { x, target: event.target };
    const onAxis = Boolean(event.target.closest(".slider-axis"));
    const near = Math.abs(x - does.thumbAt()) <= (NEAR[event.pointerType] ?? NEAR.mouse) && !event.target.closest(".slider-periods");
    offset = near ? x - does.thumbAt() : 0;
    kind = !near && onAxis && isZoomed(does.scale()) ? "press-pan" : "press";
  }

  function move(event) {
    if (!pointers.has(event.pointerId)) {
      does.hover(event.clientX - strip.getBoundingClientRect().left, event.target);
      return;
    }
    const x = xOf(event);
    const before = pointers.get(event.pointerId);
    pointers.set(event.pointerId, x);
    if (kind === "pinch") {
      if (pointers.size !== 2) return;
      const now = spread();
      does.rescale(zoomScale(panScale(does.scale(), now.middle - pinch.middle), now.middle, now.length / pinch.length));
      pinch = now;
      return;
    }
    if (kind?.startsWith("press")) {
      if (Math.abs(x - origin.x) < STRAY) return;
      kind = kind === "press" ? "scrub" : "pan";
      if (kind === "scrub") does.hold();
    }
    if (kind === "scrub") does.scrub(dayAt(does.scale(), x - offset));
    else if (kind === "pan") does.rescale(panScale(does.scale(), x - before));
  }

  function up(event) {
    if (!pointers.delete(event.pointerId)) return;
    const ended = kind;
    if (kind !== "pinch" || pointers.size === 0) kind = null;
    if (ended === "scrub") does.release();
    else if (ended?.startsWith("press") && event.type === "pointerup") does.click(xOf(event), origin.target);
  }

  function wheel(event) {
    if (event.ctrlKey && event.deltaY === 0) return;
    event.preventDefault();
    const pixels = event.deltaMode === 1 ? 16 : event.deltaMode === 2 ? 400 : 1;
    const sideways = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY);
    const x = event.clientX - strip.getBoundingClientRect().left;
    if (sideways) does.rescale(panScale(does.scale(), -(event.deltaX || event.deltaY) * pixels));
    else does.rescale(zoomScale(does.scale(), x, Math.exp(-event.deltaY * pixels * WHEEL)));
  }

  function spread() {
    const [one, other] = [...pointers.values()];
    return { middle: (one + other) / 2, length: Math.max(Math.abs(one - other), 10) };
  }

  const leave = (event) => does.hover(null, event.target);
  const listeners = { pointerdown: down, pointermove: move, pointerup: up, pointercancel: up, pointerleave: leave, wheel };
  for (const [name, run] of Object.entries(listeners)) strip.addEventListener(name, run, { passive: name !== "wheel" });
}
