// A word found nowhere is compared with the beginnings of those that are: a letter wrong, missing, too many or swapped.
import assert from "node:assert/strict";
import { test } from "node:test";
import { didYouMean, mistakesIn, mistakesTo, nearWords } from "../../timemap/web/find/nearwords.js";
import { DATA, EVENTS, FILTERS } from "./search_data.js";

const titles = Array.from({ length: EVENTS.count }, (_, index) => EVENTS.title.at(index));
const texts = () => [...DATA.places.flatMap(({ names }) => Object.values(names)), ...titles];
const meant = (text) => didYouMean(text, FILTERS.index, texts);

test("mistakes are counted against the beginning of a word", () => {
  assert.equal(mistakesTo("kobane", "kobane", 2), 0);
  assert.equal(mistakesTo("kob", "kobane", 2), 0);
  assert.equal(mistakesTo("kobne", "kobane", 2), 1);
  assert.equal(mistakesTo("koabne", "kobane", 2), 1);
  assert.equal(mistakesTo("kobbane", "kobane", 2), 1);
  assert.equal(mistakesTo("kubane", "kobane", 2), 1);
  assert.equal(mistakesTo("manbij", "kobane", 2), Infinity);
  assert.equal(mistakesTo("kobanestan", "kobane", 2), Infinity);
});

test("short words may hold fewer mistakes than long ones", () => {
  assert.deepEqual([2, 3, 5, 6, 12].map(mistakesIn), [0, 1, 1, 2, 2]);
});

test("the nearest word comes first, of two as near the more frequent one", () => {
  const words = new Map([["kobane", 9], ["kobani", 3], ["border", 50]]);
  assert.deepEqual(nearWords("kobna", words), ["kobane", "kobani"]);
  assert.deepEqual(nearWords("kobna", words, 1), ["kobane"]);
  assert.deepEqual(nearWords("ko", words), []);
});

test("what may have been meant is written as usual, the words that are known kept", () => {
  assert.deepEqual(meant("kobne")[0], "Kobane");
  assert.equal(meant("verdict diyarbakor")[0], "verdict Diyarbak\u0131r");
  assert.deepEqual(meant("efrinn")[0], "Efr\u00een");
  assert.deepEqual(meant("kobane"), []);
  assert.deepEqual(meant("xqzxqz"), []);
});
