// The contested words of a page have one note, which is told anew what stands behind them after every run of the page.

import { createNote } from "#timemap/words/note.js";

/** @type {WeakMap<Node, ReturnType<typeof createNote>>} */
const notes = new WeakMap();

/**
 * Streamlit calls this at the mount and after every rerun that changes the data.
 *
 * @param {{parentElement: HTMLElement, data: {topics: object[]}}} component `topics` as `wordings` of the Python side tells them.
 * @returns {() => void} to be called when the component goes away
 */
export function contestedWords({ parentElement, data }) {
  if (!notes.has(parentElement)) notes.set(parentElement, createNote(parentElement));
  const note = notes.get(parentElement);
  note.tell(data.topics);
  return () => {
    note.destroy();
    notes.delete(parentElement);
  };
}
