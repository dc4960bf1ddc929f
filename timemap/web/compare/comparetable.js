// Table of what changed hands between two days, and of what did not. It is the key to both sides of the map.
import { nameOn } from "#timemap/areas/controllers.js";
import { swatchElement } from "#timemap/areas/patterns.js";
import { element } from "#timemap/page/nodes.js";
import { shortDay } from "#timemap/time/dates.js";

/** @import {MapData} from "#timemap/types.d.ts" */
/** @import {Change} from "#timemap/compare/changes.js" */
/** @typedef {{name: string, description: string}} Way how land passed on */
/** @typedef {Pick<Change, "from"|"to"|"km2">} Row */
/** @typedef {[earlier: number, later: number]} Days */

/** @type {Readonly<Way>} */
const UNCHANGED = Object.freeze({ name: "No change", description: "The same party held it on both days." });
const NUMBER = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 0 });

/**
 * Make the table: what changed, by its way, and last what did not.
 *
 * @param {Pick<MapData, "controllers"|"handovers"|"unknownHolder">} data
 * @param {Change[]} changes
 * @param {{holder: number, km2: number}[]} same
 * @param {Days} days
 */
export function compareTable(data, changes, same, days) {
  const ways = data.handovers?.ways ?? [];
  const groups = ways.map((way) => ({ way, rows: changes.filter((change) => change.way === way.id) }));
  const unchanged = same.map(({ holder, km2 }) => ({ from: holder, to: holder, km2 }));
  const heads = [...days.map(shortDay), "km\u00b2"].map((words) => element("th", { scope: "col" }, words));
  return element("table", { class: "compare-table", "aria-label": "What changed, in km\u00b2" },
    element("thead", {}, element("tr", {}, ...heads)),
    ...groups.filter(({ rows }) => rows.length > 0).map(({ way, rows }) => part(data, way, rows, days)),
    ...(unchanged.length > 0 ? [part(data, UNCHANGED, unchanged, days)] : []));
}

/**
 * Return an area in words: "1,234 km²", or "nothing".
 *
 * @param {{km2: number}[]} rows
 * @returns {string}
 */
export function areaWords(rows) {
  const km2 = sumOf(rows);
  return km2 === 0 ? "nothing" : `${sizeFigure(km2)}\u00a0km\u00b2`;
}

/**
 * Make the rows of a way in which land changed hands.
 *
 * @param {Pick<MapData, "controllers"|"unknownHolder">} data
 * @param {Way} way
 * @param {Row[]} rows
 * @param {Days} days
 */
function part({ controllers, unknownHolder }, way, rows, [earlier, later]) {
  /** @type {(index: number, day: number, colspan?: number) => HTMLElement} */
  const holder = (index, day, colspan = 1) => {
    const controller = controllers[index];
    if (!controller) return element("td", {}, unknownHolder);
    return element("td", { colspan }, swatchElement(controller), ` ${nameOn(controller, day)}`);
  };
  /** @param {Row} row */
  const sides = ({ from, to }) =>
    way === UNCHANGED ? [holder(to, later, 2)] : [holder(from, earlier), holder(to, later)];
  const head = element("th", { scope: "rowgroup", colspan: 2, title: way.description }, way.name);
  return element("tbody", {},
    element("tr", {}, head, element("th", { class: "number" }, sizeFigure(sumOf(rows)))),
    ...rows.map((row) => element("tr", {}, ...sides(row), element("td", { class: "number" }, sizeFigure(row.km2)))));
}

/** @param {{km2: number}[]} rows */
function sumOf(rows) {
  return rows.reduce((sum, { km2 }) => sum + km2, 0);
}

/** @param {number} km2 */
function sizeFigure(km2) {
  return km2 < 1 ? "under 1" : NUMBER.format(km2);
}
