// Column of buttons over the map.
// The last of them clears away all that lies over the map, and brings it back.

import { element, icon } from "#timemap/page/nodes.js";
import { isFull, onFullScreen, toggleFullScreen } from "#timemap/page/fullscreen.js";

/** @import { Context } from "#timemap/types.d.ts" */

/** Zoom at which a town fills the map. */
const TOWN = 13;

const PATHS = {
  whole: "M2 8 8 2.5 14 8M4 7v6.5h3V10h2v3.5h3V7",
  town: "M8 1.5v3M8 11.5v3M1.5 8h3M11.5 8h3M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6",
  full: "M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4",
  leave: "M6 2v4H2M14 6h-4V2M10 14v-4h4M2 10h4v4",
  share:
    "M6 8.8 10.4 11.4M10.4 4.6 6 7.2M12 2.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6M4 6.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6M12 10.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6",
  start: "M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M8 7.2v4M8 4.8v.01",
  clear: "M1.5 8s2.5-4.5 6.5-4.5S14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8M2.5 14 13.5 2",
  back: "M1.5 8s2.5-4.5 6.5-4.5S14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8M8 6a2 2 0 1 0 0 4 2 2 0 0 0 0-4",
  more: "M3 8h.01M8 8h.01M13 8h.01",
};

/**
 * Make the buttons.
 *
 * @param {Pick<Context, "data" | "store" | "map" | "viewport">} context
 * @param {{buttons?: HTMLElement[], onClear: (cleared: boolean) => void}} parts further buttons, and who clears the map
 * @returns {{element: HTMLElement}}
 */
export function createMapButtons({ data, store, map, viewport }, { buttons = [], onClear }) {
  const zoom = globalThis.L.control.zoom({ position: "topleft" }).addTo(map).getContainer() ?? "";
  const more = mapButton("more", "More buttons");
  const clear = mapButton("clear", "Hide all panels on the map");
  const group = element(
    "div",
    { class: "map-buttons", role: "group", "aria-label": "Map" },
    zoom,
    more,
    element(
      "div",
      { class: "map-buttons-rest" },
      ...homeButtons({ data, store, viewport }),
      fullScreenButton(),
      ...buttons,
      clear,
    ),
  );
  let cleared = false;

  /** @param {boolean} open */
  function unfold(open) {
    group.classList.toggle("open", open);
    more.setAttribute("aria-expanded", String(open));
  }

  function toggle() {
    cleared = !cleared;
    name(clear, cleared ? "back" : "clear", cleared ? "Show all panels again" : "Hide all panels on the map");
    onClear(cleared);
    clear.focus({ preventScroll: true });
  }

  unfold(false);
  more.addEventListener("click", () => unfold(!group.classList.contains("open")));
  clear.addEventListener("click", toggle);
  group.addEventListener(
    "click",
    ({ target }) => target instanceof Element && target.closest(".map-buttons-rest") && unfold(false),
  );
  group.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !group.classList.contains("open")) return;
    event.preventDefault();
    unfold(false);
    more.focus();
  });
  globalThis.L.DomEvent.disableClickPropagation(group);
  globalThis.L.DomEvent.disableScrollPropagation(group);
  return { element: group };
}

/**
 * Make a button with a picture.
 *
 * Its name is seen where the pointer or the focus is on it.
 *
 * @param {keyof typeof PATHS} path
 * @param {string} words
 * @param {() => unknown} [press]
 * @returns {HTMLButtonElement}
 */
export function mapButton(path, words, press) {
  const button = element("button", { type: "button", class: "map-button" });
  name(button, path, words);
  if (press) button.addEventListener("click", press);
  return button;
}

/**
 * Make the buttons for the whole map and for the place of its title.
 *
 * @param {Pick<Context, "data" | "store" | "viewport">} context
 */
function homeButtons({ data, store, viewport }) {
  const buttons = [mapButton("whole", "Whole map", () => viewport.open(null))];
  if (!data.focus) return buttons;
  const { lat, lon, names } = data.focus;
  /** @param {string} language */
  const nameIn = (language) => names[language] || names.en;
  const town = mapButton("town", nameIn(store.get().language), () => viewport.open({ lat, lon, zoom: TOWN }));
  store.subscribe(({ language }, changed) => changed.has("language") && name(town, "town", nameIn(language)));
  return [...buttons, town];
}

function fullScreenButton() {
  const button = mapButton("full", "Full screen", () => toggleFullScreen(document.documentElement));
  onFullScreen(() => (isFull() ? name(button, "leave", "Leave full screen") : name(button, "full", "Full screen")));
  return button;
}

/** @param {HTMLElement} button @param {keyof typeof PATHS} path @param {string} words */
function name(button, path, words) {
  button.replaceChildren(icon(PATHS[path]), element("span", { class: "map-button-words" }, words));
}
