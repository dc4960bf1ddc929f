// Four arrows that move the map by single presses.
// A button of the column shows them.

import { mapButton } from "#timemap/map/mapbutton.js";
import { prefersReducedMotion } from "#timemap/page/motion.js";
import { element } from "#timemap/page/nodes.js";

/** @import { Context } from "#timemap/types.d.ts" */

/** Share of the map's width or height by which a press moves it. */
const SHARE = 0.25;
/** @type {readonly [path: "up"|"left"|"right"|"down", words: string, x: number, y: number][]} */
const WAYS = Object.freeze([
  ["up", "Move up", 0, -1], ["left", "Move left", -1, 0], ["right", "Move right", 1, 0], ["down", "Move down", 0, 1],
]);

/**
 * Return by how many pixels a press moves a map.
 *
 * @param {{x: number, y: number}} size of the map
 * @param {number} x -1 to the left, 1 to the right
 * @param {number} y -1 up, 1 down
 * @returns {[number, number]}
 */
export function stepOf(size, x, y) {
  return [Math.round(size.x * SHARE * x), Math.round(size.y * SHARE * y)];
}

/**
 * Make the arrows, hidden, and the button that shows them.
 *
 * @param {Pick<Context, "map">} context
 * @returns {{button: HTMLButtonElement, element: HTMLElement}}
 */
export function createPanButtons({ map }) {
  const arrows = WAYS.map(([path, words, x, y]) => {
    const arrow = mapButton(path, words, () => {
      map.panBy(stepOf(map.getSize(), x, y), { animate: !prefersReducedMotion(), duration: 0.25 });
    });
    arrow.classList.add(`map-pan-${path}`);
    return arrow;
  });
  const look = { class: "map-pan", role: "group", "aria-label": "Move the map", hidden: true };
  const group = element("div", look, ...arrows);
  const button = mapButton("pan", "Move the map", () => show(group.hidden !== false));

  /** @param {boolean} shown */
  function show(shown) {
    group.hidden = !shown;
    button.setAttribute("aria-pressed", String(shown));
    if (shown) arrows[0].focus({ preventScroll: true });
  }

  group.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    show(false);
    button.focus();
  });
  show(false);
  return { button, element: group };
}
