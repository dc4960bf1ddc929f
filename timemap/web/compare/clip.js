// Clips of the panes at the divider. Every pane that depends on the day exists twice, one for each side.

/** @typedef {"left"|"right"} SideName */

/**
 * Return the outline of the window left or right of the divider.
 *
 * @param {L.Map} map
 * @param {SideName} side
 * @param {number} share of the window's width that lies left of the divider
 * @returns {string} a CSS polygon in the map's layer pixels
 */
export function outlineOf(map, side, share) {
  const size = map.getSize();
  const corner = map.containerPointToLayerPoint([0, 0]);
  const divider = corner.x + size.x * share;
  const [from, to] = side === "left" ? [corner.x, divider] : [divider, corner.x + size.x];
  const [top, bottom] = [corner.y, corner.y + size.y];
  return `polygon(${from}px ${top}px, ${to}px ${top}px, ${to}px ${bottom}px, ${from}px ${bottom}px)`;
}

/**
 * Cut panes at the divider and keep them cut there while the map moves.
 *
 * @param {L.Map} map
 * @param {Record<SideName, HTMLElement[]>} panes
 */
export function createClip(map, panes) {
  /** @type {number|null} */
  let share = null;

  function cut() {
    for (const side of /** @type {SideName[]} */ (["left", "right"])) {
      const outline = share === null ? "" : outlineOf(map, side, share);
      for (const pane of panes[side]) pane.style.clipPath = outline;
    }
  }

  map.on("move resize viewreset zoomend", cut);
  return {
    /** @param {number} next */
    at(next) {
      share = next;
      cut();
    },
    off() {
      share = null;
      cut();
    },
  };
}
