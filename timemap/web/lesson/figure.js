// Picture of a scene with its maker and licence. Pressed, it fills the window.

import { element } from "#timemap/page/nodes.js";

/** @import { Picture } from "#timemap/types.d.ts" */

/** Start of the address of a picture. It is in the document: nothing is fetched. */
const ADDRESS = "data:image/webp;base64,";

/**
 * Return whether a value can be shown as the picture of a scene.
 *
 * @param {any} value from another page, so nothing is known of it
 * @returns {value is Picture}
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
  const label = { type: "button", class: "figure-open", title: "Enlarge", "aria-haspopup": "dialog" };
  const button = element("button", label, imageOf(picture));
  const figure = element("figure", { class: "figure" }, button, element("figcaption", {}, ...wordsOf(picture)));
  button.addEventListener("click", () => enlarge(figure, picture));
  return figure;
}

/**
 * Open a picture in a dialog.
 *
 * It stands in the figure, so that the next scene takes it away too; the keys that turn scenes close it (see keys.js).
 *
 * @param {HTMLElement} figure
 * @param {Picture} picture
 */
function enlarge(figure, picture) {
  const close = element("form", { method: "dialog" }, element("button", {}, "Close"));
  const words = element("div", { class: "figure-words" }, element("div", {}, ...wordsOf(picture)), close);
  const dialog = element("dialog", { class: "figure-large", "aria-label": "Picture" }, imageOf(picture), words);
  dialog.addEventListener("click", ({ target }) => {
    if (target === dialog || target instanceof globalThis.HTMLImageElement) dialog.close();
  });
  dialog.addEventListener("close", () => dialog.remove());
  figure.append(dialog);
  dialog.showModal();
}

/** @param {Picture} picture */
const imageOf = ({ src, width, height, alt }) => element("img", { src, width, height, alt });

/** @param {Picture} picture */
function wordsOf({ caption, credit, licence }) {
  return [element("p", {}, caption), element("p", { class: "quiet" }, `${credit} \u00b7 ${licence}`)];
}
