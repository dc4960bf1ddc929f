// What is said of a crossing or a post when the pointer rests on it: its state, since when, and how sure.

import { spanWords } from "#timemap/time/dates.js";
import { nameIn, otherNames } from "#timemap/labels/names.js";

const STATES = Object.freeze({ open: "Crossing open", closed: "Crossing closed", unknown: "Crossing: state on this day not known" });

/** Sentences for the hover box. */
export const borderWords = Object.freeze({
  /** @param {any} crossing @param {ReturnType<typeof import("#timemap/border/borderstates.js").crossingOn>} state @param {string} language */
  crossing(crossing, { state, since, precision, lastKnown }, language) {
    const from = since === null ? "" : ` ${spanWords(since, null, precision)}`;
    const known = lastKnown ? " (last known)" : "";
    return { title: nameIn(crossing.names, language), note: `${STATES[state]}${from}${known}`, names: otherNames(crossing.names, language) };
  },

  /** @param {any} post @param {"standing" | "last-known"} state */
  post(post, state) {
    const known = state === "last-known" ? "; later: last known" : "";
    return { title: post.name, note: `Military post ${spanWords(post.start, null)}${known}. ${post.note ?? ""}`.trim(), names: [] };
  },
});
