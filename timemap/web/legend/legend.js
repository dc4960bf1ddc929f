// Legend of what can be seen on the map just now. Names come from the data.
import { namesOn } from "#timemap/areas/controllers.js";
import { swatchElement } from "#timemap/areas/patterns.js";
import { ownSymbol, symbolElement } from "#timemap/events/symbols.js";
import { hasOtherDays, sectionsOf } from "#timemap/legend/entries.js";
import { createLayers } from "#timemap/legend/layers.js";
import { createLegendBox } from "#timemap/legend/legendbox.js";
import { createLegendRow } from "#timemap/legend/legendrow.js";
import { lineSamples } from "#timemap/legend/legendsamples.js";
import { presence, together } from "#timemap/legend/presence.js";
import { afterStep } from "#timemap/time/frames.js";

/** @import { Context, MapState } from "#timemap/types.d.ts" */
/** @import { Entry } from "#timemap/legend/entries.js" */
/** @import { Switch } from "#timemap/legend/layers.js" */
/** @import { LegendRow } from "#timemap/legend/legendrow.js" */
/** @import { Sample } from "#timemap/legend/legendsamples.js" */
/** @import { Presence } from "#timemap/legend/presence.js" */

const DECIDING = /** @type {const} */ (["moment", "compare", "mode", "window", "range", "shown", "language", "hidden"]);

/** Least pixels of a map on which the legend starts open. */
const ROOMY = Object.freeze({ x: 1400, y: 800 });

/** @typedef {"data"|"store"|"events"|"map"|"topology"|"printLayout"|"highlightTerms"|"openFilters"} Needed */

/**
 * Make the legend.
 *
 * It is open on a wide map, one line of areas on a smaller one, a button on a telephone.
 *
 * @param {Pick<Context, Needed> & {other?: () => MapState|null}} context
 *   `other` is the state of the second side while two days are compared
 * @returns {{element: HTMLElement}}
 */
export function createLegend(context) {
  const { data, store, events, map, topology, printLayout, other = () => null } = context;
  const { box, setOpen, entitle, fill } = createLegendBox(context);
  const lines = createLines(context);
  let drawn = "";

  /** @param {MapState} state */
  function seenIn(state) {
    const bounds = map.getBounds();
    const [west, south, east, north] = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
    return presence({ data, events, topology }, state, { west, south, east, north, zoom: map.getZoom() });
  }

  function update() {
    box.removeAttribute("aria-busy");
    const [state, second] = [store.get(), other()];
    const sides = [seenIn(state), ...(second === null ? [] : [seenIn(second)])];
    const seen = sides.reduce(together);
    const nameOf = (/** @type {number} */ index) => namesOn(data.controllers[index], daysOf(index, sides, state));
    const names = new Map(seen.controllers.map((index) => [index, nameOf(index)]));
    const key = JSON.stringify([seen, [...names], hasOtherDays(state), state.hidden, printLayout.isOn()]);
    if (key === drawn) {
      entitle();
      return;
    }
    drawn = key;
    fill(sectionsOf({ data, events }, { seen, state, names, onPaper: printLayout.isOn() }), lines.lineOf);
  }

  /** Not with the step itself: a look at all that is seen takes its time. */
  function later() {
    box.setAttribute("aria-busy", "true");
    afterStep(update);
  }

  store.subscribe(({ compare }, changed) => {
    if (changed.has("compare") && compare !== null && other() === null) setOpen(false); // it keeps off both days
    if (DECIDING.some((key) => changed.has(key))) later();
  });
  lines.onTheme(() => {
    drawn = "";
    later();
  });
  map.on("moveend resize", later);
  setOpen(store.get().compare === null && map.getSize().x >= ROOMY.x && map.getSize().y >= ROOMY.y);
  update();
  printLayout.subscribe(update);

  return { element: box };
}

/**
 * Return those of the days compared on which a controller is on the map.
 *
 * @param {number} index
 * @param {Presence[]} sides what is seen on the moment and, where two days are compared, on the other day
 * @param {MapState} state
 */
function daysOf(index, sides, { moment, compare }) {
  return [moment, compare].filter((_, side) => sides[side]?.controllers.includes(index));
}

/**
 * Make the lines of the legend, each once.
 *
 * @param {Pick<Context, "data"|"store"|"map"|"highlightTerms">} context
 */
function createLines({ data, store, map, highlightTerms }) {
  const layers = createLayers(data);
  const drawings = lineSamples(map.getContainer());
  /** @type {Record<string, Sample>} */
  const samples = {
    ...drawings.samples,
    area: ({ index = -1, full, greyed }) => (
      swatchElement(data.controllers[index], { lastKnown: greyed && !full, half: greyed && full })
    ),
    weak: () => swatchElement(undefined, { weak: true }),
    category: ({ index = -1 }) => symbolElement(data.categories[index]),
    own: () => ownSymbol(data.categories[0]),
  };
  /** @type {Map<string, LegendRow>} */
  const lines = new Map();

  /** @param {string} layer @param {Switch} change */
  const turn = (layer, change) => () => store.set({ hidden: change(store.get().hidden, layer) });

  /** @param {string|undefined} layer */
  function switchOf(layer) {
    if (!layer) return null;
    return { toggle: turn(layer, layers.toggle), only: layers.hasOthers(layer) ? turn(layer, layers.only) : null };
  }

  /** @param {Entry} entry */
  function make({ sample, look = {}, words, note = "", layer }) {
    return createLegendRow({ sample: samples[sample](look), words, note, highlightTerms, layer: switchOf(layer) });
  }

  /** @param {Entry} entry @param {string} title of its section */
  function lineOf(entry, title) {
    const key = JSON.stringify(entry);
    const line = lines.get(key) ?? make(entry);
    lines.set(key, line);
    line.draw(store.get().hidden.includes(entry.layer ?? ""));
    line.row.dataset.part = title; // on the screen the first of a part begins with it
    return line.row;
  }

  return {
    lineOf,
    onTheme(/** @type {() => void} */ run) {
      drawings.onTheme(() => {
        lines.clear();
        run();
      });
    },
  };
}
