// Choice of online backgrounds.
// They are off at first: no address is asked for before the viewer has switched one on, and none has to answer.

import { ensurePane } from "#timemap/map/canvaslayer.js";
import { element } from "#timemap/page/nodes.js";
import backgrounds from "#timemap/style/backgrounds.json" with { type: "json" };

/**
 * @typedef {object} Background
 * @property {string} id
 * @property {string} name
 * @property {string} url
 * @property {string} attribution plain text
 * @property {number} maxZoom
 * @property {string} [subdomains]
 */

/**
 * Make the control that switches online backgrounds.
 *
 * @param {{map: L.Map, announce: (text: string) => void, onChange: (on: boolean) => void}} context `onChange` tells the
 *   ground to give way or to come back
 * @returns {{element: HTMLElement}}
 */
export function createBackgrounds({ map, announce, onChange }) {
  const options = backgrounds.map(({ id, name }) => element("option", { value: id }, name));
  const select = element(
    "select",
    { "aria-label": "Background" },
    element("option", { value: "" }, "Built-in map (offline)"),
    ...options,
  );
  const note = element("span", { class: "map-backgrounds-note", hidden: true });
  const box = element(
    "div",
    { class: "map-backgrounds" },
    element("label", { class: "choice" }, element("span", { class: "choice-name" }, "Background"), select),
    note,
  );
  /** @type {L.TileLayer|null} */
  let tiles = null;

  /** @param {string} id */
  function choose(id) {
    const background = backgrounds.find((one) => one.id === id);
    report("");
    tiles?.remove();
    tiles = background ? tilesOf(background) : null;
    onChange(false); // the built-in ground stays until the first tile is there
    tiles?.addTo(map);
  }

  /** @param {Background} background */
  function tilesOf(background) {
    ensurePane(map, "background");
    let failed = false;
    const layer = globalThis.L.tileLayer(background.url, {
      pane: "background",
      attribution: background.attribution,
      maxNativeZoom: background.maxZoom,
      subdomains: background.subdomains ?? "abc",
      referrerPolicy: "strict-origin-when-cross-origin",
    });
    layer.on("tileload", () => {
      if (layer === tiles) onChange(true);
    });
    layer.on("tileerror", () => {
      if (failed || layer !== tiles) return;
      failed = true;
      report(`${background.name}: some map tiles could not be loaded. The built-in map works offline.`);
    });
    return layer;
  }

  /** @param {string} text */
  function report(text) {
    note.textContent = text;
    note.hidden = text === "";
    if (text !== "") announce(text);
  }

  select.addEventListener("change", () => choose(select.value));
  return { element: box };
}
