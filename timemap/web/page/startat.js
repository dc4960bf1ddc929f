// A document that is opened by its own address shows what the part after # asks for: a day, an event, a scene of a lesson.

import { readState } from "#timemap/page/messages.js";

const STATE = Object.freeze({ moment: "moment", compare: "compare", mode: "mode", language: "language", event: "selected" });

/**
 * Show what the address asks for, now and whenever that changes.
 *
 * @param {{data: object, events: object, clock: object, lessons: object, select: (index: number) => void, say: (text: string) => void}} context
 */
export function startAt({ data, events, clock, lessons, select, say }) {
  const { hash } = globalThis.location;
  globalThis.addEventListener("hashchange", () => globalThis.location.reload());
  const { lesson, scene, state } = asked(hash);
  const problems = [];
  const { patch } = readState(state, { events, languages: data.languages }, problems);
  clock.set(patch);
  if (patch.selected >= 0 && patch.moment === undefined) select(patch.selected); // an event that comes without a day brings its own
  if (lesson !== null && !lessons.start(lesson, scene)) problems.push(`lesson: read ${JSON.stringify(lesson)}, which is not in this document`);
  if (problems.length > 0) say(`In the address, ${problems.join("; ")}`);
}

/**
 * Return what the part of an address after # asks for; names that mean nothing here are passed over.
 *
 * @param {string} hash such as `#event=siege-begins` or `#lesson=the-siege-of-kobane&scene=4`
 * @returns {{lesson: string|null, scene: number, state: object}} `state` as messages have it
 */
export function asked(hash) {
  const names = new URLSearchParams(hash.replace(/^#/, ""));
  const state = {};
  for (const [name, inState] of Object.entries(STATE)) if (names.has(name)) state[inState] = names.get(name);
  return { lesson: names.get("lesson"), scene: Number(names.get("scene") ?? 0), state };
}
