// Room for a translator in a page that React draws.
// It puts <font> elements in the place of texts, while React goes on to change, move and remove the texts.

/** @typedef {{font: ChildNode, texts: Text[]}} Translated what stands in the place of texts, and these */
/** @typedef {(node: Node|null) => void} BringBack */

/**
 * Let the page be translated.
 *
 * A text that a script is about to change, move or remove comes back into its place first, and so does one before which
 * something is to stand. A translator at work finds it there again.
 */
export function allowTranslation() {
  const { bringBack, note } = createOriginals();
  new globalThis.MutationObserver(note).observe(document, { childList: true, subtree: true });
  const { appendChild, insertBefore, removeChild } = Node.prototype;
  const methods = {
    /** @this {Node} @param {Node} node */
    appendChild(node) {
      bringBack(node);
      return appendChild.call(this, node);
    },
    /** @this {Node} @param {Node} node @param {Node|null} next */
    insertBefore(node, next) {
      bringBack(node);
      bringBack(next);
      return insertBefore.call(this, node, next && partWith(this, next));
    },
    /** @this {Node} @param {Node} node */
    removeChild(node) {
      bringBack(node);
      const part = partWith(this, node);
      if (part === node) return removeChild.call(this, node);
      if (node.parentNode) removeChild.call(node.parentNode, node);
      if (part?.childNodes.length === 0) removeChild.call(this, part);
      return node;
    },
  };
  Object.assign(Node.prototype, methods);
  beforeSetting(Node.prototype, "nodeValue", bringBack);
  beforeSetting(CharacterData.prototype, "data", bringBack);
}

/** Make the memory of texts in whose place something else stands. */
function createOriginals() {
  /** @type {WeakMap<Node, Translated>} */
  const places = new WeakMap(); // by text and by font

  /** @type {BringBack} */
  function bringBack(node) {
    if (!isText(node) || node.parentNode) return;
    const { font, texts } = places.get(node) ?? {};
    if (font?.parentNode) font.replaceWith(...texts?.filter(({ parentNode }) => parentNode === null) ?? []);
  }

  /** @param {MutationRecord[]} records */
  function note(records) {
    /** @type {Set<Node|null>} */
    const fonts = new Set(records.flatMap(({ addedNodes }) => [...addedNodes].filter(isFont)));
    if (fonts.size === 0) return;
    for (const { removedNodes, addedNodes, previousSibling, nextSibling } of records) {
      const texts = [...removedNodes].flatMap(textsOf);
      if (texts.length === 0) continue;
      const near = [...addedNodes, previousSibling, nextSibling].filter((node) => fonts.has(node));
      const font = near.find((node) => node !== null && !places.has(node)) ?? near[0];
      if (font) keep(/** @type {ChildNode} */ (font), texts);
    }
  }

  /** @param {Node} node @returns {Text[]} itself, or those in whose place it stood */
  function textsOf(node) {
    if (isText(node)) return [node];
    return isFont(node) ? places.get(node)?.texts ?? [] : [];
  }

  /** @param {ChildNode} font @param {Text[]} texts */
  function keep(font, texts) {
    const place = places.get(font) ?? { font, texts: [] };
    place.texts.push(...texts);
    for (const node of [font, ...texts]) places.set(node, place);
  }

  return { bringBack, note };
}

/**
 * Return the child of a node that is another node, or holds it in the meantime.
 *
 * @param {Node} parent
 * @param {Node} node
 * @returns {Node|null} null for one that has no parent any more
 */
function partWith(parent, node) {
  /** @type {Node|null} */
  let part = node;
  while (part && part.parentNode !== parent) part = part.parentNode;
  return part ?? (node.parentNode ? node : null);
}

/** @param {Node} prototype @param {string} name of a property @param {BringBack} run */
function beforeSetting(prototype, name, run) {
  const property = Object.getOwnPropertyDescriptor(prototype, name);
  Object.defineProperty(prototype, name, {
    ...property,
    /** @this {Node} @param {string|null} value */
    set(value) {
      run(this);
      property?.set?.call(this, value);
    },
  });
}

/** @param {Node|null} node @returns {node is Text} */
function isText(node) {
  return node?.nodeType === 3;
}

/** @param {Node} node */
function isFont(node) {
  return node.nodeName === "FONT";
}
