// Layers that show a day: areas, border, quarters, names and events.
// They follow the one store that they are given.

import { addAreaHover } from "#timemap/areas/areahover.js";
import { createAreaLayer } from "#timemap/areas/arealayer.js";
import { createBorderLayer } from "#timemap/border/borderlayer.js";
import { createEventLayer } from "#timemap/events/eventlayer.js";
import { createLabels } from "#timemap/labels/labels.js";
import { createSheet } from "#timemap/map/sheet.js";
import { createQuarterLayer } from "#timemap/quarters/quarterlayer.js";

/** @import { Side } from "#timemap/map/side.js" */
/** @import { Context } from "#timemap/types.d.ts" */

/** @typedef {ReturnType<typeof createDayLayers>} DayLayers */

/**
 * Make the layers of a day and put them on the map.
 *
 * `letter` places the names anew, `written` tells where they stand, `symbols` where those of events do, and
 * `counts` the numbers of a crowd.
 *
 * @param {Pick<Context, "data" | "store" | "events" | "map" | "announce" | "select" | "visibleArea"
 *   | "topology"> & {side?: Side, onUnsaid?: (texts: string[]) => void}} given `onUnsaid` gets the callouts for which
 *   the map has no room
 */
export function createDayLayers(given) {
  const { map, side } = given;
  const context = { ...given, signs: createSheet({ pane: "signs", order: ["lines", "labels", "events"], side }) };
  const labels = createLabels({
    ...context,
    paintFocus: (...how) => areas.paintFocus(...how),
    landAt: (lon, lat) => areas.landAt(lon, lat),
  });
  const areas = createAreaLayer({ ...context, onZones: labels.setZones, onFocus: () => labels.layer.redraw() });
  addAreaHover({ ...context, topology: areas.topology });
  const border = createBorderLayer(context);
  const quarters = createQuarterLayer({ ...context, onMarks: labels.setQuarters });
  const marks = createEventLayer({ ...context, kept: labels.kept });
  const layers = [areas, border, quarters, labels, marks].map(({ layer }) => layer);

  function add() {
    for (const layer of layers) layer.addTo(map);
  }

  function remove() {
    for (const layer of layers) layer.remove();
  }

  /** @param {number} scale */
  function setScale(scale) {
    for (const part of [labels, border, marks]) part.setScale(scale);
  }

  add();
  const told = { written: labels.written, symbols: marks.drawnAt, counts: marks.countedAt };
  return { areas, marks, add, remove, setScale, letter: labels.place, ...told };
}
