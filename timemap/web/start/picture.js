// Small picture of a view, drawn from the areas of the document.
// It costs no byte and is never out of date.

import { createAreaPaths } from "#timemap/areas/areapaths.js";
import { holderColour } from "#timemap/areas/patterns.js";
import { createView } from "#timemap/map/view.js";
import { drawRing } from "#timemap/map/focus.js";
import { decodeLine, toWorld, worldLines, worldX, worldY } from "#timemap/map/geometry.js";
import { context2d } from "#timemap/page/nodes.js";
import { createPaths } from "#timemap/map/paths.js";
import { watchPalette } from "#timemap/map/palette.js";

/** @import { View } from "#timemap/map/view.js" */
/** @import { Context, Viewport } from "#timemap/types.d.ts" */

const WIDE = 1000; // pixels of the window that the zoom of an address is meant for
const AREA = 0.75; // of the colours, which are small here

/** @typedef {{moment: number, compare: number|null, view: Viewport}} Scene */

/**
 * Make the painter of small pictures.
 *
 * @param {Pick<Context, "data" | "map" | "topology">} context
 * @returns {{draw: (canvas: HTMLCanvasElement, scene: Scene) => void}}
 */
export function createPictures({ data, map, topology }) {
  const { base, focus, controllers } = data;
  const areas = createAreaPaths(topology);
  const lands = createPaths(base.countries.map(({ rings }) => worldLines(rings)), { closed: true });
  const home = base.countries.findIndex(({ iso }) => iso === base.home);
  const lakes = createPaths(base.lakes.map(({ rings }) => worldLines(rings)), { closed: true });
  const border = createPaths(base.border.map((line) => [toWorld(decodeLine(line))]));
  const palette = watchPalette(map.getContainer(), () => {});

  /** @param {HTMLCanvasElement} canvas @param {Scene} scene */
  function draw(canvas, scene) {
    const { moment, compare } = scene;
    const view = viewOn(canvas, scene.view);
    const { width, height, ratio } = view;
    [canvas.width, canvas.height] = [width * ratio, height * ratio];
    const ctx = context2d(canvas);
    ctx.scale(ratio, ratio);
    drawGround(ctx, view);
    const parts = compare === null ? [[moment, 0, width]] : [[moment, 0, width / 2], [compare, width / 2, width]];
    for (const [day, left, right] of parts) drawAreas(ctx, view, day, left, right);
    drawLines(ctx, view, compare !== null);
  }

  /** @param {CanvasRenderingContext2D} ctx @param {View} view */
  function drawGround(ctx, view) {
    const colours = palette.current();
    ctx.fillStyle = colours.water;
    ctx.fillRect(0, 0, view.width, view.height);
    lands.each(ctx, view, (path, index) => {
      ctx.fillStyle = index === home ? colours.land : colours.neighbour;
      ctx.fill(path, "evenodd");
    });
  }

  /**
   * @param {CanvasRenderingContext2D} ctx
   * @param {View} view
   * @param {number} day
   * @param {number} left
   * @param {number} right
   */
  function drawAreas(ctx, view, day, left, right) {
    ctx.save();
    ctx.beginPath();
    ctx.rect(left, 0, right - left, view.height);
    ctx.clip();
    ctx.globalAlpha = AREA;
    ctx.translate(areas.anchor[0] * view.scale - view.originX, areas.anchor[1] * view.scale - view.originY);
    for (const { controller, path } of areas.get(topology.interval(day), view.zoom).controllers) {
      ctx.fillStyle = holderColour(controllers[controller]);
      ctx.fill(path, "evenodd");
    }
    ctx.restore();
  }

  /** @param {CanvasRenderingContext2D} ctx @param {View} view @param {boolean} divided */
  function drawLines(ctx, view, divided) {
    const colours = palette.current();
    ctx.fillStyle = colours.water;
    lakes.each(ctx, view, (path) => ctx.fill(path, "evenodd"));
    ctx.strokeStyle = colours.border;
    ctx.lineWidth = 1.6;
    border.each(ctx, view, (path) => ctx.stroke(path));
    if (focus) drawRing(ctx, ...view.project(focus.lon, focus.lat), 0.6, colours);
    ctx.fillStyle = colours.border;
    if (divided) ctx.fillRect(view.width / 2 - 1, 0, 2, view.height);
  }

  return { draw };
}

/**
 * Return the view of a window in the small.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {Viewport} viewport
 */
function viewOn({ clientWidth: width, clientHeight: height }, { lat, lon, zoom }) {
  const ratio = Math.min(globalThis.devicePixelRatio || 1, 2);
  const small = Math.round((zoom - Math.log2(WIDE / width)) * 4) / 4;
  const scale = 256 * 2 ** small;
  const [originX, originY] = [worldX(lon) * scale - width / 2, worldY(lat) * scale - height / 2];
  return createView({ zoom: small, originX, originY, width, height, ratio });
}
