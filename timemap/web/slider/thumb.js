// The thumb at the moment, with its date in words.

import { dayWords } from "#timemap/time/dates.js";
import { element } from "#timemap/page/nodes.js";
import { edgeOf, middleOf } from "#timemap/slider/timescale.js";

/** The flag changes sides where the thumb passes these shares of the width, so that it does not flutter. */
const TO_LEFT = 0.58;
const TO_RIGHT = 0.42;

/**
 * Return a moment in words, with what has to be said of it.
 *
 * @param {number} moment
 * @param {{control: number|null, events: number|null}} knownUntil last days for which areas and events are known
 * @returns {{date: string, note: string}} the note is empty while all is known
 */
export function momentWords(moment, knownUntil) {
  const beyond = knownUntil.control !== null && moment > knownUntil.control;
  return { date: dayWords(moment), note: beyond ? `areas last known ${dayWords(knownUntil.control)}` : "" };
}

/**
 * Return the first and last pixel of the days whose events are seen; nothing where it is the range, which is marked
 * anyway.
 *
 * @param {import("#timemap/slider/timescale.js").Timescale} scale
 * @param {import("#timemap/time/clock.js").ClockState} state
 * @returns {[number, number]}
 */
function seenStretch(scale, { mode, moment, window, range }) {
  if (mode === "range") return [0, 0];
  const from = mode === "day" ? Math.max(moment - window, range[0]) : range[0];
  const to = Math.min(moment + (mode === "day" ? window : 0) + 1, range[1]);
  const cut = (x) => Math.min(Math.max(x, 0), scale.width);
  return [cut(edgeOf(scale, from)), cut(edgeOf(scale, to))];
}

/**
 * Make the thumb.
 *
 * @param {{control: number|null, events: number|null}} knownUntil
 * @param {string} label its name for assistive technology
 * @returns {object} its nodes and how to place it
 */
export function createThumb(knownUntil, label) {
  const thumb = element("div", {
    class: "slider-thumb", role: "slider", tabindex: 0, "aria-label": label, "aria-orientation": "horizontal",
  }, element("span", { class: "thumb-line" }), element("span", { class: "thumb-grip" }));
  const words = element("span", { class: "flag-date" });
  const flag = element("div", { class: "slider-flag", "aria-hidden": "true" }, words);
  const seen = element("div", { class: "slider-seen" });
  let left = false;
  let x = 0;

  /** Put the thumb at the moment. */
  function place(scale, state) {
    x = middleOf(scale, state.moment);
    left = left ? x > scale.width * TO_RIGHT : x > scale.width * TO_LEFT;
    thumb.style.transform = `translateX(${x.toFixed(1)}px)`;
    const beside = left ? `calc(${(x - 8).toFixed(1)}px - 100%)` : `${(x + 8).toFixed(1)}px`;
    flag.style.transform = `translateX(${beside})`;
    const text = dayWords(state.moment);
    if (words.textContent !== text) words.textContent = text; // a translator may have put other nodes into it
    thumb.classList.toggle("beyond", x < 0 || x > scale.width);
    flag.classList.toggle("beyond", x < 0 || x > scale.width);
    flag.classList.toggle("flag-left", left);
  }

  /** Shade the days whose events are seen. */
  function shade(scale, state) {
    const [from, to] = seenStretch(scale, state);
    seen.style.transform = `translateX(${from.toFixed(1)}px) scaleX(${Math.max(to - from, 0).toFixed(2)})`;
  }

  /** Tell assistive technology; not called while the thumb is held or the time plays, or it would never be silent. */
  function tell({ moment, range }) {
    const { date: day, note } = momentWords(moment, knownUntil);
    thumb.setAttribute("aria-valuemin", range[0]);
    thumb.setAttribute("aria-valuemax", range[1] - 1);
    thumb.setAttribute("aria-valuenow", moment);
    thumb.setAttribute("aria-valuetext", note ? `${day}, ${note}` : day);
  }

  return { thumb, flag, seen, place, shade, tell, at: () => x };
}
