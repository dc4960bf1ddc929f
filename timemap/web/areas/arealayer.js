// The areas of the moment lie on one canvas, which is drawn again only when the moment passes a day on which some place changes hands.
import { nameOn } from "#timemap/areas/controllers.js";
import { createAreaFinder } from "#timemap/areas/areaof.js";
import { createAreaPaths } from "#timemap/areas/areapaths.js";
import { ringPoints } from "#timemap/areas/arcs.js";
import { createCanvasLayer } from "#timemap/map/canvaslayer.js";
import { isWeak } from "#timemap/areas/confidence.js";
import { createFocusLens } from "#timemap/map/focuslens.js";
import { fewBoxes } from "#timemap/areas/changedboxes.js";
import { toWorld } from "#timemap/map/geometry.js";
import { createFillings } from "#timemap/areas/patterns.js";
import { createRim } from "#timemap/areas/rim.js";
import { watchPalette } from "#timemap/map/palette.js";
import { whenIdle } from "#timemap/page/idle.js";
import { changedCells, createTopology } from "#timemap/areas/topology.js";

const ZONE_WIDTH = 2.6;
const FRONT_WIDTH = 1.5;
const SPILL = 4; // pixels by which lines reach beyond a cell
const NEED_MS = 4; // left of an idle moment to trace one more state

/**
 * Make the layer of the areas.
 *
 * @param {{data: object, clock: object, map: L.Map, side?: import("#timemap/map/side.js").Side, topology?: object, onZones?: (zones: import("#timemap/labels/zonelabels.js").Zone[]) => void, onFocus?: () => void}} context `onZones` gets the zones of the day with their land, whenever they change, `onFocus` is called whenever something else is to be seen in the ring of the focus
 * @returns {{layer: object, topology: object, landAt: (lon: number, lat: number) => Float64Array[], paintFocus: (ctx: CanvasRenderingContext2D, view: import("#timemap/map/view.js").View, scale: number) => void, areasOn: (day: number) => {controller: string, name: string, zones: string[], lastKnown: boolean}[]}}
 */
export function createAreaLayer({ data, clock, map, side, topology = createTopology(data.areas), onZones = () => {}, onFocus = () => {} }) {
  const paths = createAreaPaths(topology);
  const isDrawn = (controller) => !clock.get().hidden.includes(data.controllers[controller]?.id);
  const finder = createAreaFinder(topology);
  const rim = createRim(data.areas?.rim, [...(data.base?.border ?? []), ...(data.base?.borders ?? [])]);
  const lands = new Map(); // rings of zones in world coordinates, by their cells
  const layer = createCanvasLayer({ pane: "areas", draw, side });
  const theme = watchPalette(map.getContainer(), () => layer.redraw());
  const fillings = createFillings(data.controllers, theme.current);
  const lens = createFocusLens({ data, topology, paths, colourOf: (controller) => fillings.solid(controller, isLastKnown(clock.get().moment)) });
  let last = null;
  let told = "";
  let seenInFocus = "";
  let stop = () => {};

  const isLastKnown = (day) => day > (data.knownUntil?.control ?? Infinity);
  const look = (day) => `${topology.interval(day)} ${isLastKnown(day)}`;

  function draw(ctx, view, box) {
    last = { view, day: clock.get().moment };
    paint(ctx, view, last.day, box);
    if (!box) prepare(view.zoom);
  }

  /** Draw again only where a place changes hands; a new view or certainty needs the whole. */
  function step(day) {
    if (look(day) === look(last?.day ?? Infinity)) return;
    if (!last || last.view !== layer.view()) {
      layer.redrawNow(); // the clock already speaks inside a frame
      return;
    }
    const { view, day: before } = last;
    last.day = day;
    layer.redrawIn(isLastKnown(day) === isLastKnown(before) ? changedIn(view, before, day) : [view.seen]);
  }

  /** The parts of the canvas in which areas differ. */
  function changedIn(view, from, to) {
    return fewBoxes(changedCells(topology.at(from), topology.at(to)).map((cell) => {
      const [west, south, east, north] = topology.cells[cell].box;
      const [left, upper] = view.project(west, north);
      const [right, lower] = view.project(east, south);
      const [seenLeft, seenUpper, seenRight, seenLower] = view.seen;
      return [Math.max(seenLeft, left - SPILL), Math.max(seenUpper, upper - SPILL), Math.min(seenRight, right + SPILL), Math.min(seenLower, lower + SPILL)];
    }));
  }

  function paint(ctx, view, day, box) {
    const lastKnown = isLastKnown(day);
    const { hidden, patterns } = clock.get();
    const withLines = patterns || document.documentElement.classList.contains("on-paper");
    const colours = theme.current();
    const { controllers, hatchings, zones, fronts } = paths.get(topology.interval(day), view.zoom);
    ctx.save();
    ctx.imageSmoothingEnabled = false; // the tiles lie on whole pixels
    ctx.translate(paths.anchor[0] * view.scale - view.originX, paths.anchor[1] * view.scale - view.originY);
    for (const { controller, path } of controllers) {
      if (!isDrawn(controller)) continue;
      ctx.fillStyle = fillings.area(ctx, controller, lastKnown, view.ratio, withLines);
      ctx.fill(path, "evenodd");
    }
    ctx.globalCompositeOperation = "destination-out";
    for (const { confidence, path } of hidden.includes("evidence") ? [] : hatchings) {
      if (!isWeak(data.confidences, confidence)) continue;
      ctx.fillStyle = fillings.stripes(ctx, view.ratio);
      ctx.fill(path, "evenodd");
    }
    ctx.globalCompositeOperation = "source-over";
    ctx.lineJoin = "round";
    ctx.lineCap = "round";
    ctx.lineWidth = FRONT_WIDTH;
    ctx.strokeStyle = colours.front;
    if (controllers.some(({ controller }) => isDrawn(controller))) ctx.stroke(fronts);
    ctx.lineWidth = ZONE_WIDTH;
    if (lastKnown) ctx.setLineDash([9, 6]);
    for (const { controllers: holders, path } of hidden.includes("zones") ? [] : zones) {
      ctx.strokeStyle = colours.zoneOutline || fillings.outline(Math.min(...holders), lastKnown);
      ctx.stroke(path);
    }
    ctx.restore();
    rim.erase(ctx, view, box);
  }

  /** Trace the other states while nothing else is to do, the nearest first. */
  function prepare(zoom) {
    stop();
    const here = topology.interval(clock.get().moment);
    const newest = topology.changes.length;
    let away = 0;
    const work = (deadline) => {
      while (deadline.timeRemaining() > NEED_MS) {
        away += 1;
        if (away > newest) return;
        for (const interval of [here + away, here - away]) if (interval >= 0 && interval <= newest) paths.get(interval, zoom);
      }
      stop = whenIdle(work);
    };
    stop = whenIdle(work);
  }

  const inWorld = (ring) => toWorld(Float64Array.from(ringPoints(topology.arcs, ring)));

  function landOf(mark, { rings }) {
    if (!lands.has(mark)) lands.set(mark, rings.map(inWorld));
    return lands.get(mark);
  }

  function tellZones() {
    const { moment: day, hidden } = clock.get();
    const key = `${look(day)} ${hidden}`;
    if (told === key) return;
    told = key;
    const named = [];
    for (const zone of hidden.includes("zones") ? [] : topology.at(day).zones) {
      const known = data.areas.zones?.[zone.zone];
      const mark = zone.cells.join(" ");
      if (known) named.push({ ...known, mark, rings: landOf(mark, zone) });
    }
    onZones(named);
    const inFocus = `${lens.holders(topology.at(day))} ${isLastKnown(day)} ${hidden}`;
    if (inFocus !== seenInFocus) onFocus();
    seenInFocus = inFocus;
  }

  /** The land round a point that is held as the point is, in world coordinates; none where nobody is known to hold it. */
  function landAt(lon, lat) {
    const { moment } = clock.get();
    const cell = finder.cellAt(lon, lat);
    const cells = new Set(cell < 0 ? [] : finder.areaOf(cell, moment)?.cells);
    const [land] = topology.dissolve(topology.cells.map((_, at) => (cells.has(at) ? 0 : -1)));
    return land ? land.rings.map(inWorld) : [];
  }

  /** Paint who holds the focus into its ring. */
  function paintFocus(ctx, view, scale) {
    lens.paint(ctx, view, { interval: topology.interval(clock.get().moment), scale, colours: theme.current(), isDrawn });
  }

  function areasOn(day) {
    const { controllers, zones } = topology.at(day);
    return controllers.map(({ controller }) => ({
      controller: data.controllers[controller]?.id ?? "",
      name: nameOn(data.controllers[controller], day),
      zones: zones.filter((zone) => zone.controllers.includes(controller)).map((zone) => data.areas.zones?.[zone.zone]?.name ?? ""),
      lastKnown: isLastKnown(day),
    }));
  }

  clock.subscribe((state, changed) => {
    if (changed.has("hidden") || changed.has("patterns")) layer.redrawNow();
    else if (changed.has("moment")) step(state.moment);
    if (changed.has("hidden") || changed.has("moment")) tellZones();
  });
  tellZones();

  return { layer, topology, areasOn, landAt, paintFocus };
}
