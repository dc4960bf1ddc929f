// Marks on contested terms in the texts of the document.
// Each is marked where it first stands, and tells who says what.

import { element } from "#timemap/page/nodes.js";
import { isWebAddress } from "#timemap/panel/sources.js";
import { createTermNote } from "#timemap/terms/termnote.js";

/** @import { Wording } from "#timemap/terms/termnote.js" */
/** @import { Context } from "#timemap/types.d.ts" */

/** What already leads somewhere, or says itself whose word it is. */
const LEFT_ALONE = "a, button, q, summary, .sources";
const TEXT = 4; // NodeFilter.SHOW_TEXT

/** @typedef {{text: string, terms: number[]}} Piece no terms for what is not marked */

/**
 * Return a pattern that finds wordings as whole words, longest first.
 *
 * @param {string[]} wordings
 * @returns {RegExp}
 */
export function patternOf(wordings) {
  const longestFirst = [...wordings].sort((one, other) => other.length - one.length);
  const either = longestFirst.map((text) => text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")).join("|") || "(?!)";
  return new RegExp(`(^|[^\\p{L}\\p{N}\\p{M}_])(${either})(?![\\p{L}\\p{N}\\p{M}_])`, "gu");
}

/**
 * Return a text cut into contested wordings and what lies between.
 *
 * Each wording is cut out only once in all texts of one `seen`.
 *
 * @param {string} text
 * @param {RegExp} pattern of `patternOf`
 * @param {Record<string, number[]>} found the wordings meant by a text
 * @param {Set<string>} seen is added to
 * @returns {Piece[]}
 */
export function cut(text, pattern, found, seen) {
  /** @type {Piece[]} */
  const pieces = [];
  let end = 0;
  for (const { 1: before, 2: word, index: start } of text.matchAll(pattern)) {
    const index = start + before.length;
    const terms = found[word] ?? [];
    const key = String(terms);
    if (terms.length === 0 || seen.has(key)) continue;
    seen.add(key);
    if (index > end) pieces.push({ text: text.slice(end, index), terms: [] });
    pieces.push({ text: word, terms });
    end = index + word.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), terms: [] });
  return pieces;
}

/**
 * Make what marks contested wordings.
 *
 * @param {Pick<Context, "data"|"report">} context
 * @returns {Context["highlightTerms"]} marks the texts in the roots, which are read together, and
 *   gives them back
 */
export function createTermHighlighter({ data, report }) {
  const { topics, terms, found } = data.words;
  const pattern = patternOf(Object.keys(found));
  if (terms.length > 0) {
    const note = createTermNote(document.body, reportTerms);
    note.update(topics.map((name, topic) => ({ name, wordings: wordingsOf(topic) })));
  }

  /** @param {Wording[]} wordings */
  function reportTerms(wordings) {
    const ids = wordings.map(({ id }) => terms[Number(id)].id);
    report({ kind: "Term", name: wordings.map(({ text }) => text).join(", "), id: ids.join(", ") });
  }

  /** @param {number} topic */
  function wordingsOf(topic) {
    return terms.flatMap(({ wording, language, usedBy, meaning, source, ...term }, index) => {
      const { publisher, url } = data.sources[source] ?? { publisher: "", url: "" };
      const address = isWebAddress(url) ? url : "";
      return term.topic === topic
        ? [
            {
              id: String(index),
              text: wording,
              language,
              direction: "rtl",
              usedBy,
              meaning,
              source: publisher || (address && new URL(url).hostname),
              address,
            },
          ]
        : [];
    });
  }

  return (...roots) => {
    const seen = new Set();
    for (const root of roots) {
      for (const node of textsIn(root)) {
        const pieces = cut(node.data, pattern, found, seen);
        if (pieces.some((piece) => piece.terms.length > 0)) node.replaceWith(...pieces.map(pieceNode));
      }
    }
    return roots;
  };
}

/** @param {Node} root */
function textsIn(root) {
  const walker = document.createTreeWalker(root, TEXT);
  const nodes = [];
  while (walker.nextNode()) {
    const text = /** @type {Text} */ (walker.currentNode);
    if (!text.parentElement?.closest(LEFT_ALONE)) nodes.push(text);
  }
  return nodes;
}

/** @param {Piece} piece */
function pieceNode({ text, terms }) {
  return terms.length === 0
    ? text
    : element(
        "a",
        {
          href: "#",
          role: "button",
          class: "contested-word",
          "data-wording": terms.join(","),
          "aria-expanded": "false",
        },
        text,
      );
}
