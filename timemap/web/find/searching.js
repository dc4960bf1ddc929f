// Searching. It shows the whole range while it lasts, then what was shown before.

import { defaultMode } from "#timemap/time/range.js";

/** @import { Context, MapData, MapState, Searching } from "#timemap/types.d.ts" */


/**
 * Make the only way in which parts of the page set the words.
 *
 * @param {Pick<Context, "store"|"data">} context
 * @returns {Searching} `more` is set at once with the words; `take` sets what a button offers, words or not
 */
export function createSearching({ data, store }) {
  /** @type {{mode: MapState["mode"], range: string}|null} */
  let before = null;

  /** @param {string} text @param {Partial<MapState>} [more] */
  function search(text, more = {}) {
    const state = store.get();
    const [had, words] = [state.words !== "", text.trim()];
    /** @type {Partial<MapState>} */
    const patch = { words };
    if (!had && words !== "") {
      before = { mode: state.mode, range: String(state.range) };
      patch.mode = "range";
    } else if (had && words === "" && state.mode === "range") {
      patch.mode = before?.range === String(state.range) ? before.mode : defaultMode(state.range, data.whole);
    }
    if (words === "") before = null;
    store.set({ playing: false, ...patch, ...more });
  }

  /** @param {Partial<MapState>} patch */
  function take({ words, ...patch }) {
    if (words === undefined) store.set(patch);
    else search(words, patch);
  }

  return { search, take };
}

/**
 * Return the patch that resets range, filters, moment and mode.
 *
 * @param {MapData} data
 * @returns {Partial<MapState>}
 */
export function resetOf(data) {
  const none = { categories: [], parties: [], words: "", own: /** @type {const} */ ("") };
  const { whole, moment, choices } = data;
  const shown = { range: whole, moment, window: choices.window, mode: defaultMode(whole, whole) };
  return { ...none, selected: -1, compare: null, playing: false, ...shown };
}
