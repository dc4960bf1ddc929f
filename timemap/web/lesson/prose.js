// Prose of a lesson, from HTML of which only a few elements are kept.

import { element } from "#timemap/page/nodes.js";
import { isWebAddress } from "#timemap/panel/sources.js";

const KEPT = new Set(["p", "em", "strong", "ul", "ol", "li", "blockquote", "br"]);

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
    if (KEPT.has(name)) return [element(name, {}, ...inner)];
    const href = name === "a" ? node.getAttribute("href") : null;
    const link = { href, target: "_blank", rel: "noopener noreferrer" };
    return href && isWebAddress(href) ? [element("a", link, ...inner)] : inner;
  });
}
