// The prose of a lesson comes as HTML; of it only paragraphs, lists, quotes, emphasis and links to web addresses become nodes, all else becomes its text.

import { element } from "#timemap/page/nodes.js";
import { isWebAddress } from "#timemap/panel/sources.js";

const KEPT = new Set(["P", "EM", "STRONG", "UL", "OL", "LI", "BLOCKQUOTE", "BR"]);

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

function nodesOf(parent) {
  return [...parent.childNodes].flatMap((node) => {
    if (node.nodeType === 3) return [node.data];
    if (node.nodeType !== 1) return [];
    const inner = nodesOf(node);
    if (KEPT.has(node.tagName)) return [element(node.tagName.toLowerCase(), {}, ...inner)];
    const href = node.tagName === "A" ? node.getAttribute("href") : null;
    return href && isWebAddress(href) ? [element("a", { href, target: "_blank", rel: "noopener noreferrer" }, ...inner)] : inner;
  });
}
