// Description of the map for screen readers.
// It says the day, how many events are seen and who holds areas.

import { countWords } from "#timemap/events/eventwords.js";
import { calloutsOn } from "#timemap/labels/labels.js";
import { dayWords } from "#timemap/time/dates.js";

/** @import { Context } from "#timemap/types.d.ts" */

const SETTLED = 200; // milliseconds without a further change

/**
 * Keep the spoken label of the map right.
 *
 * It is rewritten when the date has come to rest.
 *
 * @param {Pick<Context, "data" | "store" | "events" | "map"> & {areas: {areasOn: (day:
 *   number) => {name: string}[]}}} context
 */
export function createAriaSummary({ data, store, events, map, areas }) {
  const ground = map.getContainer();
  ground.setAttribute("role", "application");
  ground.tabIndex = 0;

  let waiting = 0;

  function speak() {
    const state = store.get();
    if (state.dragging || state.playing) return;
    const count = events.visible(state).length;
    const holders = areas.areasOn(state.moment).map(({ name }) => name);
    ground.setAttribute(
      "aria-label",
      sentence(
        state.moment,
        count,
        holders,
        calloutsOn(data, state).map(({ text }) => text),
      ),
    );
  }

  speak();
  store.subscribe(() => {
    clearTimeout(waiting);
    waiting = globalThis.setTimeout(speak, SETTLED);
  });
}

/**
 * Return the label.
 *
 * @param {number} moment
 * @param {number} count
 * @param {string[]} holders
 * @param {string[]} [said] what stands on the map in a few words
 * @returns {string}
 */
export function sentence(moment, count, holders, said = []) {
  const areas = holders.length === 0 ? "no areas shown" : `areas held by ${holders.join("; ")}`;
  const sentences = [`Map on ${dayWords(moment)}: ${countWords(count)}, ${areas}`, ...said];
  const beside = "The list beside it shows the same events; The map in words, below the list, describes the areas";
  return [...sentences, beside].map((words) => `${words}.`).join(" ");
}
