// Button over the map.
// It is a picture whose name is seen under pointer and focus.

import { element, icon } from "#timemap/page/nodes.js";

const PATHS = {
  whole: "M2 8 8 2.5 14 8M4 7v6.5h3V10h2v3.5h3V7",
  town: "M8 1.5v3M8 11.5v3M1.5 8h3M11.5 8h3M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6",
  full: "M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4",
  leave: "M6 2v4H2M14 6h-4V2M10 14v-4h4M2 10h4v4",
  share:
    "M6 8.8 10.4 11.4M10.4 4.6 6 7.2M12 2.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6M4 6.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6M12 10.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6",
  start: "M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M8 7.2v4M8 4.8v.01",
  clear: "M1.5 8s2.5-4.5 6.5-4.5S14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8M2.5 14 13.5 2",
  back: "M1.5 8s2.5-4.5 6.5-4.5S14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8M8 6a2 2 0 1 0 0 4 2 2 0 0 0 0-4",
  pan: "M8 1.5v13M1.5 8h13M6 3.5l2-2 2 2M6 12.5l2 2 2-2M3.5 6l-2 2 2 2M12.5 6l2 2-2 2",
  up: "M8 13V3M4 7l4-4 4 4",
  down: "M8 3v10M4 9l4 4 4-4",
  left: "M13 8H3M7 4 3 8l4 4",
  right: "M3 8h10M9 4l4 4-4 4",
  more: "M3 8h.01M8 8h.01M13 8h.01",
};

/**
 * Make a button with a picture.
 *
 * Its name is seen where the pointer or the focus is on it.
 *
 * @param {keyof typeof PATHS} path
 * @param {string} words
 * @param {() => unknown} [press]
 * @returns {HTMLButtonElement}
 */
export function mapButton(path, words, press) {
  const button = element("button", { type: "button", class: "map-button" });
  nameButton(button, path, words);
  if (press) button.addEventListener("click", press);
  return button;
}

/**
 * Give a button its picture and its name.
 *
 * @param {HTMLElement} button
 * @param {keyof typeof PATHS} path
 * @param {string} words
 */
export function nameButton(button, path, words) {
  button.replaceChildren(icon(PATHS[path]), element("span", { class: "map-button-words" }, words));
}
