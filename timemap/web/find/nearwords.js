// Near words for one that is found nowhere and may be mistyped.

import { spansOf } from "#timemap/find/matches.js";

const OFFERED = 3;
const DIGIT = /\d/u;

/**
 * Return how many letters at most may be wrong in a word of this length.
 *
 * @param {number} length
 * @returns {number}
 */
export function mistakesIn(length) {
  if (length < 3) return 0;
  return length < 6 ? 1 : 2;
}

/**
 * Return how many mistakes part a typed word from the start of another.
 *
 * A letter that is wrong, missing, too many or swapped is one.
 *
 * @param {string} typed
 * @param {string} word
 * @param {number} most
 * @returns {number} Infinity where there are more than `most`
 */
export function mistakesTo(typed, word, most) {
  if (word.length < typed.length - most) return Infinity;
  const width = Math.min(word.length, typed.length + most);
  /** @type {[number[], number[]]} */
  let [older, before] = [[], Array.from({ length: width + 1 }, (_, at) => at)];
  for (let row = 1; row <= typed.length; row += 1) {
    const next = [row];
    let least = row;
    for (let at = 1; at <= width; at += 1) {
      const other = typed[row - 1] === word[at - 1] ? 0 : 1;
      let mistakes = Math.min(before[at] + 1, next[at - 1] + 1, before[at - 1] + other);
      const swapped = row > 1 && at > 1 && typed[row - 1] === word[at - 2] && typed[row - 2] === word[at - 1];
      if (swapped) mistakes = Math.min(mistakes, older[at - 2] + 1);
      next.push(mistakes);
      least = Math.min(least, mistakes);
    }
    if (least > most) return Infinity;
    [older, before] = [before, next];
  }
  const mistakes = Math.min(...before);
  return mistakes <= most ? mistakes : Infinity;
}

/**
 * Return the words that a mistyped one may stand for, the likeliest first.
 *
 * @param {string} typed folded
 * @param {Map<string, number>} vocabulary how often each word stands in what is searched
 * @param {number} [number] of words at most
 * @returns {string[]}
 */
export function nearWords(typed, vocabulary, number = OFFERED) {
  const most = mistakesIn(typed.length);
  const near = [];
  const hasDigit = DIGIT.test(typed);
  if (most === 0) return [];
  for (const [word, count] of vocabulary) {
    if (!hasDigit && DIGIT.test(word)) continue; // of numbers there may be as many as events
    const mistakes = mistakesTo(typed, word, most);
    const longer = Math.abs(word.length - typed.length);
    if (mistakes !== Infinity && word !== typed) near.push({ word, count, score: mistakes * 3 + longer });
  }
  near.sort((one, other) => one.score - other.score || other.count - one.count || (one.word < other.word ? -1 : 1));
  return near.slice(0, number).map(({ word }) => word);
}

/**
 * Return what may have been meant where a word is found nowhere.
 *
 * @param {string} text what was typed
 * @param {import("#timemap/find/searchindex.js").SearchIndex} index
 * @param {(word: string) => Iterable<string>} texts in which a word may stand as it is usually written, places first
 * @returns {string[]}
 */
export function didYouMean(text, index, texts) {
  const typed = index.folding.wordsOf(text);
  const strange = typed.map((word) => !index.found(word)?.some(Boolean));
  if (!strange.includes(true)) return [];
  const near = typed.map((word, at) => (strange[at] ? nearWords(word, index.vocabulary()) : [word]));
  const offers = Math.max(...near.map(({ length }) => length));
  if (near.some(({ length }) => length === 0)) return [];
  const ranked = (/** @type {number} */ rank) => near.map((words) => words[Math.min(rank, words.length - 1)]);
  return Array.from({ length: offers }, (_, rank) => ranked(rank))
    .filter((words) => index.found(words.join(" "))?.some(Boolean))
    .map((words) => words.map((word) => asWritten(word, index.folding, texts(word))).join(" "));
}

/** @param {string} word @param {import("#timemap/find/folding.js").Folding} folding @param {Iterable<string>} texts */
function asWritten(word, folding, texts) {
  for (const text of texts) {
    for (const { start, end, folded } of spansOf(text, folding)) {
      if (folded === word) return text.slice(start, end).replace(/['\u2019]s$/u, "");
    }
  }
  return word;
}
