// The ground of the map: sea, countries, relief, water, and the thin lines; nothing on it depends on the moment.

import { createCanvasLayer } from "#timemap/map/canvaslayer.js";
import { decodeLine, toWorld, worldLines } from "#timemap/map/geometry.js";
import { watchPalette } from "#timemap/map/palette.js";
import { createPaths } from "#timemap/map/paths.js";
import { createRelief } from "#timemap/map/relief.js";

const VEIL = 48; // pixels

/**
 * Make the ground.
 *
 * @param {{data: any, map: L.Map}} context
 * @returns {{layer: L.Layer, setBackground: (on: boolean) => void}}
 */
export function createBaseLayer({ data, map }) {
  const { base } = data;
  const outlines = base.countries.map(({ rings }) => worldLines(rings));
  const home = base.countries.findIndex(({ iso }) => iso === base.home);
  const lands = createPaths(outlines, { closed: true });
  const lakes = createPaths(base.lakes.map(({ rings }) => worldLines(rings)), { closed: true });
  const rivers = createPaths(base.rivers.map(({ line }) => worldLines(line)));
  const divisions = createPaths((base.divisionLines ?? []).map((line) => [toWorld(decodeLine(line))]));
  const borders = createPaths((base.borders ?? []).map((line) => [toWorld(decodeLine(line))]));
  const relief = base.relief ? createRelief(base.relief, outlines.flat(), () => layer.redraw()) : null;
  let background = false;

  const [ground, lines] = [true, false].map((opaque) => createCanvasLayer({ pane: "base", draw, opaque }));
  let layer = ground; // only lines and rivers while another background shows through
  const theme = watchPalette(map.getContainer(), () => layer.redraw());
  layer.addTo(map);

  function draw(ctx, view) {
    const colours = theme.current();
    ctx.lineJoin = "round";
    ctx.lineCap = "butt";
    if (!background) drawGround(ctx, view, colours);
    drawRivers(ctx, view, colours);
    if (!background) fillWater(ctx, view, colours);
    drawLines(ctx, view, colours);
  }

  function drawGround(ctx, view, colours) {
    const frame = frameOf(data.bounds, view);
    ctx.fillStyle = colours.outside;
    ctx.fillRect(0, 0, view.width, view.height);
    ctx.fillStyle = colours.water;
    ctx.fillRect(...frame);
    lands.each(ctx, view, (path, index) => {
      ctx.fillStyle = index === home ? colours.land : colours.neighbour;
      ctx.fill(path, "evenodd");
    });
    relief?.draw(ctx, view, (Number(colours.relief) || 0) * reliefShare(view.zoom));
    veil(ctx, frame, colours.outside);
  }

  function fillWater(ctx, view, colours) {
    ctx.fillStyle = colours.water;
    ctx.strokeStyle = colours.shore;
    ctx.lineWidth = view.zoom < 9 ? 0.6 : 0.9;
    lakes.each(ctx, view, (path) => {
      ctx.fill(path, "evenodd");
      ctx.stroke(path);
    });
  }

  function drawRivers(ctx, view, colours) {
    ctx.strokeStyle = colours.river;
    rivers.each(ctx, view, (path, index) => {
      const width = riverWidth(base.rivers[index].rank, view.zoom);
      ctx.lineWidth = width;
      if (width > 0) ctx.stroke(path);
    });
  }

  function drawLines(ctx, view, colours) {
    ctx.strokeStyle = colours.division;
    ctx.lineWidth = view.zoom < 9 ? 0.7 : 1;
    divisions.each(ctx, view, (path) => ctx.stroke(path));
    ctx.strokeStyle = colours.borders;
    ctx.lineWidth = view.zoom < 9 ? 1.1 : 1.6;
    ctx.setLineDash([7, 3, 1.5, 3]);
    borders.each(ctx, view, (path) => ctx.stroke(path));
    ctx.setLineDash([]);
  }

  return {
    layer,
    setBackground(on) {
      if (background === on) return;
      background = on;
      layer.remove();
      layer = on ? lines : ground;
      layer.addTo(map);
    },
  };
}

/**
 * Return the width of a river line in pixels; small rivers appear as one comes nearer.
 *
 * @param {number} rank 1 for the largest
 * @param {number} zoom
 * @returns {number} 0 when it is not drawn
 */
function riverWidth(rank, zoom) {
  if (rank > zoom - 4) return 0;
  return Math.min(Math.max(0.5 + (zoom - 6) * 0.35 - (rank - 1) * 0.25, 0.6), 3.2);
}

/** The picture is coarse: it fades as one comes nearer. */
function reliefShare(zoom) {
  return Math.min(Math.max((12 - zoom) / 3, 0), 1);
}

/** The ground runs out at the end of what is known of it, so that the end looks like one and not like a border. */
function veil(ctx, [left, top, width, height], colour) {
  const sides = [[left, top, VEIL, height, 1, 0], [left + width, top, -VEIL, height, -1, 0], [left, top, width, VEIL, 0, 1], [left, top + height, width, -VEIL, 0, -1]];
  for (const [x, y, across, down, dx, dy] of sides) {
    const edge = ctx.createLinearGradient(x, y, x + dx * VEIL, y + dy * VEIL);
    edge.addColorStop(0, colour);
    edge.addColorStop(1, `${colour}00`); // six hexadecimal digits, made transparent
    ctx.fillStyle = edge;
    ctx.fillRect(x, y, across, down);
  }
}

function frameOf([[south, west], [north, east]], view) {
  const [left, top] = view.project(west, north);
  const [right, bottom] = view.project(east, south);
  return [left, top, right - left, bottom - top];
}
