// Window on a long list, with the rows in sight and some beside them.
// Empty stretches as high as the other rows stand above and below, so that the list can be scrolled through.

import { element } from "#timemap/page/nodes.js";
import { DRAWN, heightOf, rowAt, rowsAround } from "#timemap/panel/windowrows.js";

/** @import { Rows } from "#timemap/panel/windowrows.js" */

/** Further rows are drawn when no more than so many pixels of them are left beyond the edge. */
const NEAR = 240;
/** And when the focus is on one of so few of the last. */
const FEW = 4;

/**
 * Make the window.
 *
 * @param {HTMLElement} rows what holds those that are drawn
 * @param {(rows: Rows) => void} draw fills it with some rows
 */
export function createListWindow(rows, draw) {
  const [above, below] = [element("div"), element("div")];
  const box = element("div", { class: "list-window" }, above, rows, below);
  /** @type {Rows & {height: number, drawn: number}} */
  let now = { first: 0, end: 0, height: heightOf(0, 0), drawn: 0 };
  let [count, top, measured] = [0, 0, 0];

  /** @param {Rows} wanted */
  function fill(wanted) {
    const height = heightOf(measured, count);
    now = { ...wanted, height, drawn: 0 };
    draw(wanted);
    above.style.blockSize = `${wanted.first * height}px`;
    below.style.blockSize = `${(count - wanted.end) * height}px`;
  }

  function measure() {
    now.drawn = rows.offsetHeight;
    if (now.end - now.first === DRAWN && now.drawn > 0) measured = now.drawn / DRAWN;
  }

  /** Pixels from the beginning of the list to the upper edge of a row that is drawn. @param {number} row */
  const topOf = (row) => offsetOf(rows, above, row - now.first) ?? now.first * now.height;

  /** Draw the rows around one that keeps its place. @param {number} row @param {number} deep below the upper edge */
  function drawAround(row, deep) {
    fill(rowsAround(row, count));
    box.scrollTop = topOf(row) - deep;
  }

  function follow() {
    if (count <= DRAWN) return;
    measure();
    const [from, to] = [box.scrollTop, box.scrollTop + box.clientHeight];
    const [start, end] = [now.first * now.height, now.first * now.height + now.drawn];
    const isNear = (now.first > 0 && from < start + NEAR) || (now.end < count && to > end - NEAR);
    if (!isNear) return;
    const isLast = to >= box.scrollHeight - 1;
    const far = isLast ? count - 1 : rowAt(from, now, count);
    const row = far ?? firstBelow(now, topOf, from);
    drawAround(row, far === null ? topOf(row) - from : 0);
    if (isLast) box.scrollTop = box.scrollHeight;
  }

  /** Draw further rows before the focus comes to the last that is drawn. @param {FocusEvent} event */
  function lead({ target }) {
    const row = rowOf(target);
    const isNear = (now.first > 0 && row < now.first + FEW) || (now.end < count && row >= now.end - FEW);
    if (count > DRAWN && row >= now.first && row < now.end && isNear) drawAround(row, topOf(row) - box.scrollTop);
  }

  box.style.setProperty("overflow-anchor", "none"); // the rows in sight are kept in place here
  box.addEventListener("scroll", follow, { passive: true });
  box.addEventListener("focusin", lead);
  whenOpened(box, () => void (box.scrollTop = count > DRAWN && top >= now.first && top < now.end ? topOf(top) : 0));
  return {
    element: box,
    /** Show a list anew, with a row at the upper edge. @param {number} row @param {number} of how many there are */
    show(row, of) {
      [count, top] = [of, row];
      box.classList.toggle("scrolls", count > DRAWN);
      fill(rowsAround(row, count));
      if (count > DRAWN) box.scrollTop = topOf(row);
    },
    /** Draw the same rows anew. */
    again: () => fill({ first: now.first, end: now.end }),
    /** Draw the first rows alone, none of which is scrolled away. @param {number} of how many */
    print(of) {
      count = of;
      box.classList.remove("scrolls");
      fill({ first: 0, end: of });
    },
  };
}

/** Return the number of the row that something is in, -1 for none. @param {EventTarget|null} target */
function rowOf(target) {
  const row = target instanceof Element ? target.closest(".row") : null;
  return Number(row?.getAttribute("aria-posinset") ?? 0) - 1;
}

/**
 * Return how many pixels a row lies below a part; null for no such row.
 *
 * @param {HTMLElement} rows
 * @param {HTMLElement} part
 * @param {number} at
 */
function offsetOf(rows, part, at) {
  const node = rows.querySelectorAll("li.row")[at];
  return node === undefined ? null : node.getBoundingClientRect().top - part.getBoundingClientRect().top;
}

/**
 * Return the first drawn row that reaches below a height.
 *
 * @param {Rows} rows
 * @param {(row: number) => number} topOf
 * @param {number} at
 */
function firstBelow({ first, end }, topOf, at) {
  let row = first;
  while (row < end - 1 && topOf(row + 1) <= at) row += 1;
  return row;
}

/**
 * Do something each time that a part can be seen again. One that is hidden cannot be scrolled.
 *
 * @param {HTMLElement} part
 * @param {() => void} run
 */
function whenOpened(part, run) {
  let isSeen = false;
  new ResizeObserver(() => {
    const before = isSeen;
    isSeen = part.clientHeight > 0;
    if (isSeen && !before) run();
  }).observe(part);
}
