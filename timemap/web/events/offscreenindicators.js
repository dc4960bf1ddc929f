// Arrows at the edges to events outside the map, and to the chosen one.
import { pointerTo } from "#timemap/map/focus.js";
import { countWords } from "#timemap/events/eventwords.js";
import { element } from "#timemap/page/nodes.js";

/** @import {CanvasView, Context, Events, Point} from "#timemap/types.d.ts" */
/** @typedef {""|"north"|"east"|"south"|"west"} Edge */

/** Edges by number, 0 for an event inside the area. @type {readonly Edge[]} */
const EDGES = Object.freeze(["", "north", "east", "south", "west"]);

/** @type {Readonly<Record<Edge, string>>} */
const ARROWS = Object.freeze({ "": "", north: "\u2191", east: "\u2192", south: "\u2193", west: "\u2190" });

/**
 * Return for each event the edge that it is farthest beyond.
 *
 * @param {{lon: ArrayLike<number>, lat: ArrayLike<number>}} events
 * @param {[[number, number], [number, number]]} bounds south-west and north-east corner, latitude first
 * @returns {Uint8Array} numbers of edges
 */
export function edgesOf({ lon, lat }, [[south, west], [north, east]]) {
  return Uint8Array.from(lon, (x, index) => {
    const beyond = [0, lat[index] - north, x - east, south - lat[index], west - x];
    const most = Math.max(...beyond);
    return most > 0 ? beyond.indexOf(most) : 0;
  });
}

/** Arrows from the east on, as angles grow. */
const TURNS = Object.freeze(["\u2192", "\u2198", "\u2193", "\u2199", "\u2190", "\u2196", "\u2191", "\u2197"]);

/**
 * Return the arrow that points most nearly in a direction.
 *
 * @param {number} angle in radians, clockwise from the right
 * @returns {string}
 */
export function arrowFor(angle) {
  return TURNS[(Math.round(angle / (Math.PI / 4)) + TURNS.length) % TURNS.length];
}

/**
 * Make the sign at the edge that leads to the chosen event.
 *
 * It stands there while that lies outside the window, and brings it into sight.
 *
 * @param {Pick<Context, "data"|"events"|"map"|"visibleArea">} context
 */
export function createWayToChosen({ data, events, map, visibleArea }) {
  const arrow = element("span", { "aria-hidden": "true" });
  const look = { type: "button", class: "elsewhere elsewhere-chosen", hidden: true };
  const chip = element("button", look, arrow, " Selected event");
  const ground = globalThis.L.latLngBounds(data.bounds);
  let chosen = -1;
  globalThis.L.DomEvent.disableClickPropagation(chip);
  chip.addEventListener("click", () => {
    visibleArea.show(globalThis.L.latLng(events.lat[chosen], events.lon[chosen]));
    map.getContainer().focus({ preventScroll: true });
  });
  map.getContainer().append(chip);

  /** @type {(selected: number, view: CanvasView) => void} */
  function update(selected, view) {
    chosen = selected;
    const onGround = selected >= 0 && ground.contains([events.lat[selected], events.lon[selected]]);
    const [x, y] = onGround ? view.project(events.lon[selected], events.lat[selected]) : [0, 0];
    const way = onGround ? pointerTo(x, y, view.seen) : null;
    if (chip.hidden !== (way === null)) chip.hidden = way === null;
    if (way === null) return;
    arrow.textContent = arrowFor(way.angle);
    chip.title = `Show on the map: ${events.title.at(selected)}`;
    const [left, top] = view.seen;
    // It is whole also at the sides.
    const across = `clamp(8px, ${Math.round(way.x - left)}px - 50%, 100cqw - 100% - 8px)`;
    chip.style.transform = `translate(${across}, ${Math.round(way.y - top)}px) translateY(-50%)`;
  }

  return { update };
}

/**
 * @typedef {{open: (indices: number[], point: Point, title: string) => void}} Opening
 */

/**
 * Make the arrows at the edges.
 *
 * @param {Pick<Context, "data"|"events"|"map"|"visibleArea"> & Opening} context
 */
export function createOffscreenIndicators({ data, events, map, visibleArea, open }) {
  const edges = data.bounds ? edgesOf(events, data.bounds) : new Uint8Array(events.count);
  const anywhere = edges.some((edge) => edge > 0);
  /** @type {number[][]} */
  let lists = EDGES.map(() => []);
  const chips = EDGES.map((name, edge) => (name ? makeChip(name, edge) : null));

  /** @type {(name: Edge, edge: number) => HTMLButtonElement} */
  function makeChip(name, edge) {
    const chip = element("button", { type: "button", class: `elsewhere elsewhere-${name}`, hidden: true });
    globalThis.L.DomEvent.disableClickPropagation(chip);
    chip.addEventListener("click", () => {
      const [from, around] = [chip.getBoundingClientRect(), map.getContainer().getBoundingClientRect()];
      open(lists[edge], { x: from.x - around.x, y: from.y - around.y }, wordsOf(lists[edge].length, name));
    });
    map.getContainer().append(chip);
    visibleArea.watch(chip); // names keep clear of it
    return chip;
  }

  /** @type {(visible: Int32Array, bounds: CanvasView["bounds"]) => void} */
  function update(visible, { west, south, east, north }) {
    if (!anywhere) return;
    lists = EDGES.map(() => []);
    for (const index of visible) {
      const edge = edges[index];
      if (edge === 0) continue;
      const [x, y] = [events.lon[index], events.lat[index]];
      if (x < west || x > east || y < south || y > north) lists[edge].push(index);
    }
    chips.forEach((chip, edge) => {
      if (!chip) return;
      const count = lists[edge].length;
      if (chip.hidden !== (count === 0)) chip.hidden = count === 0;
      const text = `${ARROWS[EDGES[edge]]} ${countWords(count)}`;
      if (count === 0 || chip.textContent === text) return;
      chip.textContent = text;
      chip.title = wordsOf(count, EDGES[edge]);
      chip.setAttribute("aria-label", chip.title);
    });
  }

  return { update };
}

/** @type {(count: number, edge: Edge) => string} */
function wordsOf(count, edge) {
  return `${countWords(count)} outside the map, to the ${edge}`;
}
