// The visual centre of an area is the point inside it that is farthest from its outline, found as in Mapbox's polylabel (Agafonkin 2016).

import { boxOf } from "#timemap/map/geometry.js";

/**
 * Return the visual centre of an area and how far it lies from the outline.
 *
 * @param {ArrayLike<number>[]} rings outlines and holes, x and y in turn; the even-odd rule decides what is inside
 * @param {number} [precision] part of the area's width at which the search stops
 * @returns {{x: number, y: number, distance: number}|null} null for an empty area
 */
export function visualCentre(rings, precision = 0.01) {
  const [west, south, east, north] = boxOf(rings);
  const width = east - west;
  const height = north - south;
  const size = Math.min(width, height);
  if (!(size > 0)) return null;
  const enough = Math.max(width, height) * precision;
  const queue = [];
  for (let x = west; x < east; x += size) {
    for (let y = south; y < north; y += size) queue.push(square(x + size / 2, y + size / 2, size / 2, rings));
  }
  let best = square(west + width / 2, south + height / 2, 0, rings);
  while (queue.length > 0) {
    let at = 0;
    for (let index = 1; index < queue.length; index += 1) if (queue[index].most > queue[at].most) at = index;
    const [cell] = queue.splice(at, 1);
    if (cell.distance > best.distance) best = cell;
    if (cell.most - best.distance <= enough) break;
    const half = cell.half / 2;
    for (const dx of [-half, half]) for (const dy of [-half, half]) queue.push(square(cell.x + dx, cell.y + dy, half, rings));
  }
  return { x: best.x, y: best.y, distance: best.distance };
}

function square(x, y, half, rings) {
  const distance = signedDistance(x, y, rings);
  return { x, y, half, distance, most: distance + half * Math.SQRT2 };
}

/** Distance to the outline, negative outside. */
function signedDistance(x, y, rings) {
  let inside = false;
  let nearest = Infinity;
  for (const ring of rings) {
    const count = ring.length / 2;
    for (let at = 0, before = count - 1; at < count; before = at, at += 1) {
      const ax = ring[2 * at];
      const ay = ring[2 * at + 1];
      const bx = ring[2 * before];
      const by = ring[2 * before + 1];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
      nearest = Math.min(nearest, squaredDistance(x, y, ax, ay, bx, by));
    }
  }
  return (inside ? 1 : -1) * Math.sqrt(nearest);
}

function squaredDistance(x, y, ax, ay, bx, by) {
  let dx = bx - ax;
  let dy = by - ay;
  const length = dx * dx + dy * dy;
  const part = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
  dx = x - (ax + part * dx);
  dy = y - (ay + part * dy);
  return dx * dx + dy * dy;
}
