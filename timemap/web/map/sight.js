// Plate, legend, buttons and the sheet of a phone lie over the map: names keep clear of them, and what is to be seen is brought beside them.

import { prefersReducedMotion } from "#timemap/page/motion.js";
import { atOnce } from "#timemap/time/frames.js";

/** What lies over the map. */
const OVER = ".plate, .legend, .panel-shut, .panel, .leaflet-control, .map-buttons";
/** What comes and goes with the day: whole views do not keep clear of it, a single thing that is to be seen does. */
const PASSING = ".elsewhere, .caption";
/** What names keep clear of: also the arrows at the edges and of the button that only stands there while scenes are collected. */
const CLEAR_OF = `${OVER}, .elsewhere:not(.elsewhere-chosen), .collect`;
const CLOSE = 20; // pixels: nearer to an edge or to what lies over the map is not well seen
const TINY = 300; // pixels: so wide is a frame before its page gives it a size, and no screen
const ROOM = 48; // pixels around what the map follows: a sign is wide, and is not cut by an edge
const NEAR = 3; // pixels by which a map that only got another size may have moved
const WIDE = 1000; // pixels of free width for which the opening view is meant
const HIGHEST = 1.5; // zoom by which a small window opens higher

/**
 * @typedef {import("#timemap/map/geometry.js").Box} Box
 * @typedef {object} Sight
 * @property {() => Box[]} covered what is covered, in pixels of the window of the map
 * @property {(view: {lat: number, lon: number, zoom: number}, onGround?: L.LatLngBoundsExpression|null) => void} open show a view, with bounds that it must not leave, if any
 * @property {() => number} middle share of the window's width left of the middle of what is seen
 * @property {() => {lat: number, lon: number, zoom: number}} here the view that `open` would need to show what is seen now
 * @property {() => number[]} bounds west, south, east and north of what is seen, in degrees
 * @property {(latlng: L.LatLng) => void} show bring a point into sight if it is not well seen
 * @property {(latlng: L.LatLng, ground: L.LatLngBounds) => boolean} centre bring a point near the middle of what is seen, as far as the ground reaches; whether the map moves for it
 * @property {(part: Element) => void} watch notice when a part that came later covers something else
 * @property {(run: () => void) => void} onChange tell when something else is covered
 */

/**
 * Return the largest part of a window that no box covers.
 *
 * @param {number} width
 * @param {number} height
 * @param {Box[]} boxes
 * @returns {Box} the whole window where all of it is covered
 */
export function freeBox(width, height, boxes) {
  const edges = (from, to, size) => [...new Set([0, size, ...boxes.flatMap((box) => [box[from], box[to]])])].filter((at) => at >= 0 && at <= size).sort((one, other) => one - other);
  const [across, down] = [edges(0, 2, width), edges(1, 3, height)];
  let best = [0, 0, width, height];
  let most = 0;
  for (const left of across) {
    for (const right of across) {
      for (const top of down) {
        for (const bottom of down) {
          const area = (right - left) * (bottom - top);
          if (right <= left || bottom <= top || area <= most) continue;
          if (boxes.some((box) => box[0] < right && box[2] > left && box[1] < bottom && box[3] > top)) continue;
          best = [left, top, right, bottom];
          most = area;
        }
      }
    }
  }
  return best;
}

/**
 * Return whether a point of the window is well seen.
 *
 * @param {{x: number, y: number}} point
 * @param {{x: number, y: number}} size
 * @param {Box[]} boxes
 * @returns {boolean}
 */
export function isClear({ x, y }, size, boxes) {
  const within = x >= CLOSE && y >= CLOSE && x <= size.x - CLOSE && y <= size.y - CLOSE;
  return within && !boxes.some(([left, top, right, bottom]) => x > left - CLOSE && x < right + CLOSE && y > top - CLOSE && y < bottom + CLOSE);
}

/**
 * Return by how many pixels a window has to move for a point to come into the middle of its free part.
 *
 * It stays on the ground as far as the point then keeps clear of all edges, and stays where it is for a point that is near the middle already.
 *
 * @param {{x: number, y: number}} point
 * @param {{x: number, y: number}} size of the window
 * @param {Box} free
 * @param {Box} ground
 * @returns {[number, number]}
 */
export function wayToMiddle({ x, y }, size, [left, top, right, bottom], ground) {
  const [across, down] = [x - (left + right) / 2, y - (top + bottom) / 2];
  if (Math.abs(across) <= (right - left) / 4 && Math.abs(down) <= (bottom - top) / 4) return [0, 0];
  const within = (by, from, to) => Math.round(to <= from ? 0 : Math.min(Math.max(by, Math.min(from, 0)), Math.max(to, 0)));
  const clear = (at, by, from, to) => {
    const room = Math.min(ROOM, (to - from) / 4);
    return Math.round(Math.min(Math.max(by, at - to + room), at - from - room));
  };
  return [clear(x, within(across, ground[0], ground[2] - size.x), left, right), clear(y, within(down, ground[1], ground[3] - size.y), top, bottom)];
}

/**
 * Watch what lies over the map; made when all of that is in the page.
 *
 * @param {L.Map} map
 * @returns {Sight}
 */
export function createSight(map) {
  const ground = map.getContainer();
  const listeners = [];
  let boxes = look(CLEAR_OF);
  let opened = null; // the view that was opened in a window that has not its size yet, and where the map was then

  function look(over) {
    const [around, found] = [ground.getBoundingClientRect(), []];
    for (const part of document.querySelectorAll(over)) {
      const { left, top, right, bottom } = part.getBoundingClientRect();
      const box = [left - around.left, top - around.top, right - around.left, bottom - around.top].map(Math.round);
      if (box[0] < box[2] && box[1] < box[3] && box[0] < around.width && box[1] < around.height && box[2] > 0 && box[3] > 0) found.push(box);
    }
    return found;
  }

  function lookAgain() {
    const before = String(boxes);
    boxes = look(CLEAR_OF);
    if (String(boxes) !== before) for (const run of listeners) run();
  }

  /** Look before it is told: what has changed in this frame is no news to who asks in it. */
  function covered() {
    boxes = look(CLEAR_OF);
    return boxes;
  }

  const observer = new ResizeObserver(() => atOnce(lookAgain)); // names clear what has grown before it is painted
  for (const part of document.querySelectorAll(CLEAR_OF)) observer.observe(part);
  map.on("resize", lookAgain);
  map.on("resize", openAgain);

  const all = () => look(`${OVER}, ${PASSING}`);
  const free = (boxesOver) => freeBox(ground.clientWidth, ground.clientHeight, boxesOver); // the map itself learns of a new size only later

  function by({ x, y }, [left, top, right, bottom]) {
    return [Math.round(x - (left + right) / 2), Math.round(y - (top + bottom) / 2)];
  }

  /** A small window sees somewhat less from somewhat higher. */
  function higherIn([left, , right]) {
    return Math.min(HIGHEST, Math.max(0, Math.log2(WIDE / Math.max(right - left, 1))));
  }

  /** Show again what was opened before the window had its real size; not where the map was moved since. */
  function openAgain() {
    if (opened === null) return;
    const { view, onGround, center, zoom } = opened;
    const off = map.latLngToContainerPoint(center).subtract(map.getSize().divideBy(2));
    if (map.getZoom() === zoom && Math.hypot(off.x, off.y) < NEAR) open(view, onGround);
  }

  /** A view that stays on the ground never shows what lies beyond it, whatever the shape of the window. */
  function open({ lat, lon, zoom }, onGround = null) {
    const box = free(look(OVER));
    const least = onGround === null ? 0 : map.getBoundsZoom(onGround, true);
    map.setView([lat, lon], Math.max(zoom - higherIn(box), least), { animate: false });
    map.panBy(by(map.latLngToContainerPoint([lat, lon]), box), { animate: false });
    if (onGround !== null) map.panInsideBounds(onGround, { animate: false });
    const isTiny = ground.clientWidth <= TINY;
    opened = isTiny ? { view: { lat, lon, zoom }, onGround, center: map.getCenter(), zoom: map.getZoom() } : null;
  }

  function middle() {
    const [left, , right] = free(look(OVER));
    return (left + right) / 2 / Math.max(ground.clientWidth, 1);
  }

  function here() {
    const box = free(look(OVER));
    const [left, top, right, bottom] = box;
    const { lat, lng } = map.containerPointToLatLng([(left + right) / 2, (top + bottom) / 2]);
    const [north, east, zoom] = [[Math.min(Math.max(lat, -85), 85), 1e4], [globalThis.L.Util.wrapNum(lng, [-180, 180], true), 1e4], [map.getZoom() + higherIn(box), 100]].map(([value, steps]) => Math.round(value * steps) / steps);
    return { lat: north, lon: east, zoom };
  }

  /** Of a telephone's window the panel covers a part; what else lies over the map is small, and what lies beside it is seen. */
  function bounds() {
    const [left, top, right, bottom] = free(look(".panel"));
    const [upper, lower] = [[left, top], [right, bottom]].map((corner) => map.containerPointToLatLng(corner));
    return [upper.lng, lower.lat, lower.lng, upper.lat].map((degrees) => Number(degrees.toFixed(6)));
  }

  function show(latlng) {
    const point = map.latLngToContainerPoint(latlng);
    if (!isClear(point, map.getSize(), all())) map.panBy(by(point, free(all())), { animate: !prefersReducedMotion(), duration: 0.25 });
  }

  function centre(latlng, within) {
    const corners = [within.getNorthWest(), within.getSouthEast()].map((corner) => map.latLngToContainerPoint(corner));
    const edges = corners.flatMap(({ x, y }) => [x, y]);
    const way = wayToMiddle(map.latLngToContainerPoint(latlng), map.getSize(), free(all()), edges);
    const moves = way.some((pixels) => pixels !== 0);
    if (moves) map.panBy(way, { duration: 0.28 });
    return moves;
  }

  const watch = (part) => observer.observe(part);
  return { covered, open, middle, here, bounds, show, centre, watch, onChange: (run) => listeners.push(run) };
}
