// The name of a zone stands wholly on the zone's own land; where it finds no room there, beside it, with a line that leads to it.

import { landOf } from "#timemap/labels/land.js";
import { breakInto } from "#timemap/labels/lettering.js";
import { grow, spotAt } from "#timemap/labels/placelabels.js";

const AWAY = Object.freeze([14, 24, 36, 50, 68, 90, 116, 148]); // pixels from the land's middle to words beside it
const EDGE = 3; // pixels that words keep from the edge of the window
const ON_TOWN = 60; // what it costs, in pixels from the middle, to hide the dot of a town
const ON_HELD = 90; // to lead the line over another zone
const ON_OWN = 60; // to stand beside the land and yet partly on it
const ASIDE = 0.4; // and a pixel from the middle to the end of the line
const KEPT = 12; // views
/** Ways from the end of a line to words: sixteen directions, each at every distance. */
const ROUND = Object.freeze(Array.from({ length: 16 }, (_, turn) => (turn / 8) * Math.PI).flatMap((angle) =>
  AWAY.map((away) => ({ across: Math.cos(angle), down: Math.sin(angle), away }))));

/** What a name costs on one, two and three lines: two read best. */
const LINES = Object.freeze([8, 0, 12]);

/**
 * @typedef {object} Zone
 * @property {string} id
 * @property {string} name the whole name
 * @property {Record<string, string>} names short ones by language
 * @property {string} mark equal for equal land
 * @property {Float64Array[]} rings its land in world coordinates
 */

/**
 * Make the finder of spots for the names of zones; what was found for a view is kept.
 *
 * @returns {(zones: Zone[], asked: {view: import("#timemap/map/view.js").View, key: string, covered: import("#timemap/map/geometry.js").Box[], scale: number, textOf: (zone: Zone) => string, words: (lines: string[]) => import("#timemap/labels/lettering.js").Words, towns: {meets: Function}}) => {zone: Zone, spots: object[], words: object}[]}
 */
export function createZoneLabels() {
  const kept = new Map();

  return function zoneLabels(zones, { view, key, covered, scale, textOf, words, towns }) {
    const keyed = [key, covered.flat().map(Math.round), ...zones.map(({ id, mark }) => `${id} ${mark}`)].join(" ");
    if (!kept.has(keyed)) {
      if (kept.size >= KEPT) kept.delete(kept.keys().next().value);
      const lands = zones.map(({ rings }) => landOf(rings, view, covered));
      kept.set(keyed, zones.flatMap((zone, at) => {
        const ways = LINES.map((cost, more) => ({ cost, worded: words(breakInto(textOf(zone), more + 1)) }));
        const [land, others] = [lands[at], lands.filter((other) => other !== lands[at])];
        if (land.feet.length === 0) return [];
        const spots = [...onLand(land, ways, towns), ...beside(land, others, ways.slice(0, 2), view, towns, scale)];
        return spots.length > 0 ? [{ zone, spots, words: ways[0].worded }] : [];
      }));
    }
    return kept.get(keyed);
  };
}

function onLand(land, ways, towns) {
  const [{ x: middleX, y: middleY }] = land.feet;
  return ways.flatMap(({ cost, worded }) => land.fits(worded.width, worded.height).map(({ x, y }) => {
    const spot = { ...spotAt(x, y, worded.width, worded.height), words: worded };
    return { ...spot, far: Math.hypot(x - middleX, y - middleY) + cost + (towns.meets(spot.box) ? ON_TOWN : 0) };
  })).sort(nearest);
}

/** Words beside the land lie on no other zone, and prefer a short line over free ground. */
function beside(land, others, ways, { seen }, towns, scale) {
  const [middle] = land.feet;
  const within = [seen[0] + EDGE, seen[1] + EDGE, seen[2] - EDGE, seen[3] - EDGE];
  const spots = [];
  for (const { x, y } of land.feet) {
    const aside = ASIDE * Math.hypot(x - middle.x, y - middle.y);
    for (const { cost, worded } of ways) {
      for (const { across, down, away } of ROUND) {
        const reach = away * scale + Math.min(worded.width / 2 / Math.abs(across), worded.height / 2 / Math.abs(down));
        const spot = spotAt(x + across * reach, y + down * reach, worded.width, worded.height);
        if (!isInside(spot.box, within) || others.some((other) => other.meets(spot.box))) continue;
        const held = others.some((other) => onLine(spot, { x, y }).some(([left, top]) => other.has(left, top)));
        const far = away + aside + cost + (towns.meets(grow(spot.box, 2)) ? ON_TOWN : 0) + (held ? ON_HELD : 0) + (land.meets(spot.box) ? ON_OWN : 0);
        spots.push({ ...spot, words: worded, foot: [x, y], far });
      }
    }
  }
  return spots.sort(nearest);
}

function onLine({ x, y }, to) {
  return [0.15, 0.3, 0.45, 0.6, 0.75].map((share) => [to.x + (x - to.x) * share, to.y + (y - to.y) * share]);
}

function isInside(box, within) {
  return box[0] >= within[0] && box[1] >= within[1] && box[2] <= within[2] && box[3] <= within[3];
}

const nearest = (one, other) => one.far - other.far;
