// The picture of a scene, with who made it and under which licence; pressed, it fills the window until it is closed.

import { element } from "#timemap/page/nodes.js";

/** How the address of a picture begins: it is in the document, and nothing is fetched. */
const ADDRESS = "data:image/webp;base64,";

/**
 * @typedef {object} Picture as `timemap/document/pictures.py` makes it
 * @property {string} src
 * @property {number} width
 * @property {number} height
 * @property {string} caption
 * @property {string} credit
 * @property {string} licence
 * @property {string} alt
 */

/**
 * Return whether a value can be shown as the picture of a scene.
 *
 * @param {any} value
 * @returns {boolean}
 */
export function isPicture(value) {
  const texts = [value?.src, value?.caption, value?.credit, value?.licence, value?.alt];
  return texts.every((text) => typeof text === "string" && text !== "") && value.src.startsWith(ADDRESS)
    && [value.width, value.height].every((side) => Number.isInteger(side) && side > 0);
}

/**
 * Make the picture as it stands beside the words of its scene.
 *
 * @param {Picture} picture
 * @returns {HTMLElement}
 */
export function figureElement(picture) {
  const button = element("button", { type: "button", class: "figure-open", title: "Enlarge", "aria-haspopup": "dialog" }, imageOf(picture));
  const figure = element("figure", { class: "figure" }, button, element("figcaption", {}, ...wordsOf(picture)));
  button.addEventListener("click", () => enlarge(figure, picture));
  return figure;
}

/** The dialog stands in the figure, so that the next scene takes it away too; the keys that turn scenes close it (see keys.js). */
function enlarge(figure, picture) {
  const dialog = element("dialog", { class: "figure-large", "aria-label": "Picture" },
    imageOf(picture),
    element("div", { class: "figure-words" }, element("div", {}, ...wordsOf(picture)), element("form", { method: "dialog" }, element("button", {}, "Close"))));
  dialog.addEventListener("click", ({ target }) => {
    if (target === dialog || target instanceof globalThis.HTMLImageElement) dialog.close();
  });
  dialog.addEventListener("close", () => dialog.remove());
  figure.append(dialog);
  dialog.showModal();
}

const imageOf = ({ src, width, height, alt }) => element("img", { src, width, height, alt });

function wordsOf({ caption, credit, licence }) {
  return [element("p", {}, caption), element("p", { class: "quiet" }, `${credit} \u00b7 ${licence}`)];
}
