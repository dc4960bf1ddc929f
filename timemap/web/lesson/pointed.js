// Holders and zones that a scene points out have an outline on the map as long as the scene is shown, on whatever day it then shows.

import { nameOn } from "#timemap/areas/controllers.js";
import { ringPoints } from "#timemap/areas/arcs.js";
import { createRim } from "#timemap/areas/rim.js";
import { MARKED } from "#timemap/events/eventmarks.js";
import { createCanvasLayer } from "#timemap/map/canvaslayer.js";
import { watchPalette } from "#timemap/map/palette.js";

const [WIDTH, HALO] = [3, 7]; // pixels

/**
 * Return those of the wanted holders and zones that hold land in a state of the areas.
 *
 * @param {string[]} ids
 * @param {object} data of the document
 * @param {import("#timemap/areas/topology.js").AreaState} state
 * @param {number} day of the state
 * @returns {{name: string, controller: number, rings: Int32Array[]}[]} in the order of the ids; `controller` says whose colour it has
 */
export function pointedOut(ids, data, state, day) {
  const found = ids.map((id) => {
    const holder = state.controllers.find(({ controller }) => data.controllers[controller]?.id === id);
    if (holder) return { name: nameOn(data.controllers[holder.controller], day), controller: holder.controller, rings: holder.rings };
    const held = state.zones.find(({ zone }) => data.areas.zones?.[zone]?.id === id);
    return held ? { name: data.areas.zones[held.zone].name, controller: Math.min(...held.controllers), rings: held.rings } : null;
  });
  return found.filter((area) => area !== null);
}

/**
 * Make the layer of what a scene points out; it is on the map only while there is something, and not while two days are compared.
 *
 * @param {{data: object, clock: object, map: L.Map, topology: object}} context
 * @returns {{show: (ids: string[]) => void}}
 */
export function createPointedLayer({ data, clock, map, topology }) {
  const layer = createCanvasLayer({ pane: "evidence", draw });
  const theme = watchPalette(map.getContainer(), () => layer.redraw());
  let wanted = [];
  let drawn = "";
  let lines = [];
  let rim = null;

  function draw(ctx, view) {
    const path = new globalThis.Path2D();
    for (const line of lines) {
      const points = view.projectInto(line, new Float64Array(line.length));
      for (let at = 0; at < points.length; at += 2) path[at === 0 ? "moveTo" : "lineTo"](points[at], points[at + 1]);
      path.closePath();
    }
    ctx.lineJoin = "round";
    for (const [colour, width] of [[theme.current().halo, HALO], [MARKED, WIDTH]]) {
      ctx.strokeStyle = colour;
      ctx.lineWidth = width;
      ctx.stroke(path);
    }
    rim ??= createRim(data.areas?.rim, [...(data.base?.border ?? []), ...(data.base?.borders ?? [])]);
    rim.erase(ctx, view); // where knowledge ends there is no line
  }

  function follow() {
    const { moment, compare } = clock.get();
    const ids = compare === null ? wanted : [];
    const key = `${ids} ${topology.interval(moment)}`;
    if (key === drawn) return;
    drawn = key;
    lines = pointedOut(ids, data, topology.at(moment), moment).flatMap(({ rings }) => rings.map((ring) => ringPoints(topology.arcs, ring)));
    if (lines.length > 0) layer.addTo(map).redraw();
    else layer.remove();
  }

  clock.subscribe(follow);
  return {
    show(ids) {
      wanted = ids;
      follow();
    },
  };
}
