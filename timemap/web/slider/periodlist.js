// The dialog with all periods, each a button that makes it the range.

import { closableDialog, element } from "#timemap/page/nodes.js";
import { spanWords } from "#timemap/time/dates.js";

/** @import { Context, Period } from "#timemap/types.d.ts" */

/**
 * Make the list of periods; its element goes into the page.
 *
 * @param {Pick<Context, "data"|"store">} context
 * @param {{choose: (period: Period) => void}} actions `choose` makes a period the range
 * @returns {{element: HTMLDialogElement, open: () => void}}
 */
export function createPeriodList({ data, store }, { choose }) {
  const rows = element("ol", { class: "period-rows" });
  const dialog = closableDialog({ class: "help", "aria-labelledby": "periods-title" },
    element("h2", { id: "periods-title" }, "Periods"), rows);

  /** @param {Period} period @param {number} moment */
  function row(period, moment) {
    const { name, start, end, chapter, line } = period;
    const now = start <= moment && (end === null || moment < end);
    const go = element("button", { type: "button", class: "link", "aria-current": now ? "true" : null }, name);
    go.addEventListener("click", () => {
      dialog.close();
      choose(period);
    });
    return element("li", { class: chapter ? "chapter" : null },
      element("p", {}, go, element("span", { class: "quiet" }, ` ${spanWords(start, end)}`)),
      ...(line ? [element("p", { class: "quiet" }, line)] : []));
  }

  return {
    element: dialog,
    open() {
      const { moment } = store.get();
      rows.replaceChildren(...inOrder(data.periods ?? []).map((period) => row(period, moment)));
      dialog.showModal();
      /** @type {HTMLElement|null} */
      const current = rows.querySelector("[aria-current]");
      current?.focus();
    },
  };
}

/**
 * Return the periods in order of their first day, the longest first.
 *
 * @template {{start: number, end: number|null}} P
 * @param {P[]} periods
 * @returns {P[]}
 */
export function inOrder(periods) {
  const last = (/** @type {P} */ { end }) => end ?? Infinity;
  return [...periods].sort((one, other) => one.start - other.start || last(other) - last(one));
}
