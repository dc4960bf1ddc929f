// Everything that could be named in a view, with the spots where its name could stand; the placing decides.

import { focusCandidates } from "#timemap/focuslabel.js";
import { worldLines } from "#timemap/geometry.js";
import { labelPoints } from "#timemap/labelpoints.js";
import { breakName, createMeasure } from "#timemap/lettering.js";
import { createLineLabels } from "#timemap/linelabels.js";
import { nameIn } from "#timemap/names.js";
import { spotAt, spotsBeside } from "#timemap/placelabels.js";
import { createRegionLabels } from "#timemap/regionlabels.js";

const PRIORITY = Object.freeze({ zone: 1, city: 2, border: 3, country: 4, lake: 6, town: 5, division: 8, river: 9, village: 7 });
const GAPS = Object.freeze({ city: 4, town: 4, village: 3, division: 10, river: 6, lake: 3 });
const GATES_FROM = 9; // zoom from which names keep clear of crossings

/**
 * Make the finder of candidates.
 *
 * @param {any} data of the document
 * @returns {(asked: {ctx: CanvasRenderingContext2D, view: import("#timemap/view.js").View, language: string, scale: number, zones: {name: string, lon: number, lat: number}[], family: string}) => {list: any[], obstacles: import("#timemap/geometry.js").Box[]}}
 */
export function createCandidates(data) {
  const points = labelPoints(data);
  const outlines = data.base.countries.map(({ rings }) => worldLines(rings));
  const regions = createRegionLabels(data.base, outlines);
  const alongLines = createLineLabels(data.base, outlines);
  const measure = createMeasure();

  return function candidates({ ctx, view, language, scale, zones, family }) {
    const list = [];
    const words = (kind, text) => measure(ctx, kind, kind === "zone" ? breakName(text) : [text], scale, family);

    function offer(kind, id, text, order, rest) {
      if (text === "" || rest.spots.length === 0) return;
      list.push({ id, kind, priority: PRIORITY[kind] + order / 100, gap: (GAPS[kind] ?? 2) * scale, ...rest });
    }

    list.push(...focusCandidates(data.focus, view, words("focus", nameIn(data.focus.names, language)), scale));
    for (const zone of zones) {
      const [x, y] = view.project(zone.lon, zone.lat);
      const worded = words("zone", zone.name);
      const shifts = [0, 1, -1, 1.8, -1.8].map((shift) => y + shift * worded.height);
      offer("zone", `zone ${zone.name}`, zone.name, 0, { words: worded, spots: shifts.map((down) => spotAt(x, down, worded.width, worded.height)) });
    }
    for (const point of points) {
      if (point.from > view.zoom || !contains(view.box, point)) continue;
      const [x, y] = [point.x * view.scale - view.originX, point.y * view.scale - view.originY];
      const name = nameIn(point.names, language);
      const worded = words(point.kind, name);
      const spots = spotsBeside(x, y, worded.width, worded.height * 0.9, 5 * scale);
      offer(point.kind, point.id, name, point.order, { words: worded, spots, names: point.names, x, y, mark: around(x, y, 3.5 * scale) });
    }
    for (const { kind, id, text, order, spots, names } of [...regions(view, words, language), ...alongLines(view, words, language, scale)]) {
      offer(kind, id, text, order, { words: words(kind, text), spots, names });
    }
    return { list, obstacles: gates(data.crossings ?? [], view, scale) };
  };
}

function gates(crossings, view, scale) {
  if (view.zoom < GATES_FROM) return [];
  return crossings.map(({ lon, lat }) => around(...view.project(lon, lat), 7 * scale));
}

function around(x, y, reach) {
  return [x - reach, y - reach, x + reach, y + reach];
}

function contains(box, { x, y }) {
  return x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3];
}
