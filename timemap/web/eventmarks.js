// How events are drawn: a symbol each, a badge with the number where several lie together, a ring where the place is uncertain, counted cells where there are too many.
import { CELL } from "#timemap/eventgroups.js";
import { blankCanvas, createSymbols, RADIUS } from "#timemap/symbols.js";

/** How far an event may lie from its point, in km, by how its place is known: a customary reach, not a measured one. */
export const REACH_KM = Object.freeze({ town: 1.5, area: 8 });

const EQUATOR_KM = 40075;
const LEAST_RING = 13; // pixels
const MOST_RING = 400;
const TOWN_RING_FROM = 26; // pixels; smaller rings of towns say nothing
const FADED = 0.34;
const FADING_DAYS = 720;
const LEVELS = 6;
const INK = "#1d1d1b";
const PAPER = "#ffffff";
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

/**
 * Make the painter of events.
 *
 * @param {{data: object, events: object}} context
 * @returns {{groups: (ctx: CanvasRenderingContext2D, view: object, groups: object[], state: object, focused: number) => void, cells: (ctx: CanvasRenderingContext2D, view: object, cells: object) => void}}
 */
export function createEventMarks({ data, events }) {
  const symbols = createSymbols(data.categories);
  const labels = new Map();

  function label(text, ratio, pixels, colour) {
    const key = `${text} ${ratio} ${pixels} ${colour}`;
    if (!labels.has(key)) labels.set(key, write(text, ratio, pixels, colour));
    return labels.get(key);
  }

  function groups(ctx, view, list, state, focused) {
    const strengthOf = ({ members }) => {
      const top = members[members.length - 1];
      return state.mode === "until" && top !== state.selected ? strength(events.age(top, state.moment)) : 1;
    };
    rings(ctx, view, list, state, strengthOf);
    for (const group of list) {
      const { x, y, members } = group;
      const top = members[members.length - 1];
      ctx.globalAlpha = strengthOf(group);
      for (let behind = Math.min(2, members.length - 1); behind >= 1; behind -= 1) {
        copy(ctx, symbols.sprite(events.category[members[members.length - 1 - behind]], "plain", view.ratio), x + 4 * behind, y - 3 * behind);
      }
      copy(ctx, symbols.sprite(events.category[top], top === state.selected ? "selected" : "plain", view.ratio), x, y);
      if (members.length > 1) badge(ctx, view, x + RADIUS + 6, y - RADIUS - 5, members.length);
      if (members.includes(focused)) halo(ctx, x, y);
    }
    ctx.globalAlpha = 1;
  }

  function rings(ctx, view, list, state, strengthOf) {
    ctx.lineWidth = 1.4;
    for (const group of list) {
      const top = group.members[group.members.length - 1];
      const radius = ringRadius(events.where[top], events.lat[top], view.scale);
      if (radius === 0) continue;
      ctx.globalAlpha = strengthOf(group) * (top === state.selected ? 1 : 0.7);
      ctx.beginPath();
      ctx.arc(group.x, group.y, radius, 0, Math.PI * 2);
      ctx.setLineDash([]);
      ctx.strokeStyle = PAPER;
      ctx.lineWidth = 3;
      ctx.stroke();
      ctx.setLineDash(events.where[top] === "area" ? [4, 3.5] : []);
      ctx.strokeStyle = INK;
      ctx.lineWidth = 1.3;
      ctx.stroke();
    }
    ctx.setLineDash([]);
  }

  function badge(ctx, view, x, y, count) {
    const { image, width, height } = label(shortCount(count), view.ratio, 12, PAPER);
    const half = Math.max(8, width / 2 + 3);
    ctx.beginPath();
    ctx.roundRect(x - half, y - 8, 2 * half, 16, 8);
    ctx.fillStyle = INK;
    ctx.fill();
    ctx.drawImage(image, x - width / 2, y - height / 2, width, height);
  }

  function cells(ctx, view, { columns, left, top, counts }) {
    const most = counts.reduce((one, other) => Math.max(one, other), 1);
    const level = (count) => Math.min(3, Math.floor((4 * Math.log1p(count)) / Math.log1p(most)));
    for (let step = 0; step < 4; step += 1) {
      ctx.beginPath();
      for (let at = 0; at < counts.length; at += 1) {
        if (counts[at] === 0 || level(counts[at]) !== step) continue;
        ctx.rect(left + (at % columns) * CELL + 0.5, top + Math.floor(at / columns) * CELL + 0.5, CELL - 1, CELL - 1);
      }
      ctx.fillStyle = SHADES[step];
      ctx.fill();
    }
    for (let at = 0; at < counts.length; at += 1) {
      if (counts[at] === 0) continue;
      const { image, width, height } = label(shortCount(counts[at]), view.ratio, 12, level(counts[at]) < 2 ? INK : PAPER);
      ctx.drawImage(image, left + (at % columns) * CELL + (CELL - width) / 2, top + Math.floor(at / columns) * CELL + (CELL - height) / 2, width, height);
    }
  }

  return { groups, cells };
}

/** Cells from few to many; their numbers keep a contrast of 4.5 to 1. */
const SHADES = Object.freeze(["#f1eef6e6", "#c9c5e0e6", "#6f63a8f0", "#41307af2"]);

/** Whole pixels keep symbols sharp and copying cheap. */
function copy(ctx, { image, size }, x, y) {
  ctx.drawImage(image, Math.round(x - size / 2), Math.round(y - size / 2), size, size);
}

function halo(ctx, x, y) {
  ctx.globalAlpha = 1;
  for (const [colour, width] of [[PAPER, 5], [INK, 2.2]]) {
    ctx.beginPath();
    ctx.arc(x, y, RADIUS + 8, 0, Math.PI * 2);
    ctx.strokeStyle = colour;
    ctx.lineWidth = width;
    ctx.stroke();
  }
}

function write(text, ratio, pixels, colour) {
  const width = text.length * pixels * 0.62 + 2;
  const height = pixels + 4;
  const image = blankCanvas(Math.ceil(width * ratio), Math.ceil(height * ratio));
  const ctx = image.getContext("2d");
  ctx.scale(ratio, ratio);
  ctx.font = `600 ${pixels}px ${FONT}`;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillStyle = colour;
  ctx.fillText(text, width / 2, height / 2 + 0.5, width);
  return { image, width: image.width / ratio, height: image.height / ratio };
}
