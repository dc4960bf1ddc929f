// The Turkey-Syria border is the strongest line of the map; on it stand, by the moment, the wall, the crossings and the posts.

import { changeDays, crossingOn, postOn } from "#timemap/border/borderstates.js";
import { borderWords } from "#timemap/border/borderwords.js";
import { drawGate, drawPost } from "#timemap/border/bordersymbols.js";
import { createBorderPicture } from "#timemap/border/borderpicture.js";
import { RING } from "#timemap/map/focus.js";
import { hoverOf } from "#timemap/map/hover.js";
import { watchPalette } from "#timemap/map/palette.js";
import { WHOLE } from "#timemap/map/side.js";
import { countUpTo } from "#timemap/time/sorted.js";

/**
 * Make the layer of the border.
 *
 * @param {{data: any, clock: any, map: L.Map, signs: {layer: Function}, side?: import("#timemap/map/side.js").Side}} context
 * @returns {{layer: L.Layer, setScale: (scale: number) => void}}
 */
export function createBorderLayer({ data, clock, map, signs, side = WHOLE }) {
  const { base, crossings = [], wall = [], posts = [] } = data;
  const knownUntil = data.knownUntil?.control;
  const days = changeDays({ crossings, wall, posts, knownUntil });
  const picture = createBorderPicture(base, wall);
  const colourOf = new Map((data.controllers ?? []).map(({ id, colour }) => [id, colour]));
  let scale = 1;
  let drawnStage = -1;

  const layer = signs.layer("lines", draw);
  const theme = watchPalette(map.getContainer(), () => layer.redraw());
  layer.addTo(map);
  clock.subscribe((state, changed) => {
    if (changed.has("hidden")) layer.redraw();
    else if (changed.has("moment") && countUpTo(days, state.moment) !== drawnStage) layer.redraw();
  });
  hoverOf(map).add((latlng) => (side.owns(latlng) ? tell(latlng) : null));

  function draw(ctx, view) {
    const { moment, hidden } = clock.get();
    const colours = theme.current();
    drawnStage = countUpTo(days, moment);
    picture.draw(ctx, view, { moment, scale, colours, hidden });
    ctx.lineCap = "round";
    for (const { x, y, size, state, post } of postsIn(view, moment)) {
      drawPost(ctx, x, y, size, state, colourOf.get(post.holder) ?? colours.label, colours);
    }
    const [focusX, focusY] = data.focus ? view.project(data.focus.lon, data.focus.lat) : [Infinity, Infinity];
    for (const { x, y, size, state } of crossingsIn(view, moment)) {
      if (Math.hypot(x - focusX, y - focusY) < (RING + 2) * scale) continue; // the ring of the focus stands there
      drawGate(ctx, x, y, size, state.state, colours, state.lastKnown);
    }
  }

  function crossingsIn(view, moment) {
    const size = Math.min(Math.max(view.zoom - 3.5, 3.5), 7) * scale;
    return (clock.get().hidden.includes("crossings") ? [] : crossings).map((crossing) => {
      const [x, y] = view.project(crossing.lon, crossing.lat);
      return { x, y, size, crossing, state: crossingOn(crossing.states, moment, knownUntil) };
    });
  }

  function postsIn(view, moment) {
    const size = Math.min(Math.max(view.zoom - 3, 4), 7) * scale;
    return (clock.get().hidden.includes("posts") ? [] : posts).flatMap((post) => {
      const state = postOn(post, moment);
      const [x, y] = view.project(post.lon, post.lat);
      return state === "absent" ? [] : [{ x, y, size, post, state }];
    });
  }

  function tell({ lng, lat }) {
    const view = layer.view();
    if (view === null) return null;
    const { moment, language } = clock.get();
    const [x, y] = view.project(lng, lat);
    const under = (mark) => Math.max(Math.abs(mark.x - x), Math.abs(mark.y - y)) <= mark.size + 3;
    const gate = crossingsIn(view, moment).find(under);
    if (gate !== undefined) return borderWords.crossing(gate.crossing, gate.state, language);
    const post = postsIn(view, moment).find(under);
    return post === undefined ? null : borderWords.post(post.post, post.state, language);
  }

  return {
    layer,
    setScale(factor) {
      scale = factor;
      layer.redraw();
    },
  };
}
