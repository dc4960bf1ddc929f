// The whole story in one line, while the strip shows a part of it.

import { element } from "#timemap/page/nodes.js";
import { centreOn, edgeOf, isZoomed, wholeScale } from "#timemap/slider/timescale.js";
import { monthWords } from "#timemap/time/dates.js";

/** @import { MapState } from "#timemap/types.d.ts" */
/** @import { Timescale } from "#timemap/slider/timescale.js" */

/** Share of the part by which a key moves it. */
const STEP = 0.1;
/** @type {Record<string, number|undefined>} */
const STEPS = { ArrowLeft: -STEP, ArrowUp: -STEP, ArrowRight: STEP, ArrowDown: STEP };
/** Fewest pixels of the part. */
const LEAST = 6;
let made = 0;

/**
 * Return the scale after a key on the overview; null for any other key.
 *
 * @param {Timescale} scale
 * @param {string} key
 * @returns {Timescale|null}
 */
export function scaleAfterKey(scale, key) {
  const [length, middle] = [scale.to - scale.from, (scale.from + scale.to) / 2];
  const days = STEPS[key];
  if (days !== undefined) return centreOn(scale, middle + days * length);
  if (key === "Home") return centreOn(scale, scale.whole[0]);
  return key === "End" ? centreOn(scale, scale.whole[1]) : null;
}

/**
 * Make the overview.
 *
 * @param {HTMLElement} strip what it is an overview of
 * @param {{scale: () => Timescale, rescale: (scale: Timescale) => void}} actions
 * @returns {{element: HTMLElement, draw: (state: MapState) => void}}
 */
export function createOverview(strip, actions) {
  made += 1;
  strip.id = `timemap-strip-${made}`;
  const nodes = ["range", "part", "moment"].map((name) => element("div", { class: `overview-${name}` }));
  const [range, part, moment] = nodes;
  const node = element("div", {
    class: "slider-overview", role: "scrollbar", tabindex: 0, hidden: true,
    "aria-label": "Part shown on the timeline", "aria-controls": strip.id, "aria-orientation": "horizontal",
    title: "All years: drag to move along them",
  }, ...nodes);
  let offset = 0;
  let held = false;

  /** @param {MapState} state */
  function draw(state) {
    const scale = actions.scale();
    node.hidden = !isZoomed(scale);
    if (node.hidden || scale.width === 0) return;
    const whole = wholeScale(scale.whole, scale.width);
    stretch(range, edgeOf(whole, state.range[0]), edgeOf(whole, state.range[1]));
    const [left, right] = [edgeOf(whole, scale.from), edgeOf(whole, scale.to)];
    part.style.transform = `translateX(${Math.min(left, scale.width - LEAST).toFixed(1)}px)`;
    part.style.width = `${Math.max(right - left, LEAST).toFixed(1)}px`;
    moment.style.transform = `translateX(${edgeOf(whole, state.moment + 0.5).toFixed(1)}px)`;
    const values = { now: scale.from, min: scale.whole[0], max: scale.whole[1] - (scale.to - scale.from) };
    for (const [name, day] of Object.entries(values)) node.setAttribute(`aria-value${name}`, String(Math.round(day)));
    const [first, last] = [Math.floor(scale.from), Math.ceil(scale.to) - 1];
    node.setAttribute("aria-valuetext", `${monthWords(first)} to ${monthWords(last)}`);
  }

  /** @param {PointerEvent} event */
  function dayUnder(event) {
    const box = node.getBoundingClientRect();
    const [first, end] = actions.scale().whole;
    return first + ((event.clientX - box.left) / box.width) * (end - first);
  }

  node.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "mouse" && event.button !== 0) return;
    const [scale, day] = [actions.scale(), dayUnder(event)];
    const inside = day >= scale.from && day <= scale.to;
    offset = inside ? (scale.from + scale.to) / 2 - day : 0;
    held = true;
    node.setPointerCapture(event.pointerId);
    if (!inside) actions.rescale(centreOn(scale, day));
  });
  node.addEventListener("pointermove", (event) => {
    if (held) actions.rescale(centreOn(actions.scale(), dayUnder(event) + offset));
  });
  for (const name of ["pointerup", "pointercancel"]) node.addEventListener(name, () => { held = false; });
  node.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const next = scaleAfterKey(actions.scale(), event.key);
    if (!next) return;
    event.preventDefault();
    actions.rescale(next);
  });

  return { element: node, draw };
}

/** @param {HTMLElement} node @param {number} from @param {number} to */
function stretch(node, from, to) {
  node.style.transform = `translateX(${from.toFixed(1)}px) scaleX(${Math.max(to - from, 1).toFixed(2)})`;
}
