// Board of the exercise: its rows, moved by mouse, finger or buttons.

import { letRowsBeDragged } from "#timemap/exercise/drag.js";
import { createRow } from "#timemap/exercise/exerciserow.js";
import { element } from "#timemap/page/nodes.js";

/** @import { Context } from "#timemap/types.d.ts" */
/** @import { ExerciseRow } from "#timemap/exercise/exerciserow.js" */
/** @import { Verdict } from "#timemap/exercise/ordering.js" */

/**
 * @typedef {object} Board
 * @property {HTMLElement} element
 * @property {(indices: number[]) => void} fill put other events on it
 * @property {() => number[]} order the events as they stand
 * @property {(order: number[]) => void} arrange bring the events into an order
 * @property {(verdicts: Verdict[]) => void} update show how each row stands
 */

/**
 * Make the board, empty.
 *
 * @param {Pick<Context, "data"|"events"|"select"|"announce">} context
 * @param {() => void} onMove called after a row has been moved
 * @returns {Board}
 */
export function createBoard(context, onMove) {
  const list = element("ol", { class: "exercise-rows" });
  /** @type {ExerciseRow[]} */
  let rows = [];

  /**
   * Move a row. The others move round it: it stays in the page, so that it keeps the focus or the finger.
   *
   * @param {ExerciseRow|undefined} row
   * @param {number} to
   */
  function move(row, to) {
    if (row === undefined) return;
    const from = rows.indexOf(row);
    for (let at = from; at < to; at += 1) row.element.before(list.children[at + 1]);
    for (let at = from; at > to; at -= 1) row.element.after(list.children[at - 1]);
    rows.splice(to, 0, ...rows.splice(from, 1));
    row.element.scrollIntoView({ block: "nearest" });
    for (const each of rows) each.unmark();
    onMove();
  }

  /** @param {ExerciseRow} row @param {-1|1} by */
  function step(row, by) {
    const to = rows.indexOf(row) + by;
    if (to >= 0 && to < rows.length) move(row, to);
    tellPlace(row);
  }

  /** @param {ExerciseRow|undefined} row */
  function tellPlace(row) {
    if (row) context.announce(`${row.title}: place ${rows.indexOf(row) + 1} of ${rows.length}`);
  }

  const rowOf = (/** @type {HTMLElement} */ node) => rows.find((row) => row.element === node);
  letRowsBeDragged(list, {
    grip: ".exercise-grip",
    move: (node, to) => move(rowOf(node), to),
    done: (node) => tellPlace(rowOf(node)),
  });
  return {
    element: list,
    fill(indices) {
      rows = indices.map((index) => createRow(context, index, step));
      list.replaceChildren(...rows.map((row) => row.element));
    },
    order: () => rows.map(({ index }) => index),
    arrange(order) {
      order.forEach((index, to) => move(rows.find((row) => row.index === index), to));
    },
    update(verdicts) {
      rows.forEach((row, place) => row.update(verdicts[place]));
    },
  };
}
