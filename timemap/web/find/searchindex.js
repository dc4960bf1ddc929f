// Search index: events by the beginnings of their words, in any spelling.

import { createFolding } from "#timemap/find/folding.js";
import { isOwn } from "#timemap/own/ownwords.js";

/** @import { Events, MapData } from "#timemap/types.d.ts" */

const SEARCHED = /** @type {const} */ (["title", "summary", "place", "contested"]);
const KEPT = 8; // answers
/** Up to so many events all are read when first needed. */
const FEW = 5000;
/** Events read between two looks at the clock. */
const CHUNK = 20;
/** Milliseconds of reading in an idle moment, and for a letter that is typed before all is read. */
const [IDLE, TYPED] = [8, 40];

/**
 * @typedef {object} SearchIndex
 * @property {(words: string) => Uint8Array|null} found 1 for each event with the words; null where none is looked for.
 *   Of very many events, those that are not read yet are left out
 * @property {() => boolean} isWhole whether all events have been read
 * @property {(run: () => void) => void} whenWhole does something as soon as all have been read in idle time
 * @property {(word: string) => number[]} groupsWith the groups of spellings in which a folded word begins a name
 * @property {() => Map<string, number>} vocabulary how often each folded word stands in events and spellings
 * @property {import("#timemap/find/folding.js").Folding} folding
 */

/**
 * Make the index. Texts are read when first needed, or in idle time.
 *
 * @param {Partial<MapData>} data
 * @param {Events} events
 * @param {((run: () => void) => void)|null} [whenIdle] how to wait for idle time; null to work out nothing before
 * @returns {SearchIndex}
 */
export function createSearchIndex({ letters = {}, spellings = [] }, events, whenIdle = null) {
  const folding = createFolding(letters);
  const words = createWords(events, folding);
  const names = spellings.map((group) => ` ${group.join(" ")} `);
  /** @type {Map<string, Uint8Array>} */
  const answers = new Map();
  /** @type {Map<string, number>|null} */
  let counts = null;
  let whole = () => {};

  function readSome() {
    words.read(IDLE);
    whenIdle?.(words.isWhole() ? finish : readSome);
  }

  function finish() {
    answers.clear();
    vocabulary();
    whole();
  }

  /** @param {string} word */
  function groupsWith(word) {
    return names.flatMap((text, group) => (text.includes(` ${word}`) ? [group] : []));
  }

  /** @param {string} text */
  function found(text) {
    const wanted = folding.fold(text);
    if (wanted === "") return null;
    if (!words.isWhole()) {
      answers.clear();
      words.read(whenIdle === null || events.count <= FEW ? Infinity : TYPED);
    }
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
    for (const word of list) {
      const beginning = words.which((other) => other.startsWith(word));
      const groups = new Set(groupsWith(word));
      const isOwnSpelled = ownSpelled(events, words, [...groups].flatMap((group) => spellings[group]));
      const isNamed = (/** @type {number} */ index) => isSpelled(events, index, groups) || isOwnSpelled(index);
      for (let index = 0; index < among.length; index += 1) {
        if (among[index] && !words.has(index, beginning) && !isNamed(index)) among[index] = 0;
      }
    }
    return among;
  }

  function vocabulary() {
    words.read(Infinity);
    counts ??= words.counts(names);
    return counts;
  }

  if (whenIdle !== null && events.count > 0) whenIdle(readSome);
  return {
    found, groupsWith, vocabulary, folding, isWhole: words.isWhole,
    whenWhole(run) {
      whole = run;
    },
  };
}

/**
 * Return whether an event names one of some groups of spellings.
 *
 * @param {Events} events
 * @param {number} index
 * @param {Set<number>} groups
 */
function isSpelled({ spellings }, index, groups) {
  if (groups.size === 0 || !spellings) return false;
  for (let at = spellings.starts[index]; at < spellings.starts[index + 1]; at += 1) {
    if (groups.has(spellings.values[at])) return true;
  }
  return false;
}

/**
 * Return what tells own events in which one of some names stands. It is not worked out before, as that of ours is.
 *
 * @param {Events} events
 * @param {ReturnType<typeof createWords>} words
 * @param {string[]} names
 * @returns {(index: number) => boolean}
 */
function ownSpelled(events, words, names) {
  const known = events.own === undefined ? [] : names.flatMap((name) => words.numbersOf(name.split(" ")) ?? []);
  if (known.length === 0) return () => false;
  const first = words.which(() => false);
  for (const [number] of known) first[number] = 1; // most events have not even that
  return (index) => isOwn(events, index) && words.has(index, first) && known.some((name) => words.hasAll(index, name));
}

/**
 * Make the folded words of all events: each has a number, and an event has those of its words, each once.
 *
 * @param {Events} events
 * @param {import("#timemap/find/folding.js").Folding} folding
 */
function createWords(events, folding) {
  /** @type {Map<string, number>} */
  const numbers = new Map();
  /** @type {string[]} */
  const known = [];
  /** @type {number[]} */
  const times = [];
  const starts = new Uint32Array(events.count + 1);
  let own = new Uint32Array(16 * events.count);
  let done = 0;
  /** @type {Int32Array} */
  let lastIn = new Int32Array(1024).fill(-1); // event that a word was last read in

  /** @param {string} word */
  function numberOf(word) {
    const number = numbers.get(word) ?? numbers.size;
    if (number < numbers.size) return number;
    numbers.set(word, number);
    known.push(word);
    times.push(0);
    if (number >= lastIn.length) lastIn = grown(lastIn, new Int32Array(2 * lastIn.length).fill(-1));
    return number;
  }

  /** @param {number} index */
  function readOne(index) {
    const list = folding.wordsOf(writtenOf(events, index));
    let end = starts[index];
    if (end + list.length > own.length) own = grown(own, new Uint32Array(Math.ceil(1.5 * (end + list.length))));
    for (const word of list) {
      const number = numberOf(word);
      times[number] += 1;
      if (lastIn[number] !== index) own[end++] = number;
      lastIn[number] = index;
    }
    starts[index + 1] = end;
  }

  const isWhole = () => done === events.count;
  return {
    isWhole,
    /** Read further events. @param {number} milliseconds */
    read(milliseconds) {
      const until = performance.now() + milliseconds;
      while (!isWhole() && performance.now() < until) {
        const stop = Math.min(done + CHUNK, events.count);
        for (; done < stop; done += 1) readOne(done);
        if (isWhole()) own = own.slice(0, starts[done]);
      }
    },
    /** 1 for each word of which something holds. @param {(word: string) => boolean} holds */
    which: (holds) => marked(known, holds),
    /** @param {number} index @param {Uint8Array} wanted */
    has(index, wanted) {
      if (index >= done) return false;
      for (let at = starts[index]; at < starts[index + 1]; at += 1) if (wanted[own[at]]) return true;
      return false;
    },
    /** Numbers of some words, in a list; null where one of them is in no event. @param {string[]} list */
    numbersOf(list) {
      const found = list.flatMap((word) => numbers.get(word) ?? []);
      return found.length === list.length ? [found] : null;
    },
    /** @param {number} index @param {number[]} wanted */
    hasAll(index, wanted) {
      const list = own.subarray(starts[index], starts[index + 1]);
      return index < done && wanted.every((number) => list.includes(number));
    },
    /** How often each word stands in the events and in other texts. @param {string[]} texts */
    counts: (texts) => countsOf(new Map(known.map((word, number) => [word, times[number]])), texts),
  };
}

/** Return 1 for each word of which something holds. @param {string[]} words @param {(word: string) => boolean} holds */
function marked(words, holds) {
  const found = new Uint8Array(words.length);
  for (let number = 0; number < words.length; number += 1) if (holds(words[number])) found[number] = 1;
  return found;
}

/** Add the words of texts to counts of words. @param {Map<string, number>} counts @param {string[]} texts */
function countsOf(counts, texts) {
  for (const text of texts) for (const word of text.split(" ")) counts.set(word, (counts.get(word) ?? 0) + 1);
  counts.delete("");
  return counts;
}

/**
 * Copy numbers into a longer array and return that.
 *
 * @template {Int32Array|Uint32Array} Numbers
 * @param {Numbers} numbers
 * @param {Numbers} longer
 */
function grown(numbers, longer) {
  longer.set(numbers);
  return longer;
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
  const texts = SEARCHED.map((column) => events[column]?.at(index) ?? "");
  return [...texts, ...(events.actors?.at(index) ?? []), ...(events.actorsAsWritten?.at(index) ?? [])].join(" ");
}
