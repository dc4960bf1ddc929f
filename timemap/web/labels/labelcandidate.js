// Candidates for a label, with the priority and manners of their kind.

import tokens from "#timemap/style/tokens.json" with { type: "json" };

/** @import {LabelKind, Words} from "#timemap/labels/lettering.js" */
/** @import {Names} from "#timemap/labels/names.js" */
/** @import {Candidate} from "#timemap/labels/labelplacement.js" */

/** @typedef {{[Kind in LabelKind]?: number}} ByKind */

/** Pixels that words keep from others. @type {Readonly<ByKind>} */
const GAPS = Object.freeze({ city: 4, town: 4, village: 3, division: 10, river: 6, lake: 3 });
/** @type {ReadonlySet<LabelKind>} */
const INSISTENT = new Set(["border", "river", "lake", "zone", "city", "callout"]);

/**
 * @typedef {object} LabelContent
 * @property {LabelKind} kind
 * @property {Words} words
 * @property {Names} [names]
 * @property {string} [title] what is told of it under the pointer, in place of its names
 * @property {number} [x] of the place, in canvas pixels
 * @property {number} [y]
 *
 * @typedef {Candidate & LabelContent} LabelCandidate
 * @typedef {Omit<LabelCandidate, "priority"|"gap"|"insists"|"needed"> & {priority?: number}} Offered
 */

/**
 * Return a candidate with the priority and the manners of its kind.
 *
 * @param {Offered} label `priority` puts it in another place than its kind
 * @param {number} order among its kind, smaller is placed earlier
 * @param {number} scale
 * @returns {LabelCandidate}
 */
export function offer(label, order, scale) {
  const { kind } = label;
  const priority = tokens.lettering[kind].priority + order / 100;
  const manners = { gap: (GAPS[kind] ?? 2) * scale, insists: INSISTENT.has(kind), needed: kind === "callout" };
  return { priority, ...manners, ...label };
}
