// The Turkey-Syria border is the strongest line of the map; on it stand, by the moment, the wall, the crossings and the posts.

import { ticks, walk } from "#timemap/labels/alongline.js";
import { changeDays, crossingOn, postOn, wallOn } from "#timemap/border/borderstates.js";
import { borderWords } from "#timemap/border/borderwords.js";
import { drawGate, drawPost } from "#timemap/border/bordersymbols.js";
import { createCanvasLayer } from "#timemap/map/canvaslayer.js";
import { RING } from "#timemap/map/focus.js";
import { worldLines } from "#timemap/map/geometry.js";
import { hoverOf } from "#timemap/map/hover.js";
import { watchPalette } from "#timemap/map/palette.js";
import { WHOLE } from "#timemap/map/side.js";
import { createPaths } from "#timemap/map/paths.js";
import { handOf } from "#timemap/border/sides.js";
import { countUpTo } from "#timemap/time/sorted.js";

const TICKS = Object.freeze({ every: 7, size: 5 });
const MARGIN = 20; // pixels outside the canvas that ticks may still reach in from

/**
 * Make the layer of the border.
 *
 * @param {{data: any, clock: any, map: L.Map, side?: import("#timemap/map/side.js").Side}} context
 * @returns {{layer: L.Layer, setScale: (scale: number) => void}}
 */
export function createBorderLayer({ data, clock, map, side = WHOLE }) {
  const { base, crossings = [], wall = [], posts = [] } = data;
  const knownUntil = data.knownUntil?.control;
  const days = changeDays({ crossings, wall, posts, knownUntil });
  const border = createPaths(base.border.map((line) => worldLines(line)));
  const outlines = base.countries.map(({ rings }) => worldLines(rings));
  const home = base.countries.findIndex(({ iso }) => iso === base.home);
  const walls = wall.map(({ line }) => worldLines(line).map((points) => ({ points, hand: -handOf(points, outlines, home) })));
  const colourOf = new Map((data.controllers ?? []).map(({ id, colour }) => [id, colour]));
  let scale = 1;
  let drawnStage = -1;

  const layer = createCanvasLayer({ pane: "lines", draw, side });
  const theme = watchPalette(map.getContainer(), () => layer.redraw());
  layer.addTo(map);
  clock.subscribe((state, changed) => {
    if (changed.has("moment") && countUpTo(days, state.moment) !== drawnStage) layer.redraw();
  });
  hoverOf(map).add((latlng) => (side.owns(latlng) ? tell(latlng) : null));

  function draw(ctx, view) {
    const { moment } = clock.get();
    const colours = theme.current();
    drawnStage = countUpTo(days, moment);
    ctx.lineJoin = "round";
    ctx.lineCap = "round";
    drawWall(ctx, view, colours, moment);
    drawBorder(ctx, view, colours);
    for (const { x, y, size, state, post } of postsIn(view, moment)) {
      drawPost(ctx, x, y, size, state, colourOf.get(post.holder) ?? colours.label, colours);
    }
    const [focusX, focusY] = data.focus ? view.project(data.focus.lon, data.focus.lat) : [Infinity, Infinity];
    for (const { x, y, size, state } of crossingsIn(view, moment)) {
      if (Math.hypot(x - focusX, y - focusY) < (RING + 2) * scale) continue; // the ring of the focus stands there
      drawGate(ctx, x, y, size, state.state, colours, state.lastKnown);
    }
  }

  function drawBorder(ctx, view, colours) {
    const width = borderWidth(view.zoom) * scale;
    for (const [colour, more] of [[colours.casing, 2.5], [colours.border, 0]]) {
      ctx.strokeStyle = colour;
      ctx.lineWidth = width + more;
      border.each(ctx, view, (path) => ctx.stroke(path));
    }
  }

  function drawWall(ctx, view, colours, moment) {
    const box = [-MARGIN, -MARGIN, view.width + MARGIN, view.height + MARGIN];
    const [every, size] = [TICKS.every * scale, (TICKS.size + borderWidth(view.zoom) / 2) * scale];
    ctx.beginPath();
    for (const { points, hand } of wallOn(wall, moment).flatMap((index) => walls[index])) {
      for (const run of walk(view.place(points), every, box)) {
        const strokes = ticks(run.points, size, hand);
        for (let at = 0; at < strokes.length; at += 4) {
          ctx.moveTo(strokes[at], strokes[at + 1]);
          ctx.lineTo(strokes[at + 2], strokes[at + 3]);
        }
      }
    }
    for (const [colour, width] of [[colours.casing, 3.4], [colours.wall, 1.5]]) {
      ctx.strokeStyle = colour;
      ctx.lineWidth = width * scale;
      ctx.stroke();
    }
  }

  function crossingsIn(view, moment) {
    const size = Math.min(Math.max(view.zoom - 3.5, 3.5), 7) * scale;
    return crossings.map((crossing) => {
      const [x, y] = view.project(crossing.lon, crossing.lat);
      return { x, y, size, crossing, state: crossingOn(crossing.states, moment, knownUntil) };
    });
  }

  function postsIn(view, moment) {
    const size = Math.min(Math.max(view.zoom - 3, 4), 7) * scale;
    return posts.flatMap((post) => {
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

/** @param {number} zoom @returns {number} width of the border in pixels */
function borderWidth(zoom) {
  return Math.min(Math.max(2 + (zoom - 7) * 0.4, 1.8), 4.2);
}
