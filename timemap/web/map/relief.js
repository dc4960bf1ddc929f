// The relief is one small picture in the map's own projection, laid over the land as a faint shade.

import { createPaths } from "#timemap/map/paths.js";

/**
 * Make the relief ready; nothing is drawn until the picture has been decoded.
 *
 * @param {{src: string, bounds: [[number, number], [number, number]]}} relief picture as a data address, and its corners
 * @param {Float64Array[]} land rings of the land in world coordinates: the sea keeps its even colour
 * @param {() => void} ready called once it can be drawn
 * @returns {{draw: (ctx: CanvasRenderingContext2D, view: import("#timemap/map/view.js").View, strength: number) => void}}
 */
export function createRelief({ src, bounds: [[south, west], [north, east]] }, land, ready) {
  const ground = createPaths([land], { closed: true });
  const picture = new Image();
  picture.addEventListener("load", ready);
  picture.src = src;

  function draw(ctx, view, strength) {
    if (!picture.complete || picture.naturalWidth === 0 || strength <= 0) return;
    const [left, top] = view.project(west, north);
    const [right, bottom] = view.project(east, south);
    ground.each(ctx, view, (path) => {
      ctx.clip(path, "evenodd");
      ctx.setTransform(view.ratio, 0, 0, view.ratio, 0, 0);
      ctx.globalAlpha = strength;
      ctx.globalCompositeOperation = "multiply";
      ctx.imageSmoothingQuality = "high";
      ctx.drawImage(picture, left, top, right - left, bottom - top);
    });
  }

  return { draw };
}
