// The thumb stands at the moment; it, its date in words and the days that count as seen move by transform alone, so no step lays out the page.

import { dayWords } from "#timemap/time/dates.js";
import { element } from "#timemap/page/nodes.js";
import { edgeOf, middleOf } from "#timemap/slider/timescale.js";

/** The flag changes sides where the thumb passes these shares of the width, so that it does not flutter in the middle. */
const TO_LEFT = 0.58;
const TO_RIGHT = 0.42;

/**
 * Return the words for screen readers and the two lines of the flag.
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
 * Return the first and last pixel of the days whose events are seen.
 *
 * @param {import("#timemap/slider/timescale.js").Timescale} scale
 * @param {import("#timemap/time/clock.js").ClockState} state
 * @returns {[number, number]}
 */
function seenStretch(scale, { mode, moment, window, range }) {
  const from = mode === "day" ? Math.max(moment - window, range[0]) : range[0];
  const to = mode === "range" ? range[1] : Math.min(moment + (mode === "day" ? window : 0) + 1, range[1]);
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
  const thumb = element("div", { class: "slider-thumb", role: "slider", tabindex: 0, "aria-label": label, "aria-orientation": "horizontal" },
    element("span", { class: "thumb-line" }), element("span", { class: "thumb-grip" }));
  const date = document.createTextNode("");
  const note = element("span", { class: "flag-note" });
  const flag = element("div", { class: "slider-flag", "aria-hidden": "true" }, element("span", { class: "flag-date" }, date), note);
  const seen = element("div", { class: "slider-seen" });
  let left = false;
  let x = 0;

  /** Put the thumb at the moment. */
  function place(scale, state) {
    x = middleOf(scale, state.moment);
    left = left ? x > scale.width * TO_RIGHT : x > scale.width * TO_LEFT;
    thumb.style.transform = `translateX(${x.toFixed(1)}px)`;
    flag.style.transform = left ? `translateX(calc(${(x - 8).toFixed(1)}px - 100%))` : `translateX(${(x + 8).toFixed(1)}px)`;
    const words = momentWords(state.moment, knownUntil);
    if (date.data !== words.date) date.data = words.date;
    if (note.textContent !== words.note) note.textContent = words.note;
    flag.classList.toggle("flag-left", left);
  }

  /** Shade the days whose events are seen. */
  function shade(scale, state) {
    const [from, to] = seenStretch(scale, state);
    seen.style.transform = `translateX(${from.toFixed(1)}px) scaleX(${Math.max(to - from, 0).toFixed(2)})`;
  }

  /** Tell assistive technology; not called while the thumb is held or the time plays, or it would never be silent. */
  function tell({ moment, range }) {
    const words = momentWords(moment, knownUntil);
    thumb.setAttribute("aria-valuemin", range[0]);
    thumb.setAttribute("aria-valuemax", range[1] - 1);
    thumb.setAttribute("aria-valuenow", moment);
    thumb.setAttribute("aria-valuetext", words.note ? `${words.date}, ${words.note}` : words.date);
  }

  return { thumb, flag, seen, place, shade, tell, at: () => x };
}
