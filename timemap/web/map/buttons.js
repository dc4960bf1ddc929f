// Column of buttons over the map.
// The last of them clears away all that lies over the map, and brings it back.

import { mapButton, nameButton } from "#timemap/map/mapbutton.js";
import { createPanButtons } from "#timemap/map/panbuttons.js";
import { element } from "#timemap/page/nodes.js";
import { isFull, onFullScreen, toggleFullScreen } from "#timemap/page/fullscreen.js";

/** @import { Context } from "#timemap/types.d.ts" */

/** Zoom at which a town fills the map. */
const TOWN = 13;

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
  const pan = createPanButtons({ map });
  const clear = mapButton("clear", "Hide all panels on the map");
  const group = element(
    "div",
    { class: "map-buttons", role: "group", "aria-label": "Map" },
    zoom,
    more,
    pan.element,
    element(
      "div",
      { class: "map-buttons-rest" },
      ...homeButtons({ data, store, viewport }),
      pan.button,
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
    nameButton(clear, cleared ? "back" : "clear", cleared ? "Show all panels again" : "Hide all panels on the map");
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
  store.subscribe(({ language }, changed) => changed.has("language") && nameButton(town, "town", nameIn(language)));
  return [...buttons, town];
}

function fullScreenButton() {
  const button = mapButton("full", "Full screen", () => toggleFullScreen(document.documentElement));
  onFullScreen(() => {
    if (isFull()) nameButton(button, "leave", "Leave full screen");
    else nameButton(button, "full", "Full screen");
  });
  return button;
}
