// Groups of events that would cover each other, or counts in cells. Neither depends on how the map is panned.
import tokens from "#timemap/style/tokens.json" with { type: "json" };
import { cellsOf, createCellGrid } from "#timemap/events/cellgrid.js";
import { worldX, worldY } from "#timemap/map/geometry.js";

/** @import {Box, CanvasView, Events} from "#timemap/types.d.ts" */
/** @import {At} from "#timemap/labels/labelplacement.js" */
/** @import {CellGrid, Points} from "#timemap/events/cellgrid.js" */
/** @typedef {Pick<Events, "lon"|"lat"|"spot"> & Partial<Pick<Events, "own">>} Located */

/** Symbols nearer to each other than this, in pixels, are one group. */
const TOGETHER = tokens.events.together;
/** The same for events of many days, which would pile up. Their symbols touch then. */
const TOGETHER_OF_MANY_DAYS = 22;
/** Side of a counted cell in pixels, about that of a symbol with its number. */
export const CELL = 40;
/** Up to so many events groups follow the events. Those of more are cells as wide as a group. */
const FREE = 20_000;
/** More events in the window of the map than this are counted into cells. */
export const MOST = 1000;

const KEPT_ZOOMS = 4;

/**
 * @typedef {object} Group
 * @property {number} x of its topmost event, or of the spot of most of many days, in canvas pixels
 * @property {number} y
 * @property {number[]} members indices of events, the topmost last
 * @property {At} [at] its spot, where its symbol stands elsewhere
 * @property {At} [foot] end of the line from its symbol to its spot
 * @property {boolean} [onMark] whether a mark stands at its spot
 */

/**
 * @typedef {{columns: number, left: number, top: number, counts: Int32Array, own: Int32Array|null}} Cells `own` are the
 *   counts of own events; null where there are none
 */

/**
 * What is to be drawn: groups, or cells where there are too many.
 *
 * @typedef {object} Crowd
 * @property {Group[]} groups the topmost last
 * @property {Cells|null} cells
 * @property {number} inView how many events are drawn or counted
 */

/** @type {WeakMap<Located, EventGroups>} */
const groupings = new WeakMap();

/**
 * Return the grouping of events, made once.
 *
 * Map and legend speak of the same groups.
 *
 * @param {Located} events
 * @returns {EventGroups}
 */
export function groupsOf(events) {
  const groups = groupings.get(events) ?? createEventGroups(events);
  groupings.set(events, groups);
  return groups;
}

/** @typedef {ReturnType<typeof createEventGroups>} EventGroups */

/**
 * Make the grouping of events.
 *
 * @param {Located} events
 */
export function createEventGroups(events) {
  const x = Float64Array.from(events.lon, worldX);
  const y = Float64Array.from(events.lat, worldY);
  /** @type {Map<string, Int32Array>} */
  const kept = new Map();
  const gridAt = createGrids({ x, y, own: events.own });

  /** Number the groups of events at a zoom. @type {(scale: number, ofManyDays: boolean) => Int32Array} */
  function groupsAt(scale, ofManyDays) {
    const key = `${scale} ${ofManyDays}`;
    const known = kept.get(key);
    if (known) return known;
    if (kept.size >= KEPT_ZOOMS) kept.delete([...kept.keys()][0]);
    const perStep = scale / (ofManyDays ? TOGETHER_OF_MANY_DAYS : TOGETHER);
    const groups = x.length > FREE ? cellsOf(x, y, perStep).cellOf : merge(events, x, y, perStep);
    kept.set(key, groups);
    return groups;
  }

  /**
   * Gather the events in view.
   *
   * @param {Int32Array} visible
   * @param {CanvasView} view
   * @param {number} selected
   * @param {Int32Array|null} [own] events of the day, which lie over those of other days; null for no difference
   * @param {boolean} [ofManyDays] they gather into fewer groups, where most of them are
   * @returns {Crowd}
   */
  function crowd(visible, view, selected, own = null, ofManyDays = false) {
    const grid = gridAt(view.scale, visible);
    if (grid.areMoreIn(seenBox(view), MOST)) {
      const cells = cellsIn(grid, view);
      return { groups: [], cells, inView: cells.counts.reduce((sum, count) => sum + count, 0) };
    }
    const here = grid.within(view.box);
    const groupOf = groupsAt(view.scale, ofManyDays);
    /** @type {Map<number, number[]>} */
    const groups = new Map();
    for (const index of here) {
      const known = groups.get(groupOf[index]);
      if (known) known.push(index);
      else groups.set(groupOf[index], [index]);
    }
    const rank = rankOf(events.spot.length, selected, own);
    const list = [...groups].map(([group, members]) => {
      const isMixed = own !== null || groupOf[selected] === group; // else they stand in order
      if (isMixed) members.sort((one, other) => rank(one) - rank(other));
      const topmost = members[members.length - 1];
      const top = ofManyDays && topmost !== selected ? commonest(events.spot, members) : topmost;
      return { x: x[top] * view.scale - view.originX, y: y[top] * view.scale - view.originY, members };
    });
    /** @param {Group} group */
    const last = ({ members }) => rank(members[members.length - 1]);
    list.sort((one, other) => last(one) - last(other));
    return { groups: list, cells: null, inView: here.length };
  }

  /** @type {(visible: Int32Array, view: CanvasView, atX: number, atY: number) => number[]} */
  function inCell(visible, view, atX, atY) {
    return gridAt(view.scale, visible).at((atX + view.originX) / CELL, (atY + view.originY) / CELL);
  }

  /**
   * Return the events in a box; null where they are so many that they are counted.
   *
   * @type {(visible: Int32Array, box: Box, scale: number) => Int32Array|null}
   */
  function drawnIn(visible, box, scale) {
    const grid = gridAt(scale, visible);
    return grid.areMoreIn(box, MOST) ? null : grid.within(box);
  }

  /** Whether some are drawn as one. @type {(indices: number[], scale: number, ofManyDays?: boolean) => boolean} */
  function anyTogether(indices, scale, ofManyDays = false) {
    if (indices.length < 2) return false;
    const groupOf = groupsAt(scale, ofManyDays);
    return new Set(indices.map((index) => groupOf[index])).size < indices.length;
  }

  return { x, y, crowd, inCell, drawnIn, anyTogether };
}

/** Make what returns the grid at a zoom, with what is seen counted. @param {Points} points */
function createGrids(points) {
  /** @type {Map<number, CellGrid>} */
  const grids = new Map();
  return (/** @type {number} */ scale, /** @type {Int32Array} */ visible) => {
    const grid = grids.get(scale) ?? createCellGrid(points, scale / CELL);
    if (!grids.has(scale) && grids.size >= KEPT_ZOOMS) grids.delete([...grids.keys()][0]);
    grids.set(scale, grid);
    grid.see(visible);
    return grid;
  };
}

/** @param {CanvasView} view @returns {Box} the window in world coordinates */
function seenBox({ seen: [left, top, right, bottom], originX, originY, scale }) {
  return [(left + originX) / scale, (top + originY) / scale, (right + originX) / scale, (bottom + originY) / scale];
}

/**
 * Return the last event at the spot that most of them share.
 *
 * @param {Int32Array} spot
 * @param {number[]} members
 * @returns {number}
 */
function commonest(spot, members) {
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (const index of members) counts.set(spot[index], (counts.get(spot[index]) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return members.filter((index) => counts.get(spot[index]) === most).pop() ?? members[members.length - 1];
}

/**
 * Return the counts of the cells that a view covers.
 *
 * @param {CellGrid} grid
 * @param {CanvasView} view
 * @returns {Cells}
 */
function cellsIn({ each, columns: columnOf, rows: rowOf, counts: countOf, ownCounts }, view) {
  const left = Math.floor(view.originX / CELL);
  const top = Math.floor(view.originY / CELL);
  const columns = Math.ceil(view.width / CELL) + 1;
  const rows = Math.ceil(view.height / CELL) + 1;
  const counts = new Int32Array(columns * rows);
  const own = ownCounts ? new Int32Array(columns * rows) : null;
  each(view.box, (cell) => {
    const [column, row] = [columnOf[cell] - left, rowOf[cell] - top];
    if (column >= columns || row >= rows) return;
    counts[row * columns + column] = countOf[cell];
    if (own && ownCounts) own[row * columns + column] = ownCounts[cell];
  });
  return { columns, left: left * CELL - view.originX, top: top * CELL - view.originY, counts, own };
}

/**
 * Rank events. The chosen one lies on top, then those of the day, then the latest.
 *
 * @param {number} count
 * @param {number} selected
 * @param {Int32Array|null} own
 * @returns {(index: number) => number}
 */
function rankOf(count, selected, own) {
  const ofDay = new Set(own);
  return (index) => (index === selected ? Infinity : index + (ofDay.has(index) ? count : 0));
}

/** @type {(events: Pick<Events, "spot">, x: Float64Array, y: Float64Array, perStep: number) => Int32Array} */
function merge({ spot }, x, y, perStep) {
  /** @type {Map<number, number>} */
  const groupOfSpot = new Map();
  /** @type {Anchors} */
  const anchors = new Map();
  const groups = new Int32Array(spot.length);
  for (let index = 0; index < spot.length; index += 1) {
    groups[index] = groupOfSpot.get(spot[index]) ?? near(anchors, x[index] * perStep, y[index] * perStep, index);
    groupOfSpot.set(spot[index], groups[index]);
  }
  return groups;
}

/** @typedef {Map<number, {x: number, y: number, group: number}[]>} Anchors first events of groups, by cell */

/**
 * Return the group that has its first event within a step, or a new one.
 *
 * @param {Anchors} anchors
 * @param {number} x
 * @param {number} y
 * @param {number} group
 * @returns {number}
 */
function near(anchors, x, y, group) {
  const [column, row] = [Math.floor(x), Math.floor(y)];
  for (let dx = -1; dx <= 1; dx += 1) {
    for (let dy = -1; dy <= 1; dy += 1) {
      for (const anchor of anchors.get((column + dx) * 0x4000000 + row + dy) ?? []) {
        if ((anchor.x - x) ** 2 + (anchor.y - y) ** 2 < 1) return anchor.group;
      }
    }
  }
  const key = column * 0x4000000 + row;
  anchors.set(key, [...(anchors.get(key) ?? []), { x, y, group }]);
  return group;
}
