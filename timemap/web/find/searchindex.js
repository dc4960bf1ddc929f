// Search index: events by the beginnings of their words, in any spelling.

import { createFolding } from "#timemap/find/folding.js";

/** @import { Events, MapData } from "#timemap/types.d.ts" */

const SEARCHED = /** @type {const} */ (["title", "summary", "place", "contested"]);
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
 * Make the index. Texts are folded when first needed, or in idle time.
 *
 * @param {Partial<MapData>} data
 * @param {Events} events
 * @param {((run: () => void) => void)|null} [whenIdle] how to wait for idle time; null to work out nothing before
 * @returns {SearchIndex}
 */
export function createSearchIndex({ letters = {}, spellings = [] }, events, whenIdle = null) {
  const folding = createFolding(letters);
  /** @type {string[]} */
  const texts = new Array(events.count);
  const names = spellings.map((group) => ` ${group.join(" ")} `);
  /** @type {Map<string, Uint8Array>} */
  const answers = new Map();
  /** @type {Map<string, number>|null} */
  let words = null;
  let folded = 0;

  /** @param {number} index */
  function textOf(index) {
    texts[index] ??= ` ${folding.wordsOf(writtenOf(events, index)).join(" ")} `;
    return texts[index];
  }

  function foldSome() {
    const end = Math.min(folded + CHUNK, events.count);
    while (folded < end) textOf(folded++);
    whenIdle?.(folded < events.count ? foldSome : vocabulary);
  }

  /** @param {string} word */
  function groupsWith(word) {
    return names.flatMap((text, group) => (text.includes(` ${word}`) ? [group] : []));
  }

  /** @param {string} word @param {Uint8Array} among */
  function findWord(word, among) {
    const groups = new Set(groupsWith(word));
    const part = ` ${word}`;
    for (let index = 0; index < events.count; index += 1) {
      if (!among[index] || textOf(index).includes(part)) continue;
      if (!events.spellings?.[index].some((group) => groups.has(group))) among[index] = 0;
    }
  }

  /** @param {string} text */
  function found(text) {
    const wanted = folding.fold(text);
    if (wanted === "") return null;
    const kept = answers.get(wanted);
    if (kept) return kept;
    const [oldest] = answers.keys();
    if (answers.size >= KEPT) answers.delete(oldest);
    const fresh = answer(folding.wordsOf(wanted));
    answers.set(wanted, fresh);
    return fresh;
  }

  /**
   * Signs alone are found in no event.
   *
   * @param {string[]} list
   */
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

/** @param {string[]} texts */
function countWords(texts) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const text of texts) for (const word of text.split(" ")) counts.set(word, (counts.get(word) ?? 0) + 1);
  counts.delete("");
  return counts;
}

/**
 * Return all text of an event that is searched.
 *
 * The same as `searched_text` in geodata/text/spellings.py.
 *
 * @param {Events} events
 * @param {number} index
 */
function writtenOf(events, index) {
  const texts = SEARCHED.map((column) => events[column]?.[index] ?? "");
  return [...texts, ...(events.actors?.[index] ?? []), ...(events.actorsAsWritten?.[index] ?? [])].join(" ");
}
