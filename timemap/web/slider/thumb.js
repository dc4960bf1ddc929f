// Thumb at the moment, with its date in words.

import { dayWords, shortDay } from "#timemap/time/dates.js";
import { element } from "#timemap/page/nodes.js";
import { edgeOf, middleOf } from "#timemap/slider/timescale.js";

/** @import { MapState } from "#timemap/types.d.ts" */
/** @import { Timescale } from "#timemap/slider/timescale.js" */

/** @typedef {{control: number|null, events: number|null}} KnownUntil last days for which areas and events are known */

/** Pixels that the flag needs between the handles, or it stands outside. */
const FLAG = 180;
/** Width below which the flag has the month in short. It would cover a handle. */
const NARROW = 400;
/** Pixels of the cap of a handle, which the flag leaves free. */
const CAP = 12;

/**
 * Return a moment in words, with what has to be said of it.
 *
 * @param {number} moment
 * @param {KnownUntil} knownUntil
 * @returns {{date: string, note: string}} the note is empty while all is known
 */
export function momentWords(moment, knownUntil) {
  const { control } = knownUntil;
  const note = control !== null && moment > control ? `areas last known ${dayWords(control)}` : "";
  return { date: dayWords(moment), note };
}

/**
 * Return the first and last pixel of the days whose events are seen.
 *
 * Nothing where it is the range, which is marked anyway.
 *
 * @param {Timescale} scale
 * @param {MapState} state
 * @returns {[number, number]}
 */
function seenStretch(scale, { mode, moment, window, range }) {
  if (mode === "range") return [0, 0];
  const from = mode === "day" ? Math.max(moment - window, range[0]) : range[0];
  const to = Math.min(moment + (mode === "day" ? window : 0) + 1, range[1]);
  const cut = (/** @type {number} */ x) => Math.min(Math.max(x, 0), scale.width);
  return [cut(edgeOf(scale, from)), cut(edgeOf(scale, to))];
}

/**
 * Return where the flag begins, as a length of CSS.
 *
 * That is over the line of the moment and between the handles of the range, or beside these where they are too close.
 * A percentage is of the width of the flag.
 *
 * @param {number} x of the moment
 * @param {number[]} edges of the range in pixels
 * @param {number} width of the strip
 * @returns {string}
 */
export function flagPlace(x, edges, width) {
  const [left, right] = edges.map((edge) => Math.round(Math.min(Math.max(edge, 0), width)));
  if (right - left >= FLAG) return `clamp(${left}px, ${x.toFixed(1)}px - 50%, ${right}px - 100%)`;
  if (width - right > left) return `min(${right + CAP}px, ${width + CAP}px - 100%)`;
  return `max(${-CAP}px, ${left - CAP}px - 100%)`;
}

/**
 * Make the thumb.
 *
 * @param {KnownUntil} knownUntil
 */
export function createThumb(knownUntil) {
  const thumb = element("div", {
    class: "slider-thumb", role: "slider", tabindex: 0, "aria-orientation": "horizontal",
  }, element("span", { class: "thumb-line" }), element("span", { class: "thumb-grip" }));
  const words = element("span", { class: "flag-date" });
  const title = element("span", { class: "flag-name" });
  const flag = element("div", { class: "slider-flag", "aria-hidden": "true" }, title, words);
  const seen = element("div", { class: "slider-seen" });
  let x = 0;

  /**
   * Put the thumb at the moment.
   *
   * @param {Timescale} scale
   * @param {MapState} state
   */
  function place(scale, state) {
    x = middleOf(scale, state.moment);
    thumb.style.transform = `translateX(${x.toFixed(1)}px)`;
    const edges = state.range.map((day) => edgeOf(scale, day));
    flag.style.transform = `translateX(${flagPlace(x, edges, scale.width)})`;
    const text = scale.width < NARROW ? shortDay(state.moment) : dayWords(state.moment);
    if (words.textContent !== text) words.textContent = text; // a translator may have put other nodes into it
    thumb.classList.toggle("beyond", x < 0 || x > scale.width);
    flag.classList.toggle("beyond", x < 0 || x > scale.width);
  }

  /**
   * Shade the days whose events are seen.
   *
   * @param {Timescale} scale
   * @param {MapState} state
   */
  function shade(scale, state) {
    const [from, to] = seenStretch(scale, state);
    seen.style.transform = `translateX(${from.toFixed(1)}px) scaleX(${Math.max(to - from, 0).toFixed(2)})`;
  }

  /**
   * Tell assistive technology. Not called while the thumb is held or the time plays, or it would never be silent.
   *
   * @param {MapState} state
   */
  function update({ moment, range }) {
    const { date: day, note } = momentWords(moment, knownUntil);
    thumb.setAttribute("aria-valuemin", String(range[0]));
    thumb.setAttribute("aria-valuemax", String(range[1] - 1));
    thumb.setAttribute("aria-valuenow", String(moment));
    thumb.setAttribute("aria-valuetext", note ? `${day}, ${note}` : day);
  }

  /** @param {string} name @param {boolean} visible whether the flag says it, too */
  function entitle(name, visible) {
    thumb.setAttribute("aria-label", name);
    title.textContent = visible ? name : "";
  }

  return { thumb, flag, seen, place, shade, update, entitle, at: () => x };
}
