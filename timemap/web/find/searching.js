// A search looks through the whole range: all of it is shown while it lasts, and then what was shown before.

import { defaultMode } from "#timemap/time/range.js";

/** @typedef {import("#timemap/time/clock.js").ClockState} ClockState */

/**
 * Make the only way in which parts of the page set the words.
 *
 * @param {{data: object, clock: object}} context
 * @returns {{search: (text: string, more?: Partial<ClockState>) => void, take: (patch: Partial<ClockState>) => void}}
 *   `more` is set at once with the words; `take` sets what a button offers, words or not
 */
export function createSearching({ data, clock }) {
  let before = null;

  function search(text, more = {}) {
    const state = clock.get();
    const [had, words] = [state.words !== "", text.trim()];
    const patch = { words };
    if (!had && words !== "") {
      before = { mode: state.mode, range: String(state.range) };
      patch.mode = "range";
    } else if (had && words === "" && state.mode === "range") {
      patch.mode = before?.range === String(state.range) ? before.mode : defaultMode(state.range, data.whole);
    }
    if (words === "") before = null;
    clock.set({ playing: false, ...patch, ...more });
  }

  function take({ words, ...patch }) {
    if (words === undefined) clock.set(patch);
    else search(words, patch);
  }

  return { search, take };
}

/**
 * Return what puts range, filters, moment and mode to what they are when nothing has been chosen.
 *
 * @param {object} data of the document
 * @returns {Partial<ClockState>}
 */
export function resetOf(data) {
  const nothing = { categories: [], parties: [], words: "", selected: -1, compare: null, playing: false };
  return { ...nothing, range: data.whole, moment: data.moment, window: data.window, mode: defaultMode(data.whole, data.whole) };
}
