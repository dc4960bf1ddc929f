// Visible area: the part of the map that nothing lies over.
// Names keep clear of date label, legend, buttons and the sheet of a phone, and what is to be seen is brought beside
// them.

import { prefersReducedMotion } from "#timemap/page/motion.js";
import { atOnce } from "#timemap/time/frames.js";

/** Degrees to which a view can be named, as in geodata/records/view_limits.json. */
export const FARTHEST = Object.freeze({ lat: 85, lon: 180 });
/** What lies over the map. */
const OVER = ".plate, .legend, .panel-shut, .panel, .leaflet-control, .map-buttons";
/** What comes and goes with the day: whole views do not keep clear of it, a single thing that is to be seen does. */
const PASSING = ".elsewhere, .caption";
/**
 * What names keep clear of.
 *
 * Also the arrows at the edges, the days at the divider, and the button that only stands there while scenes are
 * collected.
 */
const CLEAR_OF = `${OVER}, .elsewhere:not(.elsewhere-chosen), .divider-day, .collect`;
/** What a single thing that is to be seen keeps clear of. */
const ALL = `${OVER}, ${PASSING}`;
const CLOSE = 20; // pixels: nearer to an edge or to what lies over the map is not well seen
/** Pixels: so wide or so high is the map in a frame before its page gives it a size, and on no screen. */
const TINY = Object.freeze({ width: 300, height: 150 });
const ROOM = 48; // pixels around what the map follows: a sign is wide, and is not cut by an edge
const NEAR = 3; // pixels by which a map that only got another size may have moved
const WIDE = 1000; // pixels of free width for which the opening view is meant
const HIGHEST = 1.5; // zoom by which a small window opens higher

/**
 * @typedef {import("#timemap/types.d.ts").Box} Box
 * @typedef {import("#timemap/types.d.ts").Point} Point
 * @typedef {import("#timemap/types.d.ts").Viewport} Viewport
 *
 * @typedef {object} VisibleArea
 * @property {() => Box[]} covered what is covered, in pixels of the window of the map
 * @property {(view: Viewport, onGround?: L.LatLngBoundsExpression|null) => void} open show a view, with bounds that it
 *   must not leave, if any
 * @property {() => number} middle share of the window's width left of the middle of what is seen
 * @property {() => Viewport} currentView the view that `open` would need to show what is seen now
 * @property {() => number[]} bounds west, south, east and north of what is seen, in degrees
 * @property {(latlng: L.LatLng) => void} show bring a point into sight if it is not well seen
 * @property {(latlng: L.LatLng, ground: L.LatLngBounds) => boolean} centre bring a point near the middle of what is
 *   seen, as far as the ground reaches; whether the map moves for it
 * @property {(part: Element) => void} watch notice when a part that came later covers something else
 * @property {() => void} watchAll notice when what lies over the map now grows or shrinks
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
  /** @param {0|1} from @param {2|3} to @param {number} size */
  const edges = (from, to, size) =>
    [...new Set([0, size, ...boxes.flatMap((box) => [box[from], box[to]])])]
      .filter((at) => at >= 0 && at <= size)
      .sort((one, other) => one - other);
  const [across, down] = [edges(0, 2, width), edges(1, 3, height)];
  /** @type {Box} */
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
 * @param {Point} point
 * @param {Point} size
 * @param {Box[]} boxes
 * @returns {boolean}
 */
export function isClear({ x, y }, size, boxes) {
  const within = x >= CLOSE && y >= CLOSE && x <= size.x - CLOSE && y <= size.y - CLOSE;
  return (
    within &&
    !boxes.some(
      ([left, top, right, bottom]) => x > left - CLOSE && x < right + CLOSE && y > top - CLOSE && y < bottom + CLOSE,
    )
  );
}

/**
 * Return how far a window moves to bring a point to its middle, in pixels.
 *
 * The middle is that of its free part.
 *
 * It stays on the ground as far as the point then keeps clear of all edges, and stays where it is for a point that is
 * near the middle already.
 *
 * @param {Point} point
 * @param {Point} size of the window
 * @param {Box} free
 * @param {Box} ground
 * @returns {[number, number]}
 */
export function wayToMiddle({ x, y }, size, [left, top, right, bottom], ground) {
  const [across, down] = [x - (left + right) / 2, y - (top + bottom) / 2];
  if (Math.abs(across) <= (right - left) / 4 && Math.abs(down) <= (bottom - top) / 4) return [0, 0];
  /** @param {number} by @param {number} from @param {number} to */
  const within = (by, from, to) =>
    Math.round(to <= from ? 0 : Math.min(Math.max(by, Math.min(from, 0)), Math.max(to, 0)));
  /** @param {number} at @param {number} by @param {number} from @param {number} to */
  const clear = (at, by, from, to) => {
    const room = Math.min(ROOM, (to - from) / 4);
    return Math.round(Math.min(Math.max(by, at - to + room), at - from - room));
  };
  return [
    clear(x, within(across, ground[0], ground[2] - size.x), left, right),
    clear(y, within(down, ground[1], ground[3] - size.y), top, bottom),
  ];
}

/**
 * @typedef {{view: Viewport, onGround: L.LatLngBoundsExpression|null, center: L.LatLng, zoom: number}} Opened a view
 *   that was opened in a window that may not have its size yet, and where the map was then
 */

/**
 * Watch what lies over the map.
 *
 * @param {L.Map} map
 * @returns {VisibleArea}
 */
export function createVisibleArea(map) {
  const cover = createCover(map);
  const opener = createOpener(map, cover);
  map.on("resize", opener.again);
  watchSize(map);

  /** What `currentView` returned last, and where the map was then. */
  let seen = { at: "", view: /** @type {Viewport|null} */ (null) };

  /**
   * Return the view that `open` would need to show what is seen now.
   *
   * It stays while the map does: the legend may get longer or shorter without a change of what its reader looks at.
   */
  function currentView() {
    const { lat, lng } = map.getCenter();
    const at = JSON.stringify([lat, lng, map.getZoom(), map.getSize(), cover.free(".panel")]);
    const view = seen.view !== null && seen.at === at ? seen.view : measured();
    seen = { at, view };
    return { ...view };
  }

  /** @returns {Viewport} */
  function measured() {
    const box = cover.free(OVER);
    const [left, top, right, bottom] = box;
    const { lat, lng } = map.containerPointToLatLng([(left + right) / 2, (top + bottom) / 2]);
    return {
      lat: rounded(Math.min(Math.max(lat, -FARTHEST.lat), FARTHEST.lat), 1e4),
      lon: rounded(globalThis.L.Util.wrapNum(lng, [-FARTHEST.lon, FARTHEST.lon], true), 1e4),
      zoom: rounded(map.getZoom() + higherIn(box), 100),
    };
  }

  function middle() {
    const [left, , right] = cover.free(OVER);
    return (left + right) / 2 / Math.max(map.getContainer().clientWidth, 1);
  }

  /**
   * Of a telephone's window the panel covers a part.
   *
   * What else lies over the map is small, and what lies beside it is seen.
   */
  function bounds() {
    const [left, top, right, bottom] = cover.free(".panel");
    const [upper, lower] = [map.containerPointToLatLng([left, top]), map.containerPointToLatLng([right, bottom])];
    return [upper.lng, lower.lat, lower.lng, upper.lat].map((degrees) => Number(degrees.toFixed(6)));
  }

  /** @type {VisibleArea["show"]} */
  function show(latlng) {
    const point = map.latLngToContainerPoint(latlng);
    if (!isClear(point, map.getSize(), cover.look(ALL)))
      map.panBy(wayTo(point, cover.free(ALL)), { animate: !prefersReducedMotion(), duration: 0.25 });
  }

  /** @type {VisibleArea["centre"]} */
  function centre(latlng, within) {
    const [first, last] = [within.getNorthWest(), within.getSouthEast()].map((corner) =>
      map.latLngToContainerPoint(corner),
    );
    const way = wayToMiddle(map.latLngToContainerPoint(latlng), map.getSize(), cover.free(ALL), [
      first.x,
      first.y,
      last.x,
      last.y,
    ]);
    const moves = way.some((pixels) => pixels !== 0);
    if (moves) map.panBy(way, { duration: 0.28 });
    return moves;
  }

  const { covered, watch, watchAll, onChange } = cover;
  return { covered, open: opener.open, middle, currentView, bounds, show, centre, watch, watchAll, onChange };
}

/**
 * Watch which boxes of the window are covered.
 *
 * @param {L.Map} map
 */
function createCover(map) {
  const ground = map.getContainer();
  /** @type {(() => void)[]} */
  const listeners = [];
  const observer = new ResizeObserver(() => atOnce(lookAgain)); // names clear what has grown before it is painted
  let boxes = look(CLEAR_OF);

  /** @param {string} over */
  function look(over) {
    const around = ground.getBoundingClientRect();
    /** @type {Box[]} */
    const found = [];
    for (const part of document.querySelectorAll(over)) {
      const { left, top, right, bottom } = part.getBoundingClientRect();
      /** @type {Box} */
      const box = [
        Math.round(left - around.left),
        Math.round(top - around.top),
        Math.round(right - around.left),
        Math.round(bottom - around.top),
      ];
      if (
        box[0] < box[2] &&
        box[1] < box[3] &&
        box[0] < around.width &&
        box[1] < around.height &&
        box[2] > 0 &&
        box[3] > 0
      )
        found.push(box);
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

  map.on("resize", lookAgain);
  return {
    look,
    covered,
    /** The size is the element's: the map itself learns of a new one only later. @param {string} over */
    free: (over) => freeBox(ground.clientWidth, ground.clientHeight, look(over)),
    /** @param {Element} part */
    watch: (part) => observer.observe(part),
    watchAll() {
      covered();
      for (const part of document.querySelectorAll(CLEAR_OF)) observer.observe(part);
    },
    /** @param {() => void} run */
    onChange: (run) => void listeners.push(run),
  };
}

/**
 * Tell the map of a new size that has another cause than the window: the slider grows when it has its width.
 *
 * @param {L.Map} map
 */
function watchSize(map) {
  const ground = map.getContainer();
  new ResizeObserver(() => {
    const { x, y } = map.getSize();
    if (x !== ground.clientWidth || y !== ground.clientHeight) map.invalidateSize({ animate: false });
  }).observe(ground);
}

/**
 * Open views so that their middle is seen beside what lies over the map.
 *
 * @param {L.Map} map
 * @param {{free: (over: string) => Box}} cover
 */
function createOpener(map, { free }) {
  /** @type {Opened|null} */
  let opened = null;

  /**
   * @type {VisibleArea["open"]} a view that stays on the ground never shows what lies beyond it, whatever the shape of
   *   the
   *   window
   */
  function open({ lat, lon, zoom }, onGround = null) {
    const box = free(OVER);
    const least = onGround === null ? 0 : map.getBoundsZoom(onGround, true);
    map.setView([lat, lon], Math.max(zoom - higherIn(box), least), { animate: false });
    map.panBy(wayTo(map.latLngToContainerPoint([lat, lon]), box), { animate: false });
    if (onGround !== null) map.panInsideBounds(onGround, { animate: false });
    const { clientWidth, clientHeight } = map.getContainer();
    const isTiny = clientWidth <= TINY.width || clientHeight <= TINY.height;
    const own = { view: { lat, lon, zoom }, onGround, center: map.getCenter(), zoom: map.getZoom() };
    opened = own;
    if (isTiny) return;
    // What stands around the map may get its own size after the window did, and take some of the map's.
    requestAnimationFrame(() => requestAnimationFrame(() => {
      if (opened === own) opened = null;
    }));
  }

  return {
    open,
    /** Show again what was opened before the window had its real size; not where the map was moved since. */
    again() {
      if (opened === null) return;
      const { view, onGround, center, zoom } = opened;
      const off = map.latLngToContainerPoint(center).subtract(map.getSize().divideBy(2));
      if (map.getZoom() === zoom && Math.hypot(off.x, off.y) < NEAR) open(view, onGround);
    },
  };
}

/**
 * Return the way that brings a point into the middle of a box.
 *
 * @param {Point} point
 * @param {Box} box
 * @returns {[number, number]}
 */
function wayTo({ x, y }, [left, top, right, bottom]) {
  return [Math.round(x - (left + right) / 2), Math.round(y - (top + bottom) / 2)];
}

/**
 * Return by how much a small window sees from higher.
 *
 * @param {Box} box
 */
function higherIn([left, , right]) {
  return Math.min(HIGHEST, Math.max(0, Math.log2(WIDE / Math.max(right - left, 1))));
}

/** @param {number} value @param {number} steps of one */
function rounded(value, steps) {
  return Math.round(value * steps) / steps;
}
