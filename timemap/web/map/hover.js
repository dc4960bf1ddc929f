// What lies under the pointer is told in one small box per map; whoever draws can offer a finder.

import { element } from "#timemap/page/nodes.js";

const REST = 350; // milliseconds that the pointer rests before the ground under it is told of: it lies under everything

const boxes = new WeakMap();

/**
 * @typedef {object} Told
 * @property {string} title
 * @property {string} [note]
 * @property {{text: string, language: string}[]} [names] further names, each in its own direction
 */

/**
 * Return the hover box of a map, made on first use.
 *
 * @param {L.Map} map
 * @returns {{add: (find: (latlng: L.LatLng) => Told | null) => void, addGround: (find: (latlng: L.LatLng) => Told | null) => void}} the last added finder is asked first, as the layer added last lies on top; the first answer is shown, that of the ground once the pointer rests
 */
export function hoverOf(map) {
  if (!boxes.has(map)) boxes.set(map, createHover(map));
  return boxes.get(map);
}

function createHover(map) {
  const finders = [];
  const grounds = [];
  const box = element("div", { class: "map-hover", hidden: true, "aria-hidden": "true" }); // the same names stand in the card
  map.getContainer().append(box);
  let frame = 0;
  let resting = 0;
  let last = null;
  let shown = null;

  function look() {
    frame = 0;
    clearTimeout(resting);
    const told = ask(finders);
    if (told !== null) show(told);
    else {
      hide();
      if (grounds.length > 0) resting = setTimeout(() => show(ask(grounds)), REST);
    }
  }

  function ask(of) {
    let told = null;
    for (let at = of.length - 1; at >= 0 && told === null; at -= 1) told = of[at](last.latlng);
    return told;
  }

  function show(told) {
    if (told === null) return;
    if (JSON.stringify(told) !== shown) fill(told);
    put(last.containerPoint);
  }

  function fill(told) {
    shown = JSON.stringify(told);
    box.replaceChildren(element("div", { class: "map-hover-title", dir: "auto" }, told.title));
    if (told.note) box.append(element("div", { class: "map-hover-note" }, told.note));
    for (const { text, language } of told.names ?? []) {
      box.append(element("div", { lang: language, dir: "auto" }, text));
    }
    box.hidden = false;
  }

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

  return { add: (find) => finders.push(find), addGround: (find) => grounds.push(find) };
}
