// Makers of elements, dialogs and canvases.
// Nodes are made with text, never with markup, so that no word of the data can become a tag.

const SVG = "http://www.w3.org/2000/svg";

/**
 * @typedef {Record<string, string|number|boolean|null|undefined>} Attributes true sets an empty attribute; false, null
 *   and undefined none
 */

/**
 * Make an HTML element.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} name
 * @param {Attributes} [attributes]
 * @param {...(Node|string)} children strings become text
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(name, attributes = {}, ...children) {
  return filled(document.createElement(name), attributes, children);
}

/**
 * Make an SVG element.
 *
 * @template {keyof SVGElementTagNameMap} Tag
 * @param {Tag} name
 * @param {Attributes} [attributes]
 * @param {...(Node|string)} children
 * @returns {SVGElementTagNameMap[Tag]}
 */
export function svgElement(name, attributes = {}, ...children) {
  return filled(document.createElementNS(SVG, name), attributes, children);
}

/**
 * Make a small picture of one path on a field of 16 by 16.
 *
 * It is hidden from screen readers.
 *
 * @param {string} path
 * @returns {SVGElement}
 */
export function icon(path) {
  return svgElement(
    "svg",
    { viewBox: "0 0 16 16", class: "icon", "aria-hidden": "true", focusable: "false" },
    svgElement("path", { d: path }),
  );
}

/**
 * Make a dialog that a button, Esc and a click beside it close.
 *
 * A form would need a permission that the app's frame has not.
 *
 * @param {Attributes} attributes
 * @param {...(Node|string)} children
 * @returns {HTMLDialogElement}
 */
export function closableDialog(attributes, ...children) {
  const close = element("button", { type: "button", class: "dialog-close" }, "Close");
  const dialog = element("dialog", attributes, ...children, close);
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close());
  return dialog;
}

/**
 * Make an empty canvas that is not in the page.
 *
 * @param {number} width
 * @param {number} height
 * @returns {HTMLCanvasElement}
 */
export function blankCanvas(width, height) {
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, width);
  canvas.height = Math.max(1, height);
  return canvas;
}

/**
 * Return a finished canvas as a picture that is only copied from.
 *
 * A canvas is looked at anew each time, as it might have changed.
 *
 * @param {HTMLCanvasElement} canvas
 * @returns {ImageBitmap|HTMLCanvasElement} the canvas itself where the browser cannot
 */
export function finished(canvas) {
  if (!globalThis.OffscreenCanvas) return canvas;
  // eslint-disable-next-line compat/compat -- asked for above
  const copy = new globalThis.OffscreenCanvas(canvas.width, canvas.height);
  context2d(copy).drawImage(canvas, 0, 0);
  // eslint-disable-next-line no-restricted-properties -- asked for above
  return copy.transferToImageBitmap();
}

/**
 * Return the drawing context of a canvas.
 *
 * Every browser that can show the map has one.
 *
 * @template {HTMLCanvasElement|OffscreenCanvas} Canvas
 * @param {Canvas} canvas
 * @param {CanvasRenderingContext2DSettings} [settings]
 * @returns {Canvas extends HTMLCanvasElement ? CanvasRenderingContext2D : OffscreenCanvasRenderingContext2D}
 */
export function context2d(canvas, settings) {
  const context = canvas.getContext("2d", settings);
  if (context === null) throw new Error("the browser draws no canvas");
  return /** @type {ReturnType<typeof context2d<Canvas>>} */ (context);
}

/**
 * @template {Element} Node
 * @param {Node} node
 * @param {Attributes} attributes
 * @param {(globalThis.Node|string)[]} children
 * @returns {Node}
 */
function filled(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false && value !== null && value !== undefined)
      node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...children);
  return node;
}
