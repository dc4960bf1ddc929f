// Layer of the border with wall, crossings and posts. It is the strongest line of the map.

import { changeDays, crossingOn, postOn } from "#timemap/border/borderstates.js";
import { borderWords } from "#timemap/border/borderwords.js";
import { crossingSize, drawGate, drawPost, postSize } from "#timemap/border/bordersymbols.js";
import { createBorderPicture } from "#timemap/border/borderpicture.js";
import { RING } from "#timemap/map/focus.js";
import { hoverOf } from "#timemap/map/hover.js";
import { watchPalette } from "#timemap/map/palette.js";
import { WHOLE } from "#timemap/map/side.js";
import { countUpTo } from "#timemap/time/sorted.js";

/** @import {CanvasView, Context, Crossing, Draw, Post, Side} from "#timemap/types.d.ts" */
/** @import {CrossingOnDay} from "#timemap/border/borderstates.js" */
/** @typedef {{x: number, y: number, size: number}} Mark in canvas pixels */
/** @typedef {Mark & {crossing: Crossing, state: CrossingOnDay}} GateMark */
/** @typedef {Mark & {post: Post, state: "standing"|"last-known"}} PostMark */

/**
 * Make the layer of the border.
 *
 * @param {Pick<Context, "data"|"store"|"map"|"signs"> & {side?: Side}} context
 */
export function createBorderLayer({ data, store, map, signs, side = WHOLE }) {
  const { base, wall = [] } = data;
  const marks = createTermHighlighter({ data, store });
  const days = changeDays({ ...data, knownUntil: data.knownUntil?.control });
  const picture = createBorderPicture(base, wall);
  const colourOf = new Map((data.controllers ?? []).map(({ id, colour }) => [id, colour]));
  let scale = 1;
  let drawnStage = -1;

  const layer = signs.layer("lines", draw);
  const theme = watchPalette(map.getContainer(), () => layer.redraw());
  layer.addTo(map);
  store.subscribe((state, changed) => {
    if (changed.has("hidden")) layer.redraw();
    else if (changed.has("moment") && countUpTo(days, state.moment) !== drawnStage) layer.redraw();
  });
  hoverOf(map).add((latlng) => (side.owns(latlng) ? describe(latlng) : null));

  /** @type {Draw} */
  function draw(ctx, view) {
    const { moment, hidden } = store.get();
    const colours = theme.current();
    drawnStage = countUpTo(days, moment);
    picture.draw(ctx, view, { moment, scale, colours, hidden });
    ctx.lineCap = "round";
    for (const { x, y, size, state, post } of marks.posts(view, scale)) {
      drawPost(ctx, x, y, size, state, colourOf.get(post.holder) ?? colours.label, colours);
    }
    const [focusX, focusY] = data.focus ? view.project(data.focus.lon, data.focus.lat) : [Infinity, Infinity];
    for (const { x, y, size, state } of marks.crossings(view, scale)) {
      if (Math.hypot(x - focusX, y - focusY) < (RING + 2) * scale) continue; // the ring of the focus stands there
      drawGate(ctx, x, y, size, state.state, colours, state.lastKnown);
    }
  }

  /** @param {L.LatLngLiteral} latlng @returns {import("#timemap/map/hover.js").Told|null} */
  function describe({ lng, lat }) {
    const view = layer.view();
    if (view === null) return null;
    const [x, y] = view.project(lng, lat);
    /** @param {Mark} mark */
    const under = (mark) => Math.max(Math.abs(mark.x - x), Math.abs(mark.y - y)) <= mark.size + 3;
    const gate = marks.crossings(view, scale).find(under);
    if (gate !== undefined) return borderWords.crossing(gate.crossing, gate.state, store.get().language);
    const post = marks.posts(view, scale).find(under);
    return post === undefined ? null : borderWords.post(post.post, post.state);
  }

  return {
    layer,
    /** @param {number} factor */
    setScale(factor) {
      scale = factor;
      layer.redraw();
    },
  };
}

/**
 * Make the finder of the marks that stand at the border on the moment.
 *
 * @param {Pick<Context, "data"|"store">} context
 */
function createTermHighlighter({ data: { crossings = [], posts = [], knownUntil }, store }) {
  return {
    /** @type {(view: CanvasView, scale: number) => GateMark[]} */
    crossings(view, scale) {
      const { moment, hidden } = store.get();
      const size = crossingSize(view.zoom) * scale;
      return (hidden.includes("crossings") ? [] : crossings).map((crossing) => {
        const [x, y] = view.project(crossing.lon, crossing.lat);
        return { x, y, size, crossing, state: crossingOn(crossing.states, moment, knownUntil?.control) };
      });
    },

    /** @type {(view: CanvasView, scale: number) => PostMark[]} */
    posts(view, scale) {
      const { moment, hidden } = store.get();
      const size = postSize(view.zoom) * scale;
      return (hidden.includes("posts") ? [] : posts).flatMap((post) => {
        const state = postOn(post, moment);
        const [x, y] = view.project(post.lon, post.lat);
        return state === "absent" ? [] : [{ x, y, size, post, state }];
      });
    },
  };
}
