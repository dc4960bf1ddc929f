// Outlines of the holders and zones that a scene points out.

import { nameOn } from "#timemap/areas/controllers.js";
import { ringPoints } from "#timemap/areas/arcs.js";
import { createEdgeFade } from "#timemap/areas/edgefade.js";
import { MARKED } from "#timemap/events/eventmarks.js";
import { createCanvasLayer } from "#timemap/map/canvaslayer.js";
import { watchPalette } from "#timemap/map/palette.js";

/** @import { AreaState, CanvasView, Context, MapData, Rings } from "#timemap/types.d.ts" */

/**
 * @typedef {object} PointedArea
 * @property {string} name
 * @property {number} controller whose colour it has
 * @property {Rings} rings
 */

const [WIDTH, HALO] = [3, 7]; // pixels

/**
 * Return the wanted holders and zones that hold land on a day.
 *
 * @param {string[]} ids
 * @param {MapData} data
 * @param {AreaState} state
 * @param {number} day of the state
 * @returns {PointedArea[]} in the order of the ids
 */
export function pointedOut(ids, data, state, day) {
  return ids.flatMap((id) => {
    const holder = state.controllers.find(({ controller }) => data.controllers[controller]?.id === id);
    if (holder) return [{ ...holder, name: nameOn(data.controllers[holder.controller], day) }];
    const held = state.zones.find(({ zone }) => data.areas.zones?.[zone]?.id === id);
    if (!held) return [];
    return [{ name: data.areas.zones[held.zone].name, controller: Math.min(...held.controllers), rings: held.rings }];
  });
}

/**
 * Make the layer of what a scene points out.
 *
 * It is on the map only while there is something, and not while two days are compared.
 *
 * @param {Pick<Context, "data"|"store"|"map"|"topology">} context
 * @returns {{show: (ids: string[]) => void}}
 */
export function createHighlightedAreas({ data, store, map, topology }) {
  const layer = createCanvasLayer({ pane: "evidence", draw });
  const theme = watchPalette(map.getContainer(), () => layer.redraw());
  /** @type {string[]} */
  let wanted = [];
  let drawn = "";
  /** @type {Float64Array[]} */
  let lines = [];
  /** @type {ReturnType<typeof createEdgeFade>|null} */
  let rim = null;

  /** @param {CanvasRenderingContext2D} ctx @param {CanvasView} view */
  function draw(ctx, view) {
    const path = new globalThis.Path2D();
    for (const line of lines) {
      const points = view.projectInto(line, new Float64Array(line.length));
      for (let at = 0; at < points.length; at += 2) path[at === 0 ? "moveTo" : "lineTo"](points[at], points[at + 1]);
      path.closePath();
    }
    ctx.lineJoin = "round";
    stroke(ctx, path, theme.current().halo, HALO);
    stroke(ctx, path, MARKED, WIDTH);
    rim ??= createEdgeFade(data.areas?.rim, [...(data.base?.border ?? []), ...(data.base?.borders ?? [])]);
    rim.erase(ctx, view); // where knowledge ends there is no line
  }

  function follow() {
    const { moment, compare } = store.get();
    const ids = compare === null ? wanted : [];
    const key = `${ids} ${topology.interval(moment)}`;
    if (key === drawn) return;
    drawn = key;
    const areas = pointedOut(ids, data, topology.at(moment), moment);
    lines = areas.flatMap(({ rings }) => rings.map((ring) => Float64Array.from(ringPoints(topology.arcs, ring))));
    if (lines.length > 0) layer.addTo(map).redraw();
    else layer.remove();
  }

  store.subscribe(follow);
  return {
    show(ids) {
      wanted = ids;
      follow();
    },
  };
}

/** @param {CanvasRenderingContext2D} ctx @param {Path2D} path @param {string} colour @param {number} width */
function stroke(ctx, path, colour, width) {
  ctx.strokeStyle = colour;
  ctx.lineWidth = width;
  ctx.stroke(path);
}
