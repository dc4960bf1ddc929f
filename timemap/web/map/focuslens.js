// Lens inside the ring that shows who holds the town.
// It helps where the map is too small to show it.

import { RIM } from "#timemap/map/focus.js";

/** @import { Palette } from "#timemap/map/palette.js" */
/** @import { View } from "#timemap/map/view.js" */
/** @import { Box, LonLat, MapData, Topology } from "#timemap/types.d.ts" */

const SHOWN_KM = 2.8; // from the middle of the ring to its rim
const LENS_UNTIL = 0.5; // of that, in pixels of the rim: where the map is larger it shows the town by itself
const STRENGTH = 0.8;
const DEGREES = 0.05; // round the focus: what is seen in the ring
const EQUATOR_KM = 40075;

/**
 * @typedef {{interval: number, scale: number, colours: Palette, isDrawn: (controller:
 *   number) => boolean}} Look
 *
 * @typedef {object} AreaPaths
 * @property {(interval: number, zoom: number) => {controllers: {controller: number, path: Path2D}[]}} get
 * @property {[number, number]} anchor
 */

/**
 * Make the lens of one map.
 *
 * @param {{data: Pick<MapData, "focus">, topology:
 *   Pick<Topology, "cells">, paths: AreaPaths, colourOf: (controller: number) => string}}
 *   areas
 * @returns {{paint: (ctx: CanvasRenderingContext2D, view: View, how: Look) => void,
 *   holders: (state: {holders: Int16Array}) => string}} `holders` is equal as long as the same is seen
 */
export function createFocusLens({ data, topology, paths, colourOf }) {
  const { focus } = data;
  const near = focus ? [...topology.cells.keys()].filter((cell) => isNear(topology.cells[cell].box, focus)) : [];

  /** @param {CanvasRenderingContext2D} ctx @param {View} view @param {Look} look */
  function paint(ctx, view, { interval, scale, colours, isDrawn }) {
    if (focus === null) return;
    const perKm = view.scale / (EQUATOR_KM * Math.cos((focus.lat * Math.PI) / 180));
    const larger = (RIM * scale) / (SHOWN_KM * perKm);
    const held = paths.get(interval, view.zoom).controllers.filter(({ controller }) => isDrawn(controller));
    if (larger < LENS_UNTIL || held.length === 0) return;
    const [x, y] = view.project(focus.lon, focus.lat);
    ctx.save();
    ctx.beginPath();
    ctx.arc(x, y, RIM * scale, 0, Math.PI * 2);
    ctx.clip();
    ctx.fillStyle = colours.land;
    ctx.fill();
    ctx.translate(x, y);
    ctx.scale(Math.max(1, larger), Math.max(1, larger));
    ctx.translate(paths.anchor[0] * view.scale - view.originX - x, paths.anchor[1] * view.scale - view.originY - y);
    ctx.lineWidth = 1 / Math.max(1, larger);
    ctx.strokeStyle = colours.front;
    for (const { controller, path } of held) {
      ctx.globalAlpha = STRENGTH;
      ctx.fillStyle = colourOf(controller);
      ctx.fill(path, "evenodd");
      ctx.globalAlpha = 1;
      ctx.stroke(path);
    }
    ctx.restore();
  }

  return { paint, holders: ({ holders }) => near.map((cell) => holders[cell]).join(" ") };
}

/** @param {Box} box @param {LonLat} point */
function isNear([west, south, east, north], { lon, lat }) {
  return west < lon + DEGREES && east > lon - DEGREES && south < lat + DEGREES && north > lat - DEGREES;
}
