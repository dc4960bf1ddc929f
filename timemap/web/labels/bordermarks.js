// Symbols of crossings and posts that stand on a day. Names keep clear of them where there is room elsewhere.
import { postOn } from "#timemap/border/borderstates.js";
import { crossingSize, postSize } from "#timemap/border/bordersymbols.js";
import { createIndex, grow } from "#timemap/labels/labelplacement.js";

/** @import {CanvasView, LonLat, MapData, MapState} from "#timemap/types.d.ts" */
/** @import {LabelCandidate} from "#timemap/labels/labelcandidate.js" */
/** @import {Meeting, Spot} from "#timemap/labels/labelplacement.js" */

/** @typedef {Pick<MapState, "moment"|"hidden">} Moment */
/** @typedef {(candidate: LabelCandidate, spot: Spot) => boolean} Covering */

/** Names that move for a symbol. Towns of the story do not: there is little room. @type {ReadonlySet<string>} */
const MOVING = new Set(["city", "town", "village"]);

/**
 * Make what knows the symbols of the border.
 *
 * @param {Pick<MapData, "crossings"|"posts">} data
 */
export function createBorderMarks({ crossings = [], posts = [] }) {
  let last = "";

  /** @param {Moment} state */
  function standing({ moment, hidden }) {
    const seen = hidden.includes("posts") ? [] : posts.filter((post) => postOn(post, moment) !== "absent");
    return { posts: seen, crossings: hidden.includes("crossings") ? [] : crossings };
  }

  /** @param {ReturnType<typeof standing>} seen */
  const keyOf = (seen) => `${seen.posts.map(({ lon, lat }) => `${lon} ${lat}`)} ${seen.crossings.length}`;

  return {
    /** Whether others stand than those that names were last kept clear of. @param {Moment} state */
    isOther: (state) => keyOf(standing(state)) !== last,
    /**
     * Make what tells whether a name covers a symbol.
     *
     * @param {Moment} state
     * @param {CanvasView} view
     * @param {number} scale
     * @returns {Covering}
     */
    covering(state, view, scale) {
      const seen = standing(state);
      last = keyOf(seen);
      /** @type {(marks: LonLat[], size: number) => import("#timemap/types.d.ts").Box[]} */
      const boxes = (marks, size) => marks.map(({ lon, lat }) => {
        const [x, y] = view.project(lon, lat);
        return grow([x, y, x, y], size * scale);
      });
      /** @type {Meeting} */
      const symbols = createIndex([
        ...boxes(seen.posts, postSize(view.zoom)), ...boxes(seen.crossings, crossingSize(view.zoom)),
      ]);
      return ({ kind, dense }, { box }) => MOVING.has(kind) && !dense && symbols.meets(box);
    },
  };
}
