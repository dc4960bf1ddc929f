// Table of signs and lines on the map. The legend explains those in view.

import { namesOn } from "#timemap/areas/controllers.js";
import { holderColour } from "#timemap/areas/patterns.js";
import { crossingOn, postOn, wallOn } from "#timemap/border/borderstates.js";
import { calloutsOn } from "#timemap/labels/labels.js";
import { isolated, nameIn } from "#timemap/labels/names.js";
import { contains, crosses } from "#timemap/legend/inview.js";
import { QUARTERS_FROM, reportOn } from "#timemap/quarters/snapshots.js";
import { dayWords } from "#timemap/time/dates.js";

/** @import { CrossingState, LonLat, MapData, MapState } from "#timemap/types.d.ts" */
/** @import { Entry } from "#timemap/legend/entries.js" */
/** @import { Bounds } from "#timemap/legend/inview.js" */
/** @import { PostState } from "#timemap/legend/legendsamples.js" */

/**
 * @typedef {object} Sign
 * @property {"places"|"border"} section of the legend
 * @property {(data: MapData, state: MapState, bounds: Bounds) => string[]} seen states that are in view: none where it
 *   is not, `["seen"]` where it has but one
 * @property {(states: string[], data: MapData, state: MapState) => Entry[]} entries of the states in view; those that
 *   switch a layer name it
 */

/**
 * Signs by name, in the order of the legend.
 *
 * @type {Readonly<Record<string, Sign>>}
 */
export const SIGNS = Object.freeze({
  focus: {
    section: "places",
    seen: ({ focus }, _, bounds) => ifSeen(Boolean(focus && isIn(bounds)(focus))),
    entries: (_, { focus, legendWords: words }, { language }) => {
      const place = focus ? isolated(nameIn(focus.names, language)) : "";
      return [{ sample: "focus", words: words.focus.replace("{place}", place) }];
    },
  },
  quarters: { section: "places", seen: quartersIn, entries: quarterEntries },
  callouts: {
    section: "places",
    seen: (data, state, bounds) => ifSeen(calloutsOn(data, { ...state, hidden: [] }).some(isIn(bounds))),
    entries: (_, { legendWords: words }) => [{ sample: "callout", words: words.callouts, layer: "callouts" }],
  },
  border: {
    section: "border",
    seen: ({ base }, _, bounds) => ifSeen(base !== undefined && crosses(base.border, bounds)),
    entries: (_, { legendWords: words }) => [{ sample: "border", words: words.border, layer: "border" }],
  },
  wall: {
    section: "border",
    seen: ({ wall = [] }, { moment }, bounds) =>
      ifSeen(wallOn(wall, moment).some((index) => crosses(wall[index].line, bounds))),
    entries: (_, { legendWords: words }) => [{ sample: "wall", words: words.wall, layer: "wall" }],
  },
  crossings: {
    section: "border",
    seen: ({ crossings = [], knownUntil }, { moment }, bounds) =>
      crossings.filter(isIn(bounds)).map(({ states }) => crossingOn(states, moment, knownUntil?.control).state),
    entries: (states, { legendWords: words }) =>
      states.map((state) => {
        const look = { crossing: /** @type {CrossingState} */ (state) };
        return { sample: "crossing", look, words: words[state], layer: "crossings" };
      }),
  },
  posts: { section: "border", seen: postsIn, entries: postEntries },
});

/** @param {boolean} seen @returns {string[]} */
function ifSeen(seen) {
  return seen ? ["seen"] : [];
}

/** @param {Bounds} bounds @returns {(point: LonLat) => boolean} */
function isIn(bounds) {
  return ({ lon, lat }) => contains(bounds, lon, lat);
}

/** Return who held quarters in view by which report: "1 16440". @type {Sign["seen"]} */
function quartersIn({ quarters = [] }, { moment }, bounds) {
  const report = bounds.zoom >= QUARTERS_FROM ? reportOn(quarters, moment) : null;
  return (report?.marks ?? []).filter(isIn(bounds)).map(({ controller }) => `${controller} ${report?.day}`);
}

/** @type {Sign["entries"]} */
function quarterEntries(states, { controllers, legendWords: words }, { moment, compare }) {
  const seen = states.map((state) => state.split(" ").map(Number));
  const inOrder = [...new Set(seen.map(([holder]) => holder))].sort((one, other) => one - other);
  const daysOf = (/** @type {number} */ index) => seen.filter(([holder]) => holder === index).map(([, day]) => day);
  const held = inOrder.map((index) => {
    const controller = controllers[index];
    const holder = namesOn(controller, [moment, compare]);
    const days = daysOf(index).sort((one, other) => one - other).map(dayWords).join(" / ");
    const name = (holder ? words.quarter.replace("{holder}", holder) : words.quarterOfOthers).replace("{days}", days);
    return { sample: "quarter", look: { colour: holderColour(controller) }, words: name, layer: "quarters" };
  });
  return [...held, { sample: "quarter", look: { colour: "rgb(0 0 0 / 0%)", estimated: true }, words: words.estimated }];
}

/** Return the states of posts in view, each with its holder: "standing turkey". @type {Sign["seen"]} */
function postsIn({ posts = [] }, { moment }, bounds) {
  const states = posts.filter(isIn(bounds)).map((post) => ({ state: postOn(post, moment), holder: post.holder }));
  return states.filter(({ state }) => state !== "absent").map(({ state, holder }) => `${state} ${holder}`);
}

/** @type {Sign["entries"]} */
function postEntries(states, { controllers, legendWords: words }) {
  return states.map((written) => {
    const [post, holder] = written.split(/ (.*)/);
    const colour = controllers.find(({ id }) => id === holder)?.colour;
    const name = post === "standing" ? words.post : words.lastKnown.replace("{words}", words.post);
    return { sample: "post", look: { post: /** @type {PostState} */ (post), colour }, words: name, layer: "posts" };
  });
}
