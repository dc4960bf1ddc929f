// Base map: sea, countries, relief, and layers such as water and lines.
// The table of tokens has the layers. Nothing on the base map depends on the day.

import { createCanvasLayer } from "#timemap/map/canvaslayer.js";
import { worldLines } from "#timemap/map/geometry.js";
import { paletteName, watchPalette } from "#timemap/map/palette.js";
import { createPaths } from "#timemap/map/paths.js";
import { createRelief } from "#timemap/map/relief.js";
import tokens from "#timemap/style/tokens.json" with { type: "json" };

/** @import { Palette } from "#timemap/map/palette.js" */
/** @import { View } from "#timemap/map/view.js" */
/** @import { BaseLayer, BaseMap, BaseShape, Context, Draw, MapData } from "#timemap/types.d.ts" */

const VEIL = 48; // pixels

/**
 * Make the ground.
 *
 * @param {Pick<Context, "data" | "map">} context
 * @returns {{layer: L.Layer, setBackground: (on: boolean) => void}}
 */
export function createBaseLayer({ data, map }) {
  const { base } = data;
  const outlines = base.countries.map(({ rings }) => worldLines(rings));
  const relief = base.relief ? createRelief(base.relief, outlines.flat(), () => layer.redraw()) : null;
  const drawGround = createGround(data, outlines);
  const layers = tokens.baseMap.layers.map((row) => createLayer(base, row));
  let background = false;

  const [ground, lines] = [true, false].map((opaque) => createCanvasLayer({ pane: "base", draw, opaque }));
  // Below another background, so that something is seen where a picture of it is missing.
  const below = createCanvasLayer({ pane: "ground", draw: drawBelow, opaque: true });
  let layer = ground; // only lines and rivers while another background shows through
  const theme = watchPalette(map.getContainer(), () => {
    layer.redraw();
    below.redraw();
  });
  layer.addTo(map);

  /** @type {Draw} */
  function draw(ctx, view) {
    const colours = theme.current();
    ctx.lineJoin = "round";
    ctx.lineCap = "butt";
    if (!background) {
      drawGround(ctx, view, colours, () =>
        relief?.draw(ctx, view, (Number(colours.relief) || 0) * reliefShare(view.zoom)),
      );
    }
    for (const { isArea, paint } of layers) if (!(background && isArea)) paint(ctx, view, colours);
  }

  /** @type {Draw} */
  function drawBelow(ctx, view) {
    const colours = theme.current();
    drawGround(ctx, view, colours, () => {});
    for (const { isArea, paint } of layers) if (isArea) paint(ctx, view, colours);
  }

  return {
    layer,
    setBackground(on) {
      if (background === on) return;
      background = on;
      layer.remove();
      layer = on ? lines : ground;
      layer.addTo(map);
      if (on) below.addTo(map);
      else below.remove();
    },
  };
}

/**
 * Return what draws sea and countries.
 *
 * @param {MapData} data
 * @param {Float64Array[][]} outlines of the countries
 */
function createGround({ base, bounds }, outlines) {
  const home = base.countries.findIndex(({ iso }) => iso === base.home);
  const lands = createPaths(outlines, { closed: true });
  /**
   * @param {CanvasRenderingContext2D} ctx
   * @param {View} view
   * @param {Palette} colours
   * @param {() => void} onLand draws over the land
   */
  return (ctx, view, colours, onLand) => {
    const frame = frameOf(bounds, view);
    ctx.fillStyle = colours.outside;
    ctx.fillRect(0, 0, view.width, view.height);
    ctx.fillStyle = colours.water;
    ctx.fillRect(...frame);
    lands.each(ctx, view, (path, index) => {
      ctx.fillStyle = index === home ? colours.land : colours.neighbour;
      ctx.fill(path, "evenodd");
    });
    onLand();
    veil(ctx, frame, colours.outside);
  };
}

/**
 * Make a layer of lines or areas, as its row in the table of tokens says.
 *
 * @param {BaseMap} base
 * @param {BaseLayer} row
 * @param {typeof Path2D} [Path]
 */
export function createLayer(base, { id, stroke, width = 0, nearWidth = 0, byRank, dashes = [], fill }, Path) {
  const shapes = /** @type {Record<string, BaseShape[]>} */ (/** @type {unknown} */ (base))[id];
  const lines = shapes.map((shape) => worldLines(Array.isArray(shape) ? shape : (shape.rings ?? shape.line ?? [])));
  const paths = createPaths(lines, { closed: Boolean(fill), Path });
  /** @param {number} index @param {number} zoom */
  function widthOf(index, zoom) {
    const shape = shapes[index];
    if (byRank && !Array.isArray(shape)) return riverWidth(shape.rank ?? 1, zoom);
    return zoom < tokens.baseMap.nearFrom ? width : nearWidth;
  }

  /** @param {CanvasRenderingContext2D} ctx @param {View} view @param {Palette} colours */
  function paint(ctx, view, colours) {
    if (fill) ctx.fillStyle = colours[paletteName(fill)];
    ctx.strokeStyle = colours[paletteName(stroke)];
    ctx.setLineDash(dashes);
    paths.each(ctx, view, (path, index) => {
      if (fill) ctx.fill(path, "evenodd");
      ctx.lineWidth = widthOf(index, view.zoom);
      if (widthOf(index, view.zoom) > 0) ctx.stroke(path);
    });
    ctx.setLineDash([]);
  }

  return { isArea: Boolean(fill), paint };
}

/**
 * Return the width of a river line in pixels.
 *
 * Small rivers appear as one comes nearer.
 *
 * @param {number} rank 1 for the largest
 * @param {number} zoom
 * @returns {number} 0 when it is not drawn
 */
export function riverWidth(rank, zoom) {
  if (rank > zoom - 4) return 0;
  return Math.min(Math.max(0.5 + (zoom - 6) * 0.35 - (rank - 1) * 0.25, 0.6), 3.2);
}

/**
 * Return how strong the relief is.
 *
 * Its picture is coarse, so it fades as one comes nearer.
 *
 * @param {number} zoom
 */
function reliefShare(zoom) {
  return Math.min(Math.max((12 - zoom) / 3, 0), 1);
}

/**
 * Let the ground fade at the end of what is known of it.
 *
 * The end looks like one then, and not like a border.
 *
 * @param {CanvasRenderingContext2D} ctx
 * @param {[number, number, number, number]} frame left, top, width, height
 * @param {string} colour
 */
function veil(ctx, [left, top, width, height], colour) {
  const sides = [
    [left, top, VEIL, height, 1, 0],
    [left + width, top, -VEIL, height, -1, 0],
    [left, top, width, VEIL, 0, 1],
    [left, top + height, width, -VEIL, 0, -1],
  ];
  for (const [x, y, across, down, dx, dy] of sides) {
    const edge = ctx.createLinearGradient(x, y, x + dx * VEIL, y + dy * VEIL);
    edge.addColorStop(0, colour);
    edge.addColorStop(1, `${colour}00`); // six hexadecimal digits, made transparent
    ctx.fillStyle = edge;
    ctx.fillRect(x, y, across, down);
  }
}

/**
 * @param {MapData["bounds"]} bounds
 * @param {View} view
 * @returns {[number, number, number, number]}
 */
function frameOf([[south, west], [north, east]], view) {
  const [left, top] = view.project(west, north);
  const [right, bottom] = view.project(east, south);
  return [left, top, right - left, bottom - top];
}
