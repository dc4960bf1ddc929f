// Nodes are made with text, never with markup, so that no word of the data can become a tag.

const SVG = "http://www.w3.org/2000/svg";

/**
 * Make an HTML element.
 *
 * @param {string} name
 * @param {Record<string, string|number|boolean|null|undefined>} [attributes] true sets an empty attribute; false, null and undefined none
 * @param {...(Node|string)} children strings become text
 * @returns {HTMLElement}
 */
export function element(name, attributes = {}, ...children) {
  return filled(document.createElement(name), attributes, children);
}

/**
 * Make an SVG element.
 *
 * @param {string} name
 * @param {Record<string, string|number|boolean|null|undefined>} [attributes]
 * @param {...(Node|string)} children
 * @returns {SVGElement}
 */
export function shape(name, attributes = {}, ...children) {
  return filled(document.createElementNS(SVG, name), attributes, children);
}

/**
 * Make a small picture of one path on a field of 16 by 16, hidden from screen readers.
 *
 * @param {string} path
 * @returns {SVGElement}
 */
export function icon(path) {
  return shape("svg", { viewBox: "0 0 16 16", class: "icon", "aria-hidden": "true", focusable: "false" }, shape("path", { d: path }));
}

function filled(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false && value !== null && value !== undefined) node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...children);
  return node;
}
