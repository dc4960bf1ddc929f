// Choice of online backgrounds.
// They are off at first: no address is asked for before the viewer has switched one on, and none has to answer.

import { ensurePane } from "#timemap/map/canvaslayer.js";
import { element } from "#timemap/page/nodes.js";
import backgrounds from "#timemap/style/backgrounds.json" with { type: "json" };

const STAYS = "The built-in map is shown instead.";

/** Milliseconds after which a picture that has not arrived is taken as refused. */
const LATE = 20_000;

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
 * @param {{map: L.Map, tell: (lines: string[]) => void, onChange: (on: boolean) => void}} context `tell` says something
 *   over the map, `onChange` tells the ground to give way or to come back
 * @returns {{element: HTMLElement}}
 */
export function createBackgrounds({ map, tell, onChange }) {
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
    let loaded = false;
    const layer = globalThis.L.tileLayer(background.url, {
      pane: "background",
      attribution: background.attribution,
      maxNativeZoom: background.maxZoom,
      subdomains: background.subdomains ?? "abc",
    });
    Object.assign(layer, {
      /** @param {L.Coords} coords @param {L.DoneCallback} done */
      createTile: (coords, done) => createTile(layer.getTileUrl(coords), done),
    });
    layer.on("tileload", () => {
      if (layer !== tiles) return;
      loaded = true;
      onChange(true);
    });
    layer.on("tileerror", () => {
      if (failed || layer !== tiles) return;
      failed = true;
      const which = loaded ? "some pictures were" : "its pictures were";
      report(`${background.name}: ${which} refused or did not arrive. ${STAYS}`);
    });
    return layer;
  }

  /** @param {string} text */
  function report(text) {
    note.textContent = text;
    note.hidden = text === "";
    if (text !== "") tell([text]);
  }

  select.addEventListener("change", () => choose(select.value));
  return { element: box };
}

/**
 * Make a tile that says when its picture was refused.
 *
 * A server may refuse with a picture, which a plain image would show as if it were the map.
 *
 * @param {string} address
 * @param {L.DoneCallback} done
 */
function createTile(address, done) {
  const tile = element("img", { alt: "", role: "presentation" });
  const stop = new AbortController();
  const late = setTimeout(() => stop.abort(), LATE);
  fetch(address, { referrerPolicy: "strict-origin-when-cross-origin", signal: stop.signal })
    .then((answer) => (answer.ok ? answer.blob() : Promise.reject(new Error(String(answer.status)))))
    .then((picture) => {
      const local = URL.createObjectURL(picture);
      tile.addEventListener("load", () => {
        URL.revokeObjectURL(local);
        done(undefined, tile);
      }, { once: true });
      tile.addEventListener("error", () => done(new Error("no picture"), tile), { once: true });
      tile.src = local;
    })
    .catch((error) => done(error, tile))
    .finally(() => clearTimeout(late));
  return tile;
}
