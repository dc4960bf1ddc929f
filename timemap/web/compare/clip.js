// While two days are compared, every pane that depends on the day exists twice; each is cut at the divider, so one shows the left day and one the right.

/**
 * Return the outline, in the map's layer pixels, of the part of the window left or right of the divider.
 *
 * @param {L.Map} map
 * @param {"left"|"right"} side
 * @param {number} share of the window's width that lies left of the divider
 * @returns {string} a CSS polygon
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
 * @param {Record<"left"|"right", HTMLElement[]>} panes
 * @returns {{at: (share: number) => void, off: () => void}}
 */
export function createClip(map, panes) {
  let share = null;

  function cut() {
    for (const side of ["left", "right"]) {
      const outline = share === null ? "" : outlineOf(map, side, share);
      for (const pane of panes[side]) pane.style.clipPath = outline;
    }
  }

  map.on("move resize viewreset zoomend", cut);
  return {
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
