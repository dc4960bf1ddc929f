// Prose of a lesson, from HTML of which only a few elements are kept.

import { element } from "#timemap/page/nodes.js";
import { isWebAddress } from "#timemap/panel/sources.js";

/** Elements that `geodata/lessons/prose.py` lets through; tests/cases/prose.json holds both to the same. */
const KEPT = new Set(["p", "em", "strong", "code", "ul", "ol", "li", "blockquote", "br"]);

/** Those that have a direction. An item has that of its list, so that its number stands where all do. */
const BLOCKS = new Set(["p", "ul", "ol", "blockquote"]);

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
 * Return the attributes of a kept element of prose.
 *
 * A list keeps its first number, which may be a year. Each block runs by its own letters.
 *
 * @param {string} name of the element, in small letters
 * @param {(attribute: string) => string|null} read one of its attributes
 * @returns {Record<string, string>}
 */
export function keptAttributes(name, read) {
  const start = read("start") ?? "";
  return {
    ...(name === "a" ? { href: read("href") ?? "", target: "_blank", rel: "noopener noreferrer" } : {}),
    ...(BLOCKS.has(name) ? { dir: "auto" } : {}),
    ...(name === "ol" && /^\d{1,9}$/.test(start) ? { start } : {}),
  };
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
    if (!isKept(name, node.getAttribute("href"))) return inner;
    return [element(name, keptAttributes(name, (attribute) => node.getAttribute(attribute)), ...inner)];
  });
}
