// A field for one day is the browser's own: it shows the day, and a whole day of the range typed or picked in it is taken; anything else changes nothing.

import { element } from "#timemap/page/nodes.js";
import { dayIso, dayWords, isoDay } from "#timemap/time/dates.js";

/**
 * Return the day written as YYYY-MM-DD if it lies in the range, else null.
 *
 * @param {string} iso as a field gives it: empty while the date in it is incomplete
 * @param {[number, number]} range half-open
 * @returns {number|null}
 */
export function dayInside(iso, [first, end]) {
  const day = isoDay(iso);
  return day !== null && day >= first && day < end ? day : null;
}

/**
 * Make a field for one day, empty until it is shown one.
 *
 * What is being typed stays as it is; when the field is left it shows the day again.
 *
 * @param {(day: number) => void} chosen
 * @param {Record<string, string>} [attributes] more attributes of the field
 * @returns {{input: HTMLInputElement, show: (day: number, range: [number, number]) => void}}
 */
export function createDayField(chosen, attributes = {}) {
  const input = element("input", { type: "date", required: true, ...attributes });
  let shown = 0;
  let limits = [0, 0];
  let held = false;

  function write() {
    if (!held) input.value = dayIso(shown);
  }

  input.addEventListener("focus", () => { held = true; });
  input.addEventListener("blur", () => {
    held = false;
    write();
  });
  input.addEventListener("change", () => {
    const day = dayInside(input.value, limits);
    if (day !== null) chosen(day); // while a year is typed its first digits are a year, too, though none of the range
  });

  return {
    input,
    show(day, range) {
      shown = day;
      if (range.join() !== limits.join()) {
        limits = range;
        const [first, last] = [range[0], range[1] - 1];
        [input.min, input.max] = [dayIso(first), dayIso(last)];
        input.title = `A day from ${dayWords(first)} to ${dayWords(last)}`;
      }
      write();
    },
  };
}
