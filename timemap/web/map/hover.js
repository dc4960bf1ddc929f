// Box beside the pointer that names what lies under it.
// There is one per map; each layer can offer a finder.

import { element } from "#timemap/page/nodes.js";

const REST = 350; // milliseconds that the pointer rests before the ground under it is told of: it lies under everything

/** @type {WeakMap<L.Map, HoverBox>} */
const boxes = new WeakMap();

/**
 * @typedef {object} Told
 * @property {string} title
 * @property {string} [note]
 * @property {{text: string, language: string}[]} [names] further names, each in its own direction
 *
 * @typedef {(latlng: L.LatLng) => Told | null} Finder
 * @typedef {{add: (find: Finder) => void, addGround: (find: Finder) => void}} HoverBox
 */

/**
 * Return the hover box of a map, made on first use.
 *
 * @param {L.Map} map
 * @returns {HoverBox} the last added finder is asked first, as the layer added last lies on top; the first answer is
 *   shown, that of the ground once the pointer rests
 */
export function hoverOf(map) {
  const box = boxes.get(map) ?? createHover(map);
  boxes.set(map, box);
  return box;
}

/**
 * @param {L.Map} map
 * @returns {HoverBox}
 */
function createHover(map) {
  /** @type {Finder[]} */
  const finders = [];
  /** @type {Finder[]} */
  const grounds = [];
  // Hidden from screen readers: the same names stand in the card.
  const box = element("div", { class: "map-hover", hidden: true, "aria-hidden": "true" });
  map.getContainer().append(box);
  let frame = 0;
  let resting = 0;
  /** @type {L.LeafletMouseEvent|null} */
  let last = null;
  /** @type {string|null} */
  let shown = null;

  function look() {
    frame = 0;
    clearTimeout(resting);
    const told = ask(finders);
    if (told !== null) show(told);
    else {
      hide();
      if (grounds.length > 0) resting = globalThis.setTimeout(() => show(ask(grounds)), REST);
    }
  }

  /** @param {Finder[]} of */
  function ask(of) {
    let told = null;
    for (let at = of.length - 1; at >= 0 && told === null && last !== null; at -= 1) told = of[at](last.latlng);
    return told;
  }

  /** @param {Told|null} told */
  function show(told) {
    if (told === null || last === null) return;
    if (JSON.stringify(told) !== shown) fill(told);
    put(last.containerPoint);
  }

  /** @param {Told} told */
  function fill(told) {
    shown = JSON.stringify(told);
    box.replaceChildren(element("div", { class: "map-hover-title", dir: "auto" }, told.title));
    if (told.note) box.append(element("div", { class: "map-hover-note" }, told.note));
    for (const { text, language } of told.names ?? []) {
      box.append(element("div", { lang: language, dir: "auto" }, text));
    }
    box.hidden = false;
  }

  /** @param {L.Point} point */
  function put({ x, y }) {
    const size = map.getSize();
    const left = x + 14 + box.offsetWidth > size.x ? x - 14 - box.offsetWidth : x + 14;
    const top = y + 14 + box.offsetHeight > size.y ? y - 14 - box.offsetHeight : y + 14;
    box.style.transform = `translate(${Math.max(left, 0)}px, ${Math.max(top, 0)}px)`;
  }

  function hide() {
    box.hidden = true;
    shown = null;
  }

  map.on("mousemove", (event) => {
    last = event;
    if (frame === 0) frame = requestAnimationFrame(look);
  });
  map.on("mouseout movestart zoomstart", () => {
    cancelAnimationFrame(frame);
    clearTimeout(resting);
    frame = 0;
    hide();
  });

  return { add: (find) => void finders.push(find), addGround: (find) => void grounds.push(find) };
}
