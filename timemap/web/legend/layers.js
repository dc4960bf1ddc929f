// Switches of the layers of the map: hide, show again, show alone.

/** Parts of the map that are shown alone among each other; those who hold areas are, together with the named zones. */
const BORDER = Object.freeze(["quarters", "border", "wall", "crossings", "posts"]);

/**
 * Names of the parts of the map where it is said that they are hidden.
 *
 * @type {Readonly<Record<string, string>>}
 */
const NAMES = Object.freeze({
  evidence: "Weak evidence", events: "Events", quarters: "Quarters", border: "State border", wall: "Border wall",
  crossings: "Crossings", posts: "Military posts", callouts: "Notes on the map",
});

/** @typedef {(hidden: string[], layer: string) => string[]} Switch */

/**
 * Make the switches of the layers.
 *
 * @param {{fields: {layers: string[]}, controllers: {id: string}[]}} data which layers there are
 * @returns {{toggle: Switch, only: Switch, hasOthers: (layer: string) => boolean}}
 *   each gives the layers that are hidden then, in their order; `hasOthers` says whether a layer can be shown alone
 */
export function createLayers({ fields, controllers }) {
  const all = [...fields.layers, ...controllers.map(({ id }) => id)];
  const groups = [BORDER, ["zones", ...controllers.map(({ id }) => id)]];
  const groupOf = (/** @type {string} */ layer) => groups.find((group) => group.includes(layer)) ?? [layer];
  const inOrder = (/** @type {Set<string>} */ wanted) => all.filter((layer) => wanted.has(layer));

  /** @type {Switch} */
  function toggle(hidden, layer) {
    const next = new Set(hidden);
    if (!next.delete(layer)) next.add(layer);
    return inOrder(next);
  }

  /** @type {Switch} */
  function only(hidden, layer) {
    const next = new Set([...hidden, ...groupOf(layer)]);
    next.delete(layer);
    return inOrder(next);
  }

  return { toggle, only, hasOthers: (/** @type {string} */ layer) => groupOf(layer).length > 1 };
}

/**
 * Return what is hidden in words: "Events and 1 more hidden"; or nothing.
 *
 * @param {string[]} hidden ids of layers
 * @param {(id: string) => string} nameOf the name of a controller or of the zones
 * @returns {string}
 */
export function hiddenWords(hidden, nameOf) {
  if (hidden.length === 0) return "";
  const [first, ...others] = hidden;
  const name = NAMES[first] ?? nameOf(first);
  return `${name}${others.length > 0 ? ` and ${others.length} more` : ""} hidden`;
}
