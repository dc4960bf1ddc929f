// Field for one day that reads what people type.

import { element } from "#timemap/page/nodes.js";
import { dayWords, shortDay } from "#timemap/time/dates.js";
import { readDays } from "#timemap/time/readday.js";

let made = 0;

/**
 * @typedef {object} Limits
 * @property {[number, number]} inside half-open; a day outside is refused
 * @property {string} name what lies inside, such as "The map covers"
 * @property {(day: number) => string|null} [refuse] why a day inside is refused all the same, in words
 */

/**
 * Return the day that a text means within limits, or why it means none.
 *
 * Of a month or a year it is the first day, or the last one for an end; where a part of it lies outside, the nearest
 * day inside.
 *
 * @param {string} text
 * @param {Limits} limits
 * @param {"first"|"last"} [end]
 * @returns {{day: number, open: boolean, problem?: undefined}|{problem: string, day?: undefined, open?: undefined}}
 */
export function dayMeant(text, { inside: [from, to], name, refuse = () => null }, end = "first") {
  const { first, last, open, problem } = readDays(text);
  if (first === undefined || last === undefined) return { problem: problem ?? "" };
  const outside = last < from || first >= to;
  const which = first === last ? `${dayWords(first)} is outside. ` : "";
  if (outside) return { problem: `${which}${name} ${dayWords(from)} to ${dayWords(to - 1)}.` };
  const day = end === "last" ? Math.min(last, to - 1) : Math.max(first, from);
  const refused = refuse(day);
  return refused ? { problem: refused } : { day, open: Boolean(open) };
}

/**
 * Make a field for one day, empty until it is shown one.
 *
 * Enter and leaving the field take what was typed; Escape puts the day back. What is refused stays in the field until
 * it is mended or the day changes.
 *
 * @param {(day: number) => void} chosen
 * @param {{label: string, end?: "first"|"last"}} options `label` is its name; `end` says which day of a month or year
 *   is meant
 * @returns {{element: HTMLElement, input: HTMLInputElement, show: (day: number, limits: Limits) => void}}
 */
export function createDayField(chosen, { label, end = "first" }) {
  const { box, input, say } = createBox(label);
  /** @type {number|null} */
  let shown = null;
  /** @type {Limits|null} */
  let limits = null;
  let written = "";

  function take() {
    if (input.value === written || limits === null) return;
    const found = dayMeant(input.value, limits, end);
    if (found.day === undefined) {
      say(found.problem, true);
      return;
    }
    shown = found.day;
    putDay(shown);
    say(found.open ? `Read as ${dayWords(found.day)}, day first` : "");
    chosen(found.day);
  }

  function leave() {
    take();
    if (input.value === written) say("");
  }

  /** @param {number} day @param {Limits} next */
  function show(day, next) {
    limits = next;
    const title = `A date from ${dayWords(next.inside[0])} to ${dayWords(next.inside[1] - 1)}`;
    if (input.title !== title) input.title = title;
    if (day === shown) return;
    shown = day;
    const typing = document.activeElement === input && input.value !== written;
    if (typing) written = shortDay(day);
    else putDay(day);
  }

  /** @param {number} day */
  function putDay(day) {
    written = shortDay(day);
    input.value = written;
    // What is typed next replaces it, as when the field was entered.
    if (document.activeElement === input) input.select();
    say("");
  }

  input.addEventListener("focus", () => input.select());
  input.addEventListener("input", () => {
    if (limits === null) return;
    const found = dayMeant(input.value, limits, end);
    say(found.day === undefined ? "" : dayWords(found.day));
  });
  input.addEventListener("blur", leave);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.isComposing) {
      event.preventDefault();
      take();
    } else if (event.key === "Escape" && input.value !== written && shown !== null) {
      event.preventDefault();
      event.stopPropagation();
      putDay(shown);
    }
  });
  return { element: box, input, show };
}

/**
 * Make the field with what is said beside it.
 *
 * A problem is announced at once.
 *
 * @param {string} label
 */
function createBox(label) {
  made += 1;
  const note = element("span", { class: "dayfield-note", id: `dayfield-note-${made}` });
  const input = element("input", {
    type: "text", class: "dayfield-input", size: 11, autocomplete: "off", spellcheck: "false", enterkeyhint: "go",
    "aria-label": label, "aria-describedby": note.id,
  });
  const box = element("span", { class: "dayfield" }, input, note);

  /** @param {string} words */
  function say(words, problem = false) {
    if (problem) note.setAttribute("role", "alert");
    else note.removeAttribute("role");
    input.setAttribute("aria-invalid", String(problem));
    note.textContent = words;
    box.classList.toggle("refused", problem);
  }

  return { box, input, say };
}
