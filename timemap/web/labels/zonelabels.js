// Names of zones, wholly on their own land. Where there is no room a name stands beside it, with a line.

import tokens from "#timemap/style/tokens.json" with { type: "json" };
import { landOf } from "#timemap/labels/land.js";
import { breakInto } from "#timemap/labels/lettering.js";
import { grow, spotAt } from "#timemap/labels/labelplacement.js";

/** @import {Box, CanvasView, Names, Point} from "#timemap/types.d.ts" */
/** @import {Land} from "#timemap/labels/land.js" */
/** @import {Words} from "#timemap/labels/lettering.js" */
/** @import {At, Meeting, Spot} from "#timemap/labels/labelplacement.js" */

/** @typedef {Spot & {far: number}} FarSpot `far` is what the spot costs, in pixels */
/** @typedef {{cost: number, worded: Words}} Way a name on some lines */

const { zoneDirections: DIRECTIONS, zoneOnOwn: ON_OWN } = tokens.labels;
/** Pixels from the land's middle to words beside it. A window shows more land beside a zone than most pictures. */
const AWAY = Object.freeze([...tokens.labels.zoneAway, 148]);
const EDGE = 3; // pixels that words keep from the edge of the window
const ON_TOWN = 60; // what it costs, in pixels from the middle, to hide the dot of a town
const ON_OTHERS = 70; // to lie on land of others, on a plate
const PAD = 5; // pixels between words and the rim of their plate
const ON_HELD = 90; // to lead the line over another zone
const ASIDE = 0.4; // and a pixel from the middle to the end of the line
const KEPT = 12; // views
const ANGLES = Array.from({ length: DIRECTIONS }, (_, turn) => (turn / DIRECTIONS) * 2 * Math.PI);
/** Ways from the end of a line to words: each direction at every distance. */
const ROUND = Object.freeze(ANGLES.flatMap((angle) =>
  AWAY.map((away) => ({ across: Math.cos(angle), down: Math.sin(angle), away }))));

/** What a name costs on one, two and three lines. Two read best. */
const LINES = Object.freeze([8, 0, 12]);

/**
 * @typedef {object} Zone
 * @property {string} id
 * @property {string} name the whole name
 * @property {Names} names short ones by language
 * @property {string} mark equal for equal land
 * @property {Float64Array[]} rings its land in world coordinates
 */

/**
 * Land that is held and lies in no zone. A name that lies on it would be read as the name of that land.
 *
 * @typedef {object} OtherLand
 * @property {string} mark equal for equal land
 * @property {() => Float64Array[]} rings in world coordinates
 */

/**
 * @typedef {object} ZonesAsked
 * @property {OtherLand} others
 * @property {CanvasView} view
 * @property {string} key of the view and the words
 * @property {Box[]} covered
 * @property {number} scale
 * @property {(zone: Zone) => string} textOf
 * @property {(lines: string[]) => Words} words
 * @property {Meeting} towns
 */

/** @typedef {{zone: Zone, spots: FarSpot[], words: Words}} ZoneLabel */

/**
 * Make the finder of spots for the names of zones.
 *
 * What was found for a view is kept.
 *
 * @returns {(zones: Zone[], asked: ZonesAsked) => ZoneLabel[]}
 */
export function createZoneLabels() {
  /** @type {Map<string, ZoneLabel[]>} */
  const kept = new Map();

  return function zoneLabels(zones, { others: otherLand, view, key, covered, scale, textOf, words, towns }) {
    const marks = zones.map(({ id, mark }) => `${id} ${mark}`);
    const keyed = [key, otherLand.mark, covered.flat().map(Math.round), ...marks].join(" ");
    const known = kept.get(keyed);
    if (known) return known;
    if (kept.size >= KEPT) kept.delete([...kept.keys()][0]);
    const foreign = landOf(zones.length > 0 ? otherLand.rings() : [], view);
    const lands = zones.map(({ rings }) => landOf(rings, view, covered));
    const labels = zones.flatMap((zone, at) => {
      const ways = LINES.map((cost, more) => ({ cost, worded: words(breakInto(textOf(zone), more + 1)) }));
      const [land, others] = [lands[at], lands.filter((other) => other !== lands[at])];
      if (land.feet.length === 0) return [];
      const round = beside(land, others, ways.slice(0, 2), view, towns, scale)
        .map((spot) => onPlate(spot, foreign, scale)).sort(nearest);
      const spots = [...onLand(land, ways, towns), ...round];
      return spots.length > 0 ? [{ zone, spots, words: ways[0].worded }] : [];
    });
    kept.set(keyed, labels);
    return labels;
  };
}

/** @type {(land: Land, ways: Way[], towns: Meeting) => FarSpot[]} */
function onLand(land, ways, towns) {
  const [{ x: middleX, y: middleY }] = land.feet;
  return ways.flatMap(({ cost, worded }) => land.fits(worded.width, worded.height).map(({ x, y }) => {
    const spot = { ...spotAt(x, y, worded.width, worded.height), words: worded };
    return { ...spot, far: Math.hypot(x - middleX, y - middleY) + cost + (towns.meets(spot.box) ? ON_TOWN : 0) };
  })).sort(nearest);
}

/**
 * Return spots beside the land. They lie on no other zone, and prefer a short line over free ground.
 *
 * @param {Land} land
 * @param {Land[]} others
 * @param {Way[]} ways
 * @param {CanvasView} view
 * @param {Meeting} towns
 * @param {number} scale
 * @returns {FarSpot[]}
 */
function beside(land, others, ways, { seen }, towns, scale) {
  const [middle] = land.feet;
/** @type {Box} */
  const within = [seen[0] + EDGE, seen[1] + EDGE, seen[2] - EDGE, seen[3] - EDGE];
  /** @type {FarSpot[]} */
  const spots = [];
  for (const { x, y } of land.feet) {
    const aside = ASIDE * Math.hypot(x - middle.x, y - middle.y);
    for (const { cost, worded } of ways) {
      for (const { across, down, away } of ROUND) {
        const reach = away * scale + Math.min(worded.width / 2 / Math.abs(across), worded.height / 2 / Math.abs(down));
        const spot = spotAt(x + across * reach, y + down * reach, worded.width, worded.height);
        if (!isInside(spot.box, within) || others.some((other) => other.meets(spot.box))) continue;
        const held = others.some((other) => onLine(spot, { x, y }).some(([left, top]) => other.has(left, top)));
        const hidden = (towns.meets(grow(spot.box, 2)) ? ON_TOWN : 0) + (land.meets(spot.box) ? ON_OWN : 0);
        const far = away + aside + cost + hidden + (held ? ON_HELD : 0);
        spots.push({ ...spot, words: worded, foot: [x, y], far });
      }
    }
  }
  return spots;
}

/** Put a spot on a plate where it lies on other land. @type {(spot: FarSpot, land: Land, scale: number) => FarSpot} */
function onPlate(spot, land, scale) {
  const box = grow(spot.box, PAD * scale);
  return land.meets(spot.box) ? { ...spot, box, plate: true, far: spot.far + ON_OTHERS } : spot;
}

/** @type {(from: Point, to: Point) => At[]} */
function onLine({ x, y }, to) {
  return [0.15, 0.3, 0.45, 0.6, 0.75].map((share) => [to.x + (x - to.x) * share, to.y + (y - to.y) * share]);
}

/** @type {(box: Box, within: Box) => boolean} */
function isInside(box, within) {
  return box[0] >= within[0] && box[1] >= within[1] && box[2] <= within[2] && box[3] <= within[3];
}

/** @type {(one: FarSpot, other: FarSpot) => number} */
const nearest = (one, other) => one.far - other.far;
