// Component of the note that all contested words of a page share.

import { createTermNote } from "#timemap/terms/termnote.js";

/** @import { Topic } from "#timemap/terms/termnote.js" */

/** @type {WeakMap<Node, ReturnType<typeof createTermNote>>} */
const notes = new WeakMap();

/**
 * Tell the note.
 *
 * Streamlit calls this at the mount and after every rerun that changes the data.
 *
 * @param {{parentElement: HTMLElement, data: {topics: Topic[]}}} component
 * @returns {() => void} to be called when the component goes away
 */
export function contestedWords({ parentElement, data }) {
  const note = notes.get(parentElement) ?? createTermNote(parentElement);
  notes.set(parentElement, note);
  note.update(data.topics);
  return () => {
    note.destroy();
    notes.delete(parentElement);
  };
}
