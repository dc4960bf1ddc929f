// Relief: a small picture laid over the land as a faint shade.

import { blankCanvas, context2d } from "#timemap/page/nodes.js";
import { createPaths } from "#timemap/map/paths.js";

/** @import { View } from "#timemap/map/view.js" */

const FADE = 0.07; // of its width and height over which the picture runs out, so that its end is no line on the map

/**
 * Make the relief ready.
 *
 * Nothing is drawn until the picture has been decoded.
 *
 * @param {{src: string, bounds: [[number, number], [number, number]]}} relief picture as a data address, and its
 *   corners
 * @param {Float64Array[]} land rings of the land in world coordinates: the sea keeps its even colour
 * @param {() => void} ready called once it can be drawn
 * @returns {{draw: (ctx: CanvasRenderingContext2D, view: View, strength: number) =>
 *   void}}
 */
export function createRelief({ src, bounds: [[south, west], [north, east]] }, land, ready) {
  const ground = createPaths([land], { closed: true });
  const picture = new Image();
  /** @type {HTMLCanvasElement|null} */
  let faded = null;
  picture.addEventListener("load", () => {
    faded = fadeOut(picture);
    ready();
  });
  picture.src = src;

  /**
   * @param {CanvasRenderingContext2D} ctx
   * @param {View} view
   * @param {number} strength
   */
  function draw(ctx, view, strength) {
    const shade = faded;
    if (shade === null || strength <= 0) return;
    const [left, top] = view.project(west, north);
    const [right, bottom] = view.project(east, south);
    ground.each(ctx, view, (path) => {
      ctx.clip(path, "evenodd");
      ctx.setTransform(view.ratio, 0, 0, view.ratio, 0, 0);
      ctx.globalAlpha = strength;
      ctx.globalCompositeOperation = "multiply";
      ctx.imageSmoothingQuality = "high";
      ctx.drawImage(shade, left, top, right - left, bottom - top);
    });
  }

  return { draw };
}

/**
 * Return the picture with edges that run out.
 *
 * @param {HTMLImageElement} picture
 */
function fadeOut(picture) {
  const [width, height] = [picture.naturalWidth, picture.naturalHeight];
  const canvas = blankCanvas(width, height);
  const ctx = context2d(canvas);
  ctx.drawImage(picture, 0, 0);
  ctx.globalCompositeOperation = "destination-in";
  for (const [across, down] of [[width, 0], [0, height]]) {
    const edge = ctx.createLinearGradient(0, 0, across, down);
    for (const [at, alpha] of [
      [0, 0],
      [FADE, 1],
      [1 - FADE, 1],
      [1, 0],
    ])
      edge.addColorStop(at, `rgb(0 0 0 / ${alpha})`);
    ctx.fillStyle = edge;
    ctx.fillRect(0, 0, width, height);
  }
  return canvas;
}
