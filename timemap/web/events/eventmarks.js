// Marks of events: symbols, badges, rings where the place is uncertain.
import tokens from "#timemap/style/tokens.json" with { type: "json" };
import { CELL } from "#timemap/events/eventgroups.js";
import { FARTHEST } from "#timemap/events/symbolplaces.js";
import { isOwn } from "#timemap/own/ownwords.js";
import { createSymbols, RADIUS } from "#timemap/events/symbols.js";
import { copy, createEventSprites, drawRing, INK, levelOf, PAPER } from "#timemap/events/eventsprites.js";

/** @import {Box, CanvasView, Context, MapState} from "#timemap/types.d.ts" */
/** @import {Cells, Group} from "#timemap/events/eventgroups.js" */
/** @import {OwnShare} from "#timemap/events/eventsprites.js" */
/** @import {SymbolState} from "#timemap/events/symbols.js" */
/** @typedef {CanvasRenderingContext2D} Canvas2D */

const LOOK = tokens.events;
const REACH_KM = new Map([["town", LOOK.townReachKm], ["area", LOOK.areaReachKm]]);

const EQUATOR_KM = 40075;
const LEAST_ROUND_MARK = 26; // pixels; smaller ones round a town or the focus hide it and say nothing
/** More groups than this hide each other. Rings shrink then, and symbols stand on their spots. */
export const CROWDED = 150;
const LARGEST_SPRITE = LOOK.mostRing; // radius in pixels; the chosen event alone has a larger ring, drawn each time
const WIDEST = LARGEST_SPRITE + 4; // pixels from an event to the end of what is drawn of it, but for that ring
/** The colour of the ring round what a scene is about. */
export const MARKED = "#c2410c";

/**
 * Return how strongly an event is drawn that ended so many days ago.
 *
 * @param {number} age
 * @returns {number} a few steps from 1 down
 */
export function strength(age) {
  const part = Math.min(1, age / LOOK.fadingDays) ** LOOK.fadingPower;
  return 1 - (1 - LOOK.fadedStrength) * (Math.round(part * LOOK.fadingSteps) / LOOK.fadingSteps);
}

/**
 * Return the radius of the ring in which an event may lie, in pixels.
 *
 * @param {string} where how its place is known: exact, town or area
 * @param {number} lat
 * @param {number} scale pixels of the whole world
 * @param {boolean} chosen whether the event is the chosen one
 * @returns {number} 0 for none
 */
export function ringRadius(where, lat, scale, chosen) {
  const reach = REACH_KM.get(where);
  if (reach === undefined) return 0;
  return shownRadius(where, ((reach / EQUATOR_KM) * scale) / Math.cos((lat * Math.PI) / 180), chosen);
}

/**
 * Return the radius of a ring that is shown for one of a radius.
 *
 * @param {string} where how its place is known: town or area
 * @param {number} radius in pixels
 * @param {boolean} chosen
 * @returns {number} 0 for none
 */
export function shownRadius(where, radius, chosen) {
  const most = chosen ? LOOK.mostChosenRing : LOOK.mostRing;
  if (where === "town") return radius < LOOK.townRingFrom || radius > most ? 0 : radius;
  if (radius > most) return chosen ? most : LOOK.leastRing;
  return Math.max(LOOK.leastRing, radius);
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
 * @typedef {Pick<MapState, "selected"|"mode"|"moment"|"marked"> & {own: Int32Array|null, focused: number}} MarksState
 * @typedef {(group: Group) => number} Strength
 * @typedef {(index: number) => SymbolState} Look
 */

/**
 * Make the painter of events.
 *
 * What lies outside a box is left out where one is given.
 *
 * @param {Pick<Context, "data"|"events">} context
 */
export function createEventMarks({ data, events }) {
  const symbols = createSymbols(data.categories);
  const sprites = createEventSprites();
  let scale = 1;

  /** @type {(ctx: Canvas2D, view: CanvasView, all: Group[], state: MarksState, box?: Box) => void} */
  function groups(ctx, view, all, state, box) {
    const list = box ? all.filter(reaches(box, state.selected, scale)) : all;
    const strengthOf = strengthIn(events, state);
    const look = lookOf(state);
    const world = all.length > CROWDED ? 0 : view.scale;
    rings(ctx, world, list, { selected: state.selected, ratio: view.ratio }, strengthOf);
    for (const group of list) stem(ctx, group, scale);
    for (const group of list) {
      ctx.globalAlpha = strengthOf(group);
      drawGroup(ctx, view, group, state, look);
    }
    ctx.globalAlpha = 1;
  }

  /** @type {(ctx: Canvas2D, view: CanvasView, group: Group, state: MarksState, look: Look) => void} */
  function drawGroup(ctx, view, { x, y, members }, state, look) {
    /** @param {number} index */
    const spriteOf = (index) =>
      symbols.sprite(events.mainCategory(index), look(index), view.ratio * scale, isOwn(events, index));
    const most = state.mode === "day" ? 2 : 0; // of many days the number alone tells of those below
    for (let behind = Math.min(most, members.length - 1); behind >= 1; behind -= 1) {
      copy(ctx, spriteOf(members[members.length - 1 - behind]), x + 4 * behind, y - 3 * behind, scale);
    }
    if (members.some((member) => state.marked?.[member])) halo(ctx, x, y, MARKED, scale);
    copy(ctx, spriteOf(members[members.length - 1]), x, y, scale);
    if (members.length > 1) { // names stand to the right and below
      const badge = sprites.badge(shortCount(members.length), ownShareOf(events, members), view.ratio);
      copy(ctx, badge, x - (RADIUS + 5) * scale, y - (RADIUS + 4) * scale);
    }
    if (members.includes(state.focused)) halo(ctx, x, y, INK, scale);
  }

  /**
   * Draw the rings of events whose place is uncertain.
   *
   * @param {Canvas2D} ctx
   * @param {number} world scale of the map; 0 in a crowd, where rings shrink to their least
   * @param {Group[]} list
   * @param {{selected: number, ratio: number}} look
   * @param {Strength} strengthOf
   */
  function rings(ctx, world, list, { selected, ratio }, strengthOf) {
    for (const group of list) {
      const top = group.members[group.members.length - 1];
      const [where, lat] = [events.where.at(top), events.lat[top]];
      const radius = Math.round(ringRadius(where, lat, world, top === selected));
      if (radius === 0 || (group.onMark && radius < LEAST_ROUND_MARK && top !== selected)) continue;
      ctx.globalAlpha = strengthOf(group) * (top === selected ? 1 : LOOK.ringStrength);
      const [x, y] = group.at ?? [group.x, group.y];
      if (radius > LARGEST_SPRITE) drawRing(ctx, x, y, radius, where);
      else copy(ctx, sprites.ring(where, radius, ratio), x, y);
    }
  }

  /** @type {(ctx: Canvas2D, view: CanvasView, cells: Cells, box?: Box) => void} */
  function cells(ctx, view, { columns, left, top, counts, own }, box) {
    const [west, north, east, south] = box ?? [0, 0, view.width, view.height];
    for (let at = 0; at < counts.length; at += 1) {
      const count = counts[at];
      const [x, y] = [left + (at % columns) * CELL, top + Math.floor(at / columns) * CELL];
      if (count === 0 || x >= east || y >= south || x + CELL <= west || y + CELL <= north) continue;
      const share = own === null || own[at] === 0 ? "none" : own[at] === count ? "all" : "some";
      const picture = sprites.cell(shortCount(count), levelOf(count), share, view.ratio);
      copy(ctx, picture, x + CELL / 2, y + CELL / 2);
    }
  }

  /** @param {number} factor */
  const setScale = (factor) => void (scale = factor);
  return { groups, cells, scale: () => scale, setScale };
}

/** Return how many of a group are own events. @type {(events: Context["events"], members: number[]) => OwnShare} */
function ownShareOf(events, members) {
  if (events.own === undefined || !members.some((index) => isOwn(events, index))) return "none";
  return members.every((index) => isOwn(events, index)) ? "all" : "some";
}

/** Groups fade up to a day, but for the chosen. @type {(events: Context["events"], state: MarksState) => Strength} */
function strengthIn(events, { mode, moment, selected }) {
  return ({ members }) => {
    const top = members[members.length - 1];
    return mode === "until" && top !== selected ? strength(events.age(top, moment)) : 1;
  };
}

/** Look of an event. Those beside the day are smaller. @type {(state: MarksState) => Look} */
function lookOf({ selected, own }) {
  const ofDay = own && new Set(own);
  return (index) => {
    if (index === selected) return "selected";
    return ofDay === null || ofDay.has(index) ? "plain" : "beside";
  };
}

/** @type {(box: Box, selected: number, scale: number) => (group: Group) => boolean} whether it is drawn in the box */
function reaches([left, upper, right, lower], selected, scale) {
  const wide = (WIDEST + FARTHEST) * scale;
  return ({ x, y, members }) => members[members.length - 1] === selected
    || (x > left - wide && x < right + wide && y > upper - wide && y < lower + wide);
}

/** @type {(ctx: Canvas2D, x: number, y: number, colour: string, scale: number) => void} */
function halo(ctx, x, y, colour, scale) {
  ctx.globalAlpha = 1;
  for (const [stroke, width] of /** @type {[string, number][]} */ ([[PAPER, 6], [colour, 3]])) {
    ctx.beginPath();
    ctx.arc(x, y, (RADIUS + 8) * scale, 0, Math.PI * 2);
    ctx.strokeStyle = stroke;
    ctx.lineWidth = width;
    ctx.stroke();
  }
}

/** Draw the line from a symbol beside its spot. @type {(ctx: Canvas2D, group: Group, scale: number) => void} */
function stem(ctx, { x, y, at, foot }, scale) {
  if (!at || !foot || (at[0] === x && at[1] === y)) return;
  for (const [colour, width] of /** @type {[string, number][]} */ ([[PAPER, 3.4], [INK, 1.4]])) {
    ctx.beginPath();
    ctx.moveTo(x, y);
    ctx.lineTo(...foot);
    ctx.strokeStyle = colour;
    ctx.lineWidth = width * scale;
    ctx.stroke();
  }
}
