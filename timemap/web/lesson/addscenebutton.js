// Button that hands what the map shows to a page that collects scenes.

import { dayIso } from "#timemap/time/dates.js";
import { element } from "#timemap/page/nodes.js";

/** @import { Context, DayRange, Events, MapState, Viewport } from "#timemap/types.d.ts" */

const WORDS = "Add this as a scene";

/**
 * Return what a scene of the present state holds.
 *
 * @param {MapState} state
 * @param {DayRange} widest the whole range of the document
 * @param {Pick<Events, "id">} events
 * @param {Viewport} view
 * @returns days as ISO dates; `range` is half-open, and null for the widest
 */
export function sceneOf({ moment, compare, range, mode, window, selected }, widest, events, view) {
  return {
    moment: dayIso(moment),
    compare: compare === null ? null : dayIso(compare),
    range: String(range) === String(widest) ? null : range.map(dayIso),
    mode, window, view,
    events: selected < 0 ? [] : [events.id.at(selected)],
  };
}

/**
 * Make the button, hidden until the page around asks for it.
 *
 * @param {Pick<Context, "data"|"store"|"events"|"announce"|"visibleArea">} context
 *   `sight` may be added until the button is pressed
 * @returns {{element: HTMLElement}}
 */
export function createAddSceneButton(context) {
  const { data, store, events, announce } = context;
  const button = element("button", { type: "button", class: "collect", hidden: true });
  button.addEventListener("click", () => {
    const scene = sceneOf(store.get(), data.whole, events, context.visibleArea.currentView());
    globalThis.parent.postMessage({ type: "timemap:scene", scene }, "*");
    announce("Scene added");
  });
  store.subscribe((state, changed) => {
    if (!changed.has("collecting") && !changed.has("lesson")) return;
    button.hidden = state.collecting === false || state.lesson !== "";
    button.textContent = state.collecting === true ? WORDS : state.collecting || "";
  });
  return { element: button };
}
