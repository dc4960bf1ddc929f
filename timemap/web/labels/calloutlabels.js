// Callouts: a few words on what a day is about. They stand away from its place, to which a line leads.
import tokens from "#timemap/style/tokens.json" with { type: "json" };
import { landOf } from "#timemap/labels/land.js";
import { breakInto, breakName } from "#timemap/labels/lettering.js";
import { offer } from "#timemap/labels/labelcandidate.js";
import { spotsBeside } from "#timemap/labels/labelplacement.js";
import { RING } from "#timemap/map/focus.js";

/** @import {Box, CanvasView, LonLat} from "#timemap/types.d.ts" */
/** @import {Words} from "#timemap/labels/lettering.js" */
/** @import {LabelCandidate} from "#timemap/labels/labelcandidate.js" */
/** @import {At, Direction, Meeting} from "#timemap/labels/labelplacement.js" */

const AWAY = tokens.labels.calloutAway; // pixels between a place and what is said of it
const ON_TOWN = 60; // what it costs, in such pixels, to hide the dot of a town
const ON_LAND = 45; // and to lie on the land that it is about
const WIDE = 480; // pixels of the window from which two lines have room
/** Pixels between the words and their rim. */
const PAD = 6;
const MARK = 9; // pixels that the line keeps from the place

const ROUND = /** @type {readonly Direction[]} */ (tokens.labels.calloutSides);
const LETTERS = tokens.labels.calloutLetters; // on a line

/** @typedef {LonLat & {text: string, land: Float64Array[]}} CalloutOnLand land in world coordinates */

/** Return the id of a callout's label. @param {string} text */
export const calloutId = (text) => `callout ${text}`;

/**
 * Return the candidates for callouts.
 *
 * @param {CalloutOnLand[]} callouts
 * @param {object} asked
 * @param {CanvasView} asked.view
 * @param {number} asked.scale
 * @param {LonLat|null} asked.focus
 * @param {Meeting} asked.towns
 * @param {(lines: string[]) => Words} asked.measure
 * @returns {LabelCandidate[]}
 */
export function calloutLabels(callouts, { view, scale, focus, towns, measure }) {
  const [left, upper, right, lower] = view.seen;
  return callouts.map(({ text, lon, lat, land: rings }) => {
    const [x, y] = view.project(lon, lat);
    const land = landOf(rings, view);
    const short = (isIn(focus, view, [x, y], scale) ? RING + 3 : MARK) * scale;
    const isSeen = x > left && y > upper && x < right && y < lower;
    const words = measure(right - left < WIDE * scale ? breakInto(text, 3) : breakName(text, LETTERS));
    const [width, height] = [words.width + 2 * PAD * scale, words.height + 2 * PAD * scale];
    const spots = AWAY.flatMap((gap) => spotsBeside(x, y, width, height, gap * scale, ROUND).map((spot) => {
      const hidden = (towns.meets(spot.box) ? ON_TOWN : 0) + (land.meets(spot.box) ? ON_LAND : 0);
      /** @type {At} */
      const foot = [x, y];
      return { ...spot, foot, short, far: gap + hidden };
    }));
    /** @param {Box} box */
    const isWhole = (box) => isSeen && box[0] > left && box[1] > upper && box[2] < right && box[3] < lower;
    const whole = spots.filter(({ box }) => isWhole(box));
    whole.sort((one, other) => one.far - other.far);
    return offer({ id: calloutId(text), kind: "callout", words, spots: whole, x, y }, 0, scale);
  });
}

/** @type {(focus: LonLat|null, view: CanvasView, at: At, scale: number) => boolean} */
function isIn(focus, view, [x, y], scale) {
  if (!focus) return false;
  const [middleX, middleY] = view.project(focus.lon, focus.lat);
  return Math.hypot(x - middleX, y - middleY) < RING * scale;
}
