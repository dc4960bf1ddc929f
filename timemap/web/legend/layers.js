// Hiding a layer of the map, showing it again, and showing it alone; which layers there are stands in the table of the state's fields.

/** Parts of the map that are shown alone among each other; those who hold areas are, together with the named zones. */
const BORDER = Object.freeze(["quarters", "border", "wall", "crossings", "posts"]);

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
