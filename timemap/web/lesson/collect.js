// Where the page around collects scenes, a button hands over what the map shows just now; a scene shown from that shows the same.

import { dayIso } from "#timemap/time/dates.js";
import { element } from "#timemap/page/nodes.js";

const WORDS = "Add this as a scene";

/**
 * Return what a scene of the present state holds.
 *
 * @param {import("#timemap/time/clock.js").ClockState} state
 * @param {[number, number]} widest the whole range of the document
 * @param {{id: string[]}} events
 * @param {{lat: number, lon: number, zoom: number}} view
 * @returns {object} days as ISO dates; `range` is half-open, and null for the widest
 */
export function sceneOf({ moment, compare, range, mode, window, selected }, widest, events, view) {
  return {
    moment: dayIso(moment),
    compare: compare === null ? null : dayIso(compare),
    range: String(range) === String(widest) ? null : range.map(dayIso),
    mode, window, view,
    events: selected < 0 ? [] : [events.id[selected]],
  };
}

/**
 * Make the button, hidden until the page around asks for it.
 *
 * @param {{data: object, clock: object, events: object, say: (text: string) => void}} context to which `sight` is added before the button can be pressed
 * @returns {{element: HTMLElement}}
 */
export function createCollect(context) {
  const { data, clock, events, say } = context;
  const button = element("button", { type: "button", class: "collect", hidden: true });
  button.addEventListener("click", () => {
    const scene = sceneOf(clock.get(), data.whole, events, context.sight.here());
    globalThis.parent.postMessage({ type: "timemap:scene", scene }, "*");
    say("Handed over");
  });
  clock.subscribe((state, changed) => {
    if (!changed.has("collecting") && !changed.has("lesson")) return;
    button.hidden = state.collecting === false || state.lesson !== "";
    button.textContent = state.collecting === true ? WORDS : state.collecting || "";
  });
  return { element: button };
}
