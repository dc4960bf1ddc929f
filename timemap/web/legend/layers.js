// Hiding a layer of the map, showing it again, and showing it alone; which layers there are stands in the table of the state's fields.

/** Parts of the map that are shown alone among each other; those who hold areas are, together with the named zones. */
const BORDER = Object.freeze(["quarters", "border", "wall", "crossings", "posts"]);

/** What the parts of the map are called where it is said that they are hidden. */
const NAMES = Object.freeze({
  evidence: "Strength of evidence", events: "Events", quarters: "Quarters", border: "State border", wall: "Border wall",
  crossings: "Crossings", posts: "Military posts", callouts: "Callouts",
});

/**
 * Make the switches of the layers.
 *
 * @param {{fields: {layers: string[]}, controllers: {id: string}[]}} data of the document
 * @returns {{toggle: (hidden: string[], layer: string) => string[], only: (hidden: string[], layer: string) => string[], hasOthers: (layer: string) => boolean}}
 *   each gives the layers that are hidden then, in the order of the table; `hasOthers` says whether a layer can be shown alone among others
 */
export function createLayers({ fields, controllers }) {
  const all = [...fields.layers, ...controllers.map(({ id }) => id)];
  const groups = [BORDER, ["zones", ...controllers.map(({ id }) => id)]];
  const groupOf = (layer) => groups.find((group) => group.includes(layer)) ?? [layer];
  const inOrder = (wanted) => all.filter((layer) => wanted.has(layer));

  function toggle(hidden, layer) {
    const next = new Set(hidden);
    if (!next.delete(layer)) next.add(layer);
    return inOrder(next);
  }

  function only(hidden, layer) {
    const next = new Set([...hidden, ...groupOf(layer)]);
    next.delete(layer);
    return inOrder(next);
  }

  return { toggle, only, hasOthers: (layer) => groupOf(layer).length > 1 };
}

/**
 * Return what is hidden in words: "Events hidden", "Events and 1 more hidden"; empty where nothing is.
 *
 * @param {string[]} hidden ids of layers
 * @param {(id: string) => string} nameOf the name of a layer that is no part of the map but who holds areas, or the zones
 * @returns {string}
 */
export function hiddenWords(hidden, nameOf) {
  if (hidden.length === 0) return "";
  const [first, ...others] = hidden;
  const name = NAMES[first] ?? nameOf(first);
  return `${name}${others.length > 0 ? ` and ${others.length} more` : ""} hidden`;
}
