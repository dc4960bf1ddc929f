// Layer of the areas. It is drawn again only when the moment passes a day on which some place changes hands.
import { nameOn } from "#timemap/areas/controllers.js";
import { createAreaPainter } from "#timemap/areas/areapainter.js";
import { createAreaPaths } from "#timemap/areas/areapaths.js";
import { createHeldLand } from "#timemap/areas/heldland.js";
import { createCanvasLayer } from "#timemap/map/canvaslayer.js";
import { createFocusLens } from "#timemap/map/focuslens.js";
import { fewBoxes } from "#timemap/areas/changedboxes.js";
import { watchPalette } from "#timemap/map/palette.js";
import { whenIdle } from "#timemap/page/idle.js";
import { changedCells, createTopology } from "#timemap/areas/topology.js";

/** @import {Box, CanvasView, Context, MapData, Side, Topology} from "#timemap/types.d.ts" */
/** @import {AreaPaths} from "#timemap/areas/areapaths.js" */
/** @import {OtherLand, Zone} from "#timemap/labels/zonelabels.js" */

const SPILL = 4; // pixels by which lines reach beyond a cell
const NEED_MS = 4; // left of an idle moment to trace one more state

/**
 * @typedef {object} AreaLayerOptions
 * @property {Side} [side]
 * @property {Topology} [topology]
 * @property {(zones: Zone[], others: OtherLand) => void} [onZones] gets the zones of the day and other land
 * @property {() => void} [onFocus] called when something else is seen in the ring of the focus
 */

/** @typedef {ReturnType<typeof createAreaLayer>} AreaLayer */

/**
 * Make the layer of the areas.
 *
 * @param {Pick<Context, "data"|"store"|"map"> & AreaLayerOptions} context
 */
export function createAreaLayer({
  data, store, map, side, topology = createTopology(data.areas), onZones = () => {}, onFocus = () => {},
}) {
  const paths = createAreaPaths(topology);
  const held = createHeldLand(data, topology);
  const layer = createCanvasLayer({ pane: "areas", draw, side });
  const theme = watchPalette(map.getContainer(), () => layer.redraw());
  const { paint, isDrawn, solid } = createAreaPainter({ data, store }, theme.current);
  const colourOf = (/** @type {number} */ controller) => solid(controller, isLastKnown(store.get().moment));
  const lens = createFocusLens({ data, topology, paths, colourOf });
  const prepare = createPreparation(topology, paths);
  /** @type {{view: CanvasView, day: number}|null} */
  let last = null;
  let told = "";
  let seenInFocus = "";

  /** @param {number} day */
  const isLastKnown = (day) => day > (data.knownUntil?.control ?? Infinity);
  /** @param {number} day */
  const look = (day) => `${topology.interval(day)} ${isLastKnown(day)}`;

  /** @type {import("#timemap/types.d.ts").Draw} */
  function draw(ctx, view, box) {
    const day = store.get().moment;
    last = { view, day };
    const traced = paths.get(topology.interval(day), view.zoom);
    paint(ctx, view, { traced, anchor: paths.anchor, lastKnown: isLastKnown(day) }, box);
    if (!box) prepare(day, view.zoom);
  }

  /** Draw again where a place changes hands. A new view or certainty needs the whole. @param {number} day */
  function step(day) {
    if (look(day) === look(last?.day ?? Infinity)) return;
    if (!last || last.view !== layer.view()) {
      layer.redrawNow(); // the store already speaks inside a frame
      return;
    }
    const { view, day: before } = last;
    last.day = day;
    const isSure = isLastKnown(day) === isLastKnown(before);
    layer.redrawIn(isSure ? changedIn(topology, view, before, day) : [view.seen]);
  }

  function tellZones() {
    const { moment: day, hidden } = store.get();
    const key = `${look(day)} ${hidden}`;
    if (told === key) return;
    told = key;
    onZones(hidden.includes("zones") ? [] : held.zonesOn(day), held.otherLandOn(day));
    const inFocus = `${lens.holders(topology.at(day))} ${isLastKnown(day)} ${hidden}`;
    if (inFocus !== seenInFocus) onFocus();
    seenInFocus = inFocus;
  }

  /**
   * Paint who holds the focus into its ring.
   *
   * @param {CanvasRenderingContext2D} ctx
   * @param {CanvasView} view
   * @param {number} scale
   */
  function paintFocus(ctx, view, scale) {
    const interval = topology.interval(store.get().moment);
    lens.paint(ctx, view, { interval, scale, colours: theme.current(), isDrawn });
  }

  store.subscribe((state, changed) => {
    if (changed.has("hidden") || changed.has("patterns")) layer.redrawNow();
    else if (changed.has("moment")) step(state.moment);
    if (changed.has("hidden") || changed.has("moment")) tellZones();
  });
  tellZones();

  return {
    layer, topology, paintFocus,
    /** Land round a point that is held as the point is. @type {(lon: number, lat: number) => Float64Array[]} */
    landAt: (lon, lat) => held.landAt(lon, lat, store.get().moment),
    /** What the map shows of a day, in words. @param {number} day */
    areasOn: (day) => areasInWords(data, topology, day, isLastKnown(day)),
  };
}

/**
 * Return the parts of the canvas in which areas differ between two days.
 *
 * @param {Topology} topology
 * @param {CanvasView} view
 * @param {number} from
 * @param {number} to
 * @returns {Box[]}
 */
function changedIn(topology, view, from, to) {
  const [seenLeft, seenUpper, seenRight, seenLower] = view.seen;
  return fewBoxes(changedCells(topology.at(from), topology.at(to)).map((cell) => {
    const [west, south, east, north] = topology.cells[cell].box;
    const [left, upper] = view.project(west, north);
    const [right, lower] = view.project(east, south);
    return [
      Math.max(seenLeft, left - SPILL), Math.max(seenUpper, upper - SPILL),
      Math.min(seenRight, right + SPILL), Math.min(seenLower, lower + SPILL),
    ];
  }));
}

/**
 * Make what traces the other states in idle time, the nearest first.
 *
 * @param {Topology} topology
 * @param {AreaPaths} paths
 * @returns {(day: number, zoom: number) => void}
 */
function createPreparation(topology, paths) {
  let stop = () => {};

  return function prepare(day, zoom) {
    stop();
    const here = topology.interval(day);
    const newest = topology.changes.length;
    let away = 0;
    /** @param {{timeRemaining: () => number}} deadline */
    const work = (deadline) => {
      while (deadline.timeRemaining() > NEED_MS) {
        away += 1;
        if (away > newest) return;
        for (const interval of [here + away, here - away]) {
          if (interval >= 0 && interval <= newest) paths.get(interval, zoom);
        }
      }
      stop = whenIdle(work);
    };
    stop = whenIdle(work);
  };
}

/**
 * Return who holds areas on a day, with the zones that each holds.
 *
 * @param {MapData} data
 * @param {Topology} topology
 * @param {number} day
 * @param {boolean} lastKnown
 * @returns {{controller: string, name: string, zones: string[], lastKnown: boolean}[]}
 */
function areasInWords(data, topology, day, lastKnown) {
  const { controllers, zones } = topology.at(day);
  return controllers.map(({ controller }) => ({
    controller: data.controllers[controller]?.id ?? "",
    name: nameOn(data.controllers[controller], day),
    zones: zones.filter((zone) => zone.controllers.includes(controller))
      .map((zone) => data.areas.zones?.[zone.zone]?.name ?? ""),
    lastKnown,
  }));
}
