// The border and its wall are one kept picture: their strokes are the dearest of the map, and only new sections of the wall change them.

import { ticks, walk } from "#timemap/labels/alongline.js";
import { wallOn } from "#timemap/border/borderstates.js";
import { handOf } from "#timemap/border/sides.js";
import { boxOf, worldLines } from "#timemap/map/geometry.js";
import { createPaths } from "#timemap/map/paths.js";
import { sameView } from "#timemap/map/view.js";
import { blankCanvas } from "#timemap/page/nodes.js";

const TICKS = Object.freeze({ every: 7, size: 5 });
const MARGIN = 20; // pixels outside the canvas that ticks may still reach in from

/**
 * @typedef {object} BorderLook
 * @property {number} moment
 * @property {number} scale how much larger than usual all is drawn
 * @property {Record<string, string>} colours
 * @property {string[]} hidden layers that are not drawn
 */

/**
 * Make the picture.
 *
 * @param {any} base base map of the document
 * @param {{line: number[][], start: number}[]} wall sections
 * @returns {{draw: (ctx: CanvasRenderingContext2D, view: import("#timemap/map/view.js").View, look: BorderLook) => void}}
 */
export function createBorderPicture(base, wall) {
  const shapes = base.border.map((line) => worldLines(line));
  const border = createPaths(shapes);
  const outlines = base.countries.map(({ rings }) => worldLines(rings));
  const home = base.countries.findIndex(({ iso }) => iso === base.home);
  const walls = wall.map(({ line }) => worldLines(line).map((points) => ({ points, hand: -handOf(points, outlines, home) })));
  const reach = boxOf([...shapes.flat(), ...walls.flat().map(({ points }) => points)]);
  const line = keptPicture(reach); // the border alone
  const whole = keptPicture(reach); // with the wall that stands
  let placed = { view: null, scale: 0, paths: [] };

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

  function strokeBorder(ctx, view, { scale, colours }) {
    const width = borderWidth(view.zoom) * scale;
    for (const [colour, more] of [[colours.casing, 2.5], [colours.border, 0]]) {
      ctx.strokeStyle = colour;
      ctx.lineWidth = width + more;
      border.each(ctx, view, (path) => ctx.stroke(path));
    }
  }

  function strokeWall(ctx, view, { scale, colours }, sections) {
    if (placed.scale !== scale || !sameView(placed.view, view)) placed = { view, scale, paths: [] };
    for (const [colour, width] of [[colours.casing, 3.4], [colours.wall, 1.5]]) {
      ctx.strokeStyle = colour;
      ctx.lineWidth = width * scale;
      const all = new globalThis.Path2D();
      for (const index of sections) all.addPath((placed.paths[index] ??= ticksOf(view, scale, walls[index])));
      ctx.stroke(all);
    }
  }

  function ticksOf(view, scale, lines) {
    const box = [-MARGIN, -MARGIN, view.width + MARGIN, view.height + MARGIN];
    const [every, size] = [TICKS.every * scale, (TICKS.size + borderWidth(view.zoom) / 2) * scale];
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
 * Make a picture that is drawn anew only for another view, look or key; it holds as much of the canvas as can be reached, on its device pixels.
 *
 * @param {import("#timemap/map/geometry.js").Box} reach what it can show, in world coordinates
 * @returns {{make: (view: object, look: BorderLook, key: string, fill: (on: CanvasRenderingContext2D) => void) => void, put: (ctx: CanvasRenderingContext2D) => void}}
 */
function keptPicture(reach) {
  const image = blankCanvas(1, 1);
  const on = image.getContext("2d");
  let made = { view: null, scale: 0, colours: null, key: null };
  let box = null; // null where nothing of it is in view

  function make(view, { scale, colours }, key, fill) {
    if (made.key === key && made.scale === scale && made.colours === colours && sameView(made.view, view)) return;
    made = { view, scale, colours, key };
    const pixels = pixelsOf(view, scale);
    box = pixels && pixels.map((pixel) => pixel / view.ratio);
    if (box === null) return;
    const [left, top, width, height] = pixels;
    if (image.width !== width || image.height !== height) [image.width, image.height] = [width, height];
    on.setTransform(view.ratio, 0, 0, view.ratio, -left, -top);
    on.clearRect(...box);
    on.lineJoin = on.lineCap = "round";
    fill(on);
  }

  function pixelsOf(view, scale) {
    const room = (MARGIN * scale) / view.scale;
    const pixel = (at, origin, size, whole) => Math.min(Math.max(whole((at * view.scale - origin) * view.ratio), 0), Math.round(size * view.ratio));
    const [left, top] = [pixel(reach[0] - room, view.originX, view.width, Math.floor), pixel(reach[1] - room, view.originY, view.height, Math.floor)];
    const [right, bottom] = [pixel(reach[2] + room, view.originX, view.width, Math.ceil), pixel(reach[3] + room, view.originY, view.height, Math.ceil)];
    return right > left && bottom > top ? [left, top, right - left, bottom - top] : null;
  }

  function put(ctx) {
    if (box === null) return;
    ctx.imageSmoothingEnabled = false; // it lies on whole pixels
    ctx.drawImage(image, ...box);
  }

  return { make, put };
}

/** @param {number} zoom @returns {number} width of the border in pixels */
function borderWidth(zoom) {
  return Math.min(Math.max(2 + (zoom - 7) * 0.4, 1.8), 4.2);
}
