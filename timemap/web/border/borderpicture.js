// Picture of the border and its wall. It is kept, as their strokes are the dearest of the map.

import tokens from "#timemap/style/tokens.json" with { type: "json" };
import { ticks, walk } from "#timemap/labels/alongline.js";
import { wallOn } from "#timemap/border/borderstates.js";
import { handOf } from "#timemap/border/sides.js";
import { boxOf, worldLines } from "#timemap/map/geometry.js";
import { createPaths } from "#timemap/map/paths.js";
import { sameView } from "#timemap/map/view.js";
import { blankCanvas, context2d } from "#timemap/page/nodes.js";

/** @import {BaseMap, Box, CanvasView, Wall} from "#timemap/types.d.ts" */
/** @import {Palette} from "#timemap/map/palette.js" */
/** @typedef {CanvasRenderingContext2D} Canvas2D */
/** @typedef {{points: Float64Array, hand: 1|-1}} WallLine `hand` is the side of its ticks */

const LOOK = Object.freeze(tokens.borderLines);
const MARGIN = 20; // pixels outside the canvas that ticks may still reach in from

/**
 * @typedef {object} BorderLook
 * @property {number} moment
 * @property {number} scale how much larger than usual all is drawn
 * @property {Palette} colours
 * @property {string[]} hidden layers that are not drawn
 */

/**
 * Make the picture.
 *
 * @param {BaseMap} base
 * @param {Wall[]} wall sections
 */
export function createBorderPicture(base, wall) {
  const shapes = base.border.map((line) => worldLines(line));
  const border = createPaths(shapes);
  const outlines = base.countries.map(({ rings }) => worldLines(rings));
  const home = base.countries.findIndex(({ iso }) => iso === base.home);
  /** @param {Float64Array} points @returns {WallLine} */
  const wallLine = (points) => ({ points, hand: handOf(points, outlines, home) === 1 ? -1 : 1 });
  const walls = wall.map(({ line }) => worldLines(line).map(wallLine));
  const reach = boxOf([...shapes.flat(), ...walls.flat().map(({ points }) => points)]);
  const line = keptPicture(reach); // the border alone
  const whole = keptPicture(reach); // with the wall that stands
  /** @type {{view: CanvasView|null, scale: number, paths: Path2D[]}} */
  let placed = { view: null, scale: 0, paths: [] };

  /** @type {(ctx: Canvas2D, view: CanvasView, look: BorderLook) => void} */
  function draw(ctx, view, look) {
    const sections = look.hidden.includes("wall") ? [] : wallOn(wall, look.moment);
    const hasLine = !look.hidden.includes("border");
    whole.make(view, look, `${hasLine} ${sections}`, (on) => {
      line.make(view, look, "", (under) => strokeBorder(under, view, look));
      strokeWall(on, view, look, sections);
      if (hasLine) line.put(on);
    });
    whole.put(ctx);
  }

  /** @type {(ctx: Canvas2D, view: CanvasView, look: BorderLook) => void} */
  function strokeBorder(ctx, view, { scale, colours }) {
    const width = borderWidth(view.zoom);
    /** @type {[string, number][]} */
    const strokes = [[colours.casing, width + LOOK.casingMore], [colours.border, width]];
    for (const [colour, wide] of strokes) {
      ctx.strokeStyle = colour;
      ctx.lineWidth = wide * scale;
      border.each(ctx, view, (path) => ctx.stroke(path));
    }
  }

  /** @type {(ctx: Canvas2D, view: CanvasView, look: BorderLook, sections: number[]) => void} */
  function strokeWall(ctx, view, { scale, colours }, sections) {
    if (placed.scale !== scale || !sameView(placed.view, view)) placed = { view, scale, paths: [] };
    /** @type {[string, number][]} */
    const strokes = [[colours.casing, LOOK.tickCasingWidth], [colours.wall, LOOK.tickWidth]];
    for (const [colour, width] of strokes) {
      ctx.strokeStyle = colour;
      ctx.lineWidth = width * scale;
      const all = new globalThis.Path2D();
      for (const index of sections) all.addPath((placed.paths[index] ??= ticksOf(view, scale, walls[index])));
      ctx.stroke(all);
    }
  }

  /** @type {(view: CanvasView, scale: number, lines: WallLine[]) => Path2D} */
  function ticksOf(view, scale, lines) {
    /** @type {Box} */
    const box = [-MARGIN, -MARGIN, view.width + MARGIN, view.height + MARGIN];
    const [every, size] = [LOOK.tickSpacing * scale, (LOOK.tickLength + borderWidth(view.zoom) / 2) * scale];
    const path = new globalThis.Path2D();
    for (const { points, hand } of lines) {
      for (const run of walk(view.place(points), every, box)) {
        const strokes = ticks(run.points, size, hand);
        for (let at = 0; at < strokes.length; at += 4) {
          path.moveTo(strokes[at], strokes[at + 1]);
          path.lineTo(strokes[at + 2], strokes[at + 3]);
        }
      }
    }
    return path;
  }

  return { draw };
}

/**
 * Make a picture that is drawn anew only for another view, look or key.
 *
 * It holds as much of the canvas as can be reached, on its device pixels.
 *
 * @param {Box} reach what it can show, in world coordinates
 */
function keptPicture(reach) {
  const image = blankCanvas(1, 1);
  const on = context2d(image);
  /** @type {{view: CanvasView, scale: number, colours: BorderLook["colours"], key: string}|null} */
  let made = null;
  /** @type {Box|null} */
  let box = null; // null where nothing of it is in view

  /** @type {(view: CanvasView, look: BorderLook, key: string, fill: (on: Canvas2D) => void) => void} */
  function make(view, { scale, colours }, key, fill) {
    const isSame = made?.key === key && made.scale === scale && made.colours === colours;
    if (isSame && made && sameView(made.view, view)) return;
    made = { view, scale, colours, key };
    const pixels = pixelsOf(view, scale);
    box = null;
    if (pixels === null) return;
    const [left, top, width, height] = pixels;
    box = [left / view.ratio, top / view.ratio, width / view.ratio, height / view.ratio];
    if (image.width !== width || image.height !== height) [image.width, image.height] = [width, height];
    on.setTransform(view.ratio, 0, 0, view.ratio, -left, -top);
    on.clearRect(...box);
    on.lineJoin = on.lineCap = "round";
    fill(on);
  }

  /** @type {(view: CanvasView, scale: number) => Box|null} left, top, width, height */
  function pixelsOf(view, scale) {
    const room = (MARGIN * scale) / view.scale;
    /** @type {(at: number, whole: (value: number) => number) => number} */
    const across = (at, whole) => clamp(whole((at * view.scale - view.originX) * view.ratio), view.width * view.ratio);
    /** @type {(at: number, whole: (value: number) => number) => number} */
    const down = (at, whole) => clamp(whole((at * view.scale - view.originY) * view.ratio), view.height * view.ratio);
    const [left, top] = [across(reach[0] - room, Math.floor), down(reach[1] - room, Math.floor)];
    const [right, bottom] = [across(reach[2] + room, Math.ceil), down(reach[3] + room, Math.ceil)];
    return right > left && bottom > top ? [left, top, right - left, bottom - top] : null;
  }

  /** @param {Canvas2D} ctx */
  function put(ctx) {
    if (box === null) return;
    ctx.imageSmoothingEnabled = false; // it lies on whole pixels
    ctx.drawImage(image, ...box);
  }

  return { make, put };
}

/** @type {(value: number, most: number) => number} */
function clamp(value, most) {
  return Math.min(Math.max(value, 0), Math.round(most));
}

/** Return the width of the border in pixels. @param {number} zoom @returns {number} */
export function borderWidth(zoom) {
  return Math.min(Math.max(2 + (zoom - 7) * 0.4, 1.8), 4.2);
}
