// Text whose matches are marked, with elements and never with markup.

import { element } from "#timemap/page/nodes.js";

/**
 * Return a text as nodes in which the matches are marked.
 *
 * @param {string} text
 * @param {import("#timemap/find/matches.js").Match[]} matches
 * @returns {(Node|string)[]}
 */
export function markedNodes(text, matches) {
  /** @type {(Node|string)[]} */
  const nodes = [];
  let at = 0;
  for (const [start, end] of matches) {
    nodes.push(text.slice(at, start), element("mark", {}, text.slice(start, end)));
    at = end;
  }
  return [...nodes, text.slice(at)].filter((node) => node !== "");
}
