// Events are found by words, each of which begins a word of the event, in any spelling of what the event names.

import { createFolding } from "#timemap/find/folding.js";

const CHUNK = 200; // events folded at a time while the page is idle
const KEPT = 8; // answers

/**
 * @typedef {object} SearchIndex
 * @property {(words: string) => Uint8Array|null} found 1 for each event with the words; null where none is looked for
 * @property {(index: number) => string} textOf an event's words, folded, with a space before each and after the last
 * @property {(word: string) => number[]} groupsWith the groups of spellings in which a folded word begins a name
 * @property {() => Map<string, number>} vocabulary how often each folded word stands in events and spellings
 * @property {import("#timemap/find/folding.js").Folding} folding
 */

/**
 * Make the index; the texts are folded when they are first needed, or before, in idle time.
 *
 * @param {{letters?: Record<string, string>, spellings?: string[][]}} data of the document
 * @param {object} events
 * @param {((run: () => void) => void)|null} [whenIdle] how to wait for idle time; null to work out nothing before
 * @returns {SearchIndex}
 */
export function createSearchIndex({ letters = {}, spellings = [] }, events, whenIdle = null) {
  const folding = createFolding(letters);
  const texts = new Array(events.count);
  const names = spellings.map((group) => ` ${group.join(" ")} `);
  const answers = new Map();
  let words = null;
  let folded = 0;

  function textOf(index) {
    texts[index] ??= ` ${folding.wordsOf(writtenOf(events, index)).join(" ")} `;
    return texts[index];
  }

  function foldSome() {
    const end = Math.min(folded + CHUNK, events.count);
    while (folded < end) textOf(folded++);
    whenIdle(folded < events.count ? foldSome : vocabulary);
  }

  function groupsWith(word) {
    return names.flatMap((text, group) => (text.includes(` ${word}`) ? [group] : []));
  }

  function findWord(word, among) {
    const groups = new Set(groupsWith(word));
    const part = ` ${word}`;
    for (let index = 0; index < events.count; index += 1) {
      if (!among[index] || textOf(index).includes(part)) continue;
      if (!events.spellings?.[index].some((group) => groups.has(group))) among[index] = 0;
    }
  }

  function found(text) {
    const wanted = folding.fold(text);
    if (wanted === "") return null;
    if (!answers.has(wanted)) {
      if (answers.size >= KEPT) answers.delete(answers.keys().next().value);
      answers.set(wanted, answer(folding.wordsOf(wanted)));
    }
    return answers.get(wanted);
  }

  /** Signs alone are found in no event. */
  function answer(list) {
    const among = new Uint8Array(events.count).fill(list.length > 0 ? 1 : 0);
    for (const word of list) findWord(word, among);
    return among;
  }

  function vocabulary() {
    words ??= countWords([...Array.from(texts, (_, index) => textOf(index)), ...names]);
    return words;
  }

  if (whenIdle !== null && events.count > 0) whenIdle(foldSome);
  return { found, textOf, groupsWith, vocabulary, folding };
}

function countWords(texts) {
  const counts = new Map();
  for (const text of texts) for (const word of text.split(" ")) counts.set(word, (counts.get(word) ?? 0) + 1);
  counts.delete("");
  return counts;
}

/** All that a search in an event looks through, as `geodata.spellings.searched_text`. */
function writtenOf(events, index) {
  const texts = ["title", "summary", "place", "contested"].map((column) => events[column]?.[index] ?? "");
  return [...texts, ...(events.actors?.[index] ?? []), ...(events.actorsAsWritten?.[index] ?? [])].join(" ");
}
