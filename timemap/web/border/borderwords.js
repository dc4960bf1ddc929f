// Hover text of a crossing or a post: its state, since when, and how sure.

import { spanWords } from "#timemap/time/dates.js";
import { nameIn, otherNames } from "#timemap/labels/names.js";

/** @import {Crossing, Post} from "#timemap/types.d.ts" */
/** @import {CrossingOnDay, PostState} from "#timemap/border/borderstates.js" */
/** @import {Told} from "#timemap/map/hover.js" */

const STATES = Object.freeze({
  open: "Crossing open", closed: "Crossing closed", unknown: "Crossing: not known whether open",
});

/** Sentences for the hover box. */
export const borderWords = Object.freeze({
  /** @type {(crossing: Crossing, on: CrossingOnDay, language: string) => Told} */
  crossing(crossing, { state, since, precision, lastKnown }, language) {
    const from = since === null ? "" : ` ${spanWords(since, null, precision)}`;
    const known = lastKnown ? " (last known)" : "";
    const names = otherNames(crossing.names, language);
    return { title: nameIn(crossing.names, language), note: `${STATES[state]}${from}${known}`, names };
  },

  /** @type {(post: Post, state: PostState) => Told} */
  post(post, state) {
    const known = state === "last-known" ? "; last known" : "";
    const note = `Military post ${spanWords(post.start, null)}${known}. ${post.note}`.trim();
    return { title: post.name, note, names: [] };
  },
});
