// Brush of the range: a rail with two handles, and grey outside.

import { countWords } from "#timemap/events/eventwords.js";
import { edged } from "#timemap/slider/grips.js";
import { edgeOf } from "#timemap/slider/timescale.js";
import { addMonths, dayWords } from "#timemap/time/dates.js";
import { isWhole, setRange } from "#timemap/time/range.js";
import { element } from "#timemap/page/nodes.js";

/** @import { DayRange, MapState } from "#timemap/types.d.ts" */
/** @import { SliderContext } from "#timemap/slider/slider.js" */
/** @import { Timescale } from "#timemap/slider/timescale.js" */

/** @typedef {"from"|"to"} End */

/** @type {Readonly<{end: End, label: string}[]>} */
const HANDLES = Object.freeze([
  { end: "from", label: "First day of the date range" },
  { end: "to", label: "Last day of the date range" },
]);
/** Fewest pixels between the handles for the grip in the middle. */
const GRIP_FITS = 30;

/** @type {Record<string, number>} */
const DIRECTIONS = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 };

/**
 * Return the end of the range that a key of a handle leads to.
 *
 * That is the first day, or the first day after the last; null for a key that is none of the handle's.
 *
 * @param {{key: string, shiftKey?: boolean}} press
 * @param {End} end
 * @param {DayRange} range
 * @param {DayRange} whole
 * @returns {number|null}
 */
export function edgeAfterKey({ key, shiftKey = false }, end, range, whole) {
  const direction = DIRECTIONS[key] ?? 0;
  const off = end === "to" ? 1 : 0;
  const day = range[off] - off;
  if (direction !== 0) return (shiftKey ? addMonths(day, direction) : day + direction) + off;
  if (key === "Home") return end === "from" ? whole[0] : range[0] + 1;
  if (key === "End") return end === "from" ? range[1] - 1 : whole[1];
  return null;
}

/**
 * Make the brush.
 *
 * @param {SliderContext} context a `bare` strip shows the range and cannot change it
 * @param {(at: number) => void} bring called when a handle needs to be in sight, the first (0) or the second (1)
 */
export function createBrush(context, bring) {
  const { data, store, events, bare } = context;
  const outside = HANDLES.map(({ end }) => element("div", { class: `brush-outside brush-outside-${end}` }));
  const selected = element("div", { class: "rail-selected" });
  const grip = element("div", { class: "rail-grip" });
  const look = { class: "slider-rail", title: "Drag to choose a date range" };
  const rail = bare ? null : element("div", look, selected, grip);
  const handles = bare ? [] : HANDLES.map(({ end, label }, at) => handle(end, label, at));

  /** @param {End} end @param {string} label @param {number} at */
  function handle(end, label, at) {
    const node = element("div", {
      class: `brush-handle brush-${end}`, role: "slider", tabindex: 0,
      "aria-label": label, "aria-orientation": "horizontal",
    }, element("span", { class: "brush-line" }), element("span", { class: "brush-cap" }));
    node.addEventListener("focus", () => bring(at));
    node.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const { range } = store.get();
      const edge = edgeAfterKey(event, end, range, data.whole);
      if (edge === null) return;
      event.preventDefault();
      setRange(store, edged(range, end, edge, data.whole), data.whole);
    });
    return node;
  }

  /**
   * Put handles, rail and grey at the range.
   *
   * @param {Timescale} scale
   * @param {MapState} state
   */
  function place(scale, { range }) {
    const [left, right] = range.map((day) => edgeOf(scale, day));
    const cut = (/** @type {number} */ x) => Math.min(Math.max(x, 0), scale.width);
    stretch(outside[0], 0, cut(left));
    stretch(outside[1], cut(right), scale.width);
    if (bare) return;
    stretch(selected, cut(left), cut(right));
    grip.style.transform = `translateX(${((cut(left) + cut(right)) / 2).toFixed(1)}px)`;
    grip.classList.toggle("gone", isWhole(range, scale.whole) || cut(right) - cut(left) < GRIP_FITS);
    [left, right].forEach((x, at) => {
      handles[at].style.transform = `translateX(${cut(x).toFixed(1)}px)`;
      handles[at].classList.toggle("beyond", x < -1 || x > scale.width + 1);
    });
  }

  /**
   * Tell assistive technology. Not called while a handle is held, or it would never be silent.
   *
   * @param {MapState} state
   */
  function update({ range, shown }) {
    if (bare) return;
    const count = countWords(events.countMeeting(range, shown));
    const [first, last] = [range[0], range[1] - 1];
    value(handles[0], first, data.whole[0], last, `${dayWords(first)}, ${count} in the range`);
    value(handles[1], last, first, data.whole[1] - 1, `${dayWords(last)}, ${count} in the range`);
  }

  /** @param {End} end */
  function focus(end) {
    handles[end === "from" ? 0 : 1]?.focus({ preventScroll: true });
  }

  return { rail, handles, outside, place, update, focus };
}

/** @param {HTMLElement} node @param {number} from @param {number} to */
function stretch(node, from, to) {
  node.style.transform = `translateX(${from.toFixed(1)}px) scaleX(${Math.max(to - from, 0).toFixed(2)})`;
}

/** @param {HTMLElement} node @param {number} now @param {number} least @param {number} most @param {string} words */
function value(node, now, least, most, words) {
  const values = { "aria-valuemin": least, "aria-valuemax": most, "aria-valuenow": now, "aria-valuetext": words };
  for (const [name, content] of Object.entries(values)) node.setAttribute(name, String(content));
}
