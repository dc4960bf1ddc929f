// All periods of the range stand in a dialog, each a button to its first day: also those too short or too many for the bands.

import { element } from "#timemap/page/nodes.js";
import { spanWords } from "#timemap/time/dates.js";

/**
 * Make the list of periods; its element goes into the page.
 *
 * @param {{data: object, clock: object}} context
 * @param {{to: (day: number) => void}} does `to` moves the date
 * @returns {{element: HTMLDialogElement, open: () => void}}
 */
export function createPeriodList({ data, clock }, { to }) {
  const rows = element("ol", { class: "period-rows" });
  const dialog = element("dialog", { class: "help", "aria-labelledby": "periods-title" },
    element("h2", { id: "periods-title" }, "Periods of the range"), rows,
    element("form", { method: "dialog" }, element("button", {}, "Close")));
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });

  function row(period, { moment, range }) {
    const { name, start, end, chapter, line } = period;
    const now = start <= moment && (end === null || moment < end);
    const go = element("button", { type: "button", class: "link", "aria-current": now ? "true" : null }, name);
    go.addEventListener("click", () => {
      dialog.close();
      to(Math.max(start, range[0]));
    });
    return element("li", { class: chapter ? "chapter" : null },
      element("p", {}, go, element("span", { class: "quiet" }, ` ${spanWords(start, end)}`)),
      ...(line ? [element("p", { class: "quiet" }, line)] : []));
  }

  return {
    element: dialog,
    open() {
      const state = clock.get();
      rows.replaceChildren(...inRange(data.periods ?? [], state.range).map((period) => row(period, state)));
      dialog.showModal();
      rows.querySelector("[aria-current]")?.focus();
    },
  };
}

/**
 * Return the periods that touch a range, in order of their first day; of those that begin together the longest first.
 *
 * @template {{start: number, end: number|null}} P
 * @param {P[]} periods
 * @param {[number, number]} range
 * @returns {P[]}
 */
export function inRange(periods, range) {
  const last = ({ end }) => end ?? Infinity;
  return periods
    .filter((period) => period.start < range[1] && last(period) > range[0])
    .sort((one, other) => one.start - other.start || last(other) - last(one));
}
