// Prose of a lesson, from HTML of which only a few elements are kept.

import { element } from "#timemap/page/nodes.js";
import { isWebAddress } from "#timemap/panel/sources.js";

/** Elements that `geodata/lessons/prose.py` lets through; tests/cases/prose.json holds both to the same. */
const KEPT = new Set(["p", "em", "strong", "code", "ul", "ol", "li", "blockquote", "br"]);

/**
 * Return whether an element of prose is kept.
 *
 * What it holds is kept in any case.
 *
 * @param {string} name of the element, in small letters
 * @param {string|null} href where it leads to, if anywhere
 * @returns {boolean}
 */
export function isKept(name, href) {
  return name === "a" ? href !== null && isWebAddress(href) : KEPT.has(name);
}

/**
 * Return an element with the prose.
 *
 * @param {string} html
 * @returns {HTMLElement}
 */
export function proseElement(html) {
  const parsed = new globalThis.DOMParser().parseFromString(html, "text/html");
  return element("div", { class: "lesson-prose" }, ...nodesOf(parsed.body));
}

/** @param {Node} parent @returns {(Node|string)[]} */
function nodesOf(parent) {
  return [...parent.childNodes].flatMap((node) => {
    if (node instanceof Text) return [node.data];
    if (!(node instanceof Element)) return [];
    const inner = nodesOf(node);
    const name = /** @type {keyof HTMLElementTagNameMap} */ (node.tagName.toLowerCase());
    const href = node.getAttribute("href");
    if (!isKept(name, href)) return inner;
    return [element(name, name === "a" ? { href, target: "_blank", rel: "noopener noreferrer" } : {}, ...inner)];
  });
}
