// How events are drawn: a symbol each, a badge with the number where several lie together, a ring where the place is uncertain, counted cells where there are too many.
import { CELL } from "#timemap/events/eventgroups.js";
import { FARTHEST } from "#timemap/events/symbolplaces.js";
import { createSymbols, RADIUS } from "#timemap/events/symbols.js";
import { blankCanvas, finished } from "#timemap/page/nodes.js";

/** How far an event may lie from its point, in km, by how its place is known: a customary reach, not a measured one. */
const REACH_KM = Object.freeze({ town: 1.5, area: 8 });

const EQUATOR_KM = 40075;
const LEAST_RING = 13; // pixels
const MOST_RING = 400;
const LEAST_ROUND_MARK = 26; // pixels; smaller ones round a town or the focus hide it and say nothing
const TOWN_RING_FROM = 26; // pixels; smaller rings of towns say nothing
const FADED = 0.34;
const FADING_DAYS = 720;
const LEVELS = 6;
/** More groups than this hide each other: rings shrink, and symbols stand on their spots. */
export const CROWDED = 150;
const LARGEST_SPRITE = 48; // radius in pixels; only the chosen event has a larger ring, else circles would cover the map
const WIDEST = LARGEST_SPRITE + 4; // pixels from an event to the end of what is drawn of it, but for that ring
const INK = "#1d1d1b";
const PAPER = "#ffffff";
/** The colour of the ring round what a scene is about. */
export const MARKED = "#c2410c";
const FONT = "system-ui, 'Noto Sans', 'DejaVu Sans', sans-serif";

/**
 * Return how strongly an event is drawn when it ended so many days ago, in a few steps from 1 down.
 *
 * @param {number} age
 * @returns {number}
 */
export function strength(age) {
  const part = Math.min(1, age / FADING_DAYS) ** 0.6;
  return 1 - (1 - FADED) * (Math.round(part * LEVELS) / LEVELS);
}

/**
 * Return the radius of the ring in which an event may lie, in pixels; 0 for none.
 *
 * @param {"exact"|"town"|"area"} where
 * @param {number} lat
 * @param {number} scale pixels of the whole world
 * @returns {number}
 */
export function ringRadius(where, lat, scale) {
  if (!(where in REACH_KM)) return 0;
  const radius = ((REACH_KM[where] / EQUATOR_KM) * scale) / Math.cos((lat * Math.PI) / 180);
  if (where === "town") return radius < TOWN_RING_FROM || radius > MOST_RING ? 0 : radius;
  return Math.min(MOST_RING, Math.max(LEAST_RING, radius));
}

/**
 * Return a count in at most four characters.
 *
 * @param {number} count
 * @returns {string}
 */
export function shortCount(count) {
  if (count < 1000) return String(count);
  return count < 9950 ? `${(count / 1000).toFixed(1)}k` : `${Math.round(count / 1000)}k`;
}

/** @typedef {import("#timemap/map/geometry.js").Box} Box */

/**
 * Make the painter of events; what lies outside a box is left out where one is given.
 *
 * @param {{data: object, events: object}} context
 * @returns {{groups: (ctx: CanvasRenderingContext2D, view: object, groups: object[], state: object & {own: Int32Array|null, focused: number}, box?: Box) => void, cells: (ctx: CanvasRenderingContext2D, view: object, cells: object, box?: Box) => void, setScale: (scale: number) => void}}
 */
export function createEventMarks({ data, events }) {
  const symbols = createSymbols(data.categories);
  const sprites = new Map();
  let scale = 1;

  function kept(key, make) {
    if (!sprites.has(key)) sprites.set(key, make());
    return sprites.get(key);
  }

  function groups(ctx, view, all, state, box) {
    const list = box ? all.filter(reaches(box, state.selected)) : all;
    const ofDay = state.own && new Set(state.own);
    const lookOf = (index) => (index === state.selected ? "selected" : ofDay === null || ofDay.has(index) ? "plain" : "beside");
    const strengthOf = ({ members }) => {
      const top = members[members.length - 1];
      return state.mode === "until" && top !== state.selected ? strength(events.age(top, state.moment)) : 1;
    };
    rings(ctx, all.length > CROWDED ? 0 : view.scale, list, { ...state, ratio: view.ratio }, strengthOf);
    for (const group of list) if (group.at && (group.at[0] !== group.x || group.at[1] !== group.y)) stem(ctx, group, scale);
    for (const group of list) {
      const { x, y, members } = group;
      const top = members[members.length - 1];
      ctx.globalAlpha = strengthOf(group);
      const most = state.mode === "day" ? 2 : 0; // of many days the number alone tells of those below
      for (let behind = Math.min(most, members.length - 1); behind >= 1; behind -= 1) {
        copy(ctx, spriteOf(view, members[members.length - 1 - behind], lookOf), x + 4 * behind, y - 3 * behind, scale);
      }
      if (state.marked && members.some((member) => state.marked[member])) halo(ctx, x, y, MARKED, scale);
      copy(ctx, spriteOf(view, top, lookOf), x, y, scale);
      if (members.length > 1) badge(ctx, view, x - (RADIUS + 5) * scale, y - (RADIUS + 4) * scale, members.length); // names stand to the right and below
      if (members.includes(state.focused)) halo(ctx, x, y, INK, scale);
    }
    ctx.globalAlpha = 1;
  }

  function reaches([left, upper, right, lower], selected) {
    const wide = (WIDEST + FARTHEST) * scale;
    const isNear = ({ x, y }) => x > left - wide && x < right + wide && y > upper - wide && y < lower + wide;
    return (group) => isNear(group) || group.members[group.members.length - 1] === selected;
  }

  function spriteOf(view, index, lookOf) {
    return symbols.sprite(events.mainCategory(index), lookOf(index), view.ratio * scale);
  }

  /** @param {number} world scale of the map; 0 in a crowd, where rings shrink to their least */
  function rings(ctx, world, list, { selected, ratio }, strengthOf) {
    for (const group of list) {
      const top = group.members[group.members.length - 1];
      const where = events.where[top];
      const full = Math.round(ringRadius(where, events.lat[top], world));
      const radius = full > LARGEST_SPRITE && top !== selected ? Math.round(ringRadius(where, events.lat[top], 0)) : full;
      if (radius === 0 || (group.onMark && radius < LEAST_ROUND_MARK && top !== selected)) continue;
      ctx.globalAlpha = strengthOf(group) * (top === selected ? 1 : 0.7);
      const [x, y] = group.at ?? [group.x, group.y];
      if (radius > LARGEST_SPRITE) drawRing(ctx, x, y, radius, where);
      else copy(ctx, kept(`ring ${where} ${radius} ${ratio}`, () => sprite(2 * radius + 6, ratio, (on, middle) => drawRing(on, middle, middle, radius, where))), x, y);
    }
  }

  function badge(ctx, view, x, y, count) {
    const text = shortCount(count);
    copy(ctx, kept(`badge ${text} ${view.ratio}`, () => sprite(34, view.ratio, (on, middle) => {
      const half = Math.max(8, text.length * 3.7 + 4);
      on.beginPath();
      on.roundRect(middle - half, middle - 8, 2 * half, 16, 8);
      on.fillStyle = INK;
      on.fill();
      write(on, text, middle, PAPER);
    })), x, y);
  }

  function cells(ctx, view, { columns, left, top, counts }, box = [0, 0, view.width, view.height]) {
    const most = counts.reduce((one, other) => Math.max(one, other), 1);
    const pictures = new Map(); // by count
    for (let at = 0; at < counts.length; at += 1) {
      const count = counts[at];
      const [x, y] = [left + (at % columns) * CELL, top + Math.floor(at / columns) * CELL];
      if (count === 0 || x >= box[2] || y >= box[3] || x + CELL <= box[0] || y + CELL <= box[1]) continue;
      if (!pictures.has(count)) pictures.set(count, cellPicture(shortCount(count), levelOf(count, most), view.ratio));
      copy(ctx, pictures.get(count), x + CELL / 2, y + CELL / 2);
    }
  }

  function cellPicture(text, level, ratio) {
    return kept(`count ${text} ${level} ${ratio}`, () => sprite(CELL, ratio, (on, middle) => {
      on.fillStyle = SHADES[level];
      on.fillRect(0.5, 0.5, CELL - 1, CELL - 1);
      write(on, text, middle, level < 2 ? INK : PAPER);
    }));
  }

  return {
    groups, cells, scale: () => scale,
    setScale(factor) {
      scale = factor;
    },
  };
}

/** Cells from few to many; their numbers keep a contrast of 4.5 to 1. */
const SHADES = Object.freeze(["#f1eef6e6", "#c9c5e0e6", "#6f63a8f0", "#41307af2"]);

function levelOf(count, most) {
  return Math.min(SHADES.length - 1, Math.floor((SHADES.length * Math.log1p(count)) / Math.log1p(most)));
}

/** Whole pixels keep symbols sharp and copying cheap. */
function copy(ctx, { image, size }, x, y, scale = 1) {
  const side = size * scale;
  ctx.drawImage(image, Math.round(x - side / 2), Math.round(y - side / 2), side, side);
}

function halo(ctx, x, y, colour, scale) {
  ctx.globalAlpha = 1;
  for (const [stroke, width] of [[PAPER, 6], [colour, 3]]) {
    ctx.beginPath();
    ctx.arc(x, y, (RADIUS + 8) * scale, 0, Math.PI * 2);
    ctx.strokeStyle = stroke;
    ctx.lineWidth = width;
    ctx.stroke();
  }
}

/** A line from a symbol to its spot. */
function stem(ctx, { x, y, foot }, scale) {
  for (const [colour, width] of [[PAPER, 3.4], [INK, 1.4]]) {
    ctx.beginPath();
    ctx.moveTo(x, y);
    ctx.lineTo(...foot);
    ctx.strokeStyle = colour;
    ctx.lineWidth = width * scale;
    ctx.stroke();
  }
}

function drawRing(ctx, x, y, radius, where) {
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, Math.PI * 2);
  ctx.setLineDash([]);
  ctx.strokeStyle = PAPER;
  ctx.lineWidth = 3;
  ctx.stroke();
  ctx.setLineDash(where === "area" ? [4, 3.5] : []);
  ctx.strokeStyle = INK;
  ctx.lineWidth = 1.3;
  ctx.stroke();
  ctx.setLineDash([]);
}

function write(ctx, text, middle, colour) {
  ctx.font = `600 12px ${FONT}`;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillStyle = colour;
  ctx.fillText(text, middle, middle + 0.5, 2 * middle - 1);
}

/** Draw a small square picture once, to be copied. */
function sprite(size, ratio, draw) {
  const image = blankCanvas(Math.round(size * ratio), Math.round(size * ratio));
  const ctx = image.getContext("2d");
  ctx.scale(image.width / size, image.height / size);
  draw(ctx, size / 2);
  return { image: finished(image), size };
}
