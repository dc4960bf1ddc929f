// Days are counted in UTC; words of days say no more than is known; what can be read two ways is not read.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { addMonths, dayIso, dayWords, isoDay, monthWords, spanWords } from "../../timemap/web/time/dates.js";

const CASES = JSON.parse(readFileSync(new URL("../cases/dates.json", import.meta.url), "utf8"));
const day = isoDay;

test("days and ISO dates are two ways to write the same", () => {
  for (let at = day("2011-12-25"); at < day("2012-03-05"); at += 1) assert.equal(day(dayIso(at)), at);
});

for (const { text, number } of CASES.iso) {
  test(`"${text}" is ${number === null ? "no day" : "a day"}: as in Python`, () => assert.equal(day(text), number));
}

for (const { days, precision, words } of CASES.words) {
  test(`${words}, as in Python`, () => assert.equal(spanWords(day(days[0]), day(days[1]) + 1, precision), words));
}

test("months later, a day that the month lacks is its last", () => {
  assert.equal(addMonths(day("2014-10-06"), 1), day("2014-11-06"));
  assert.equal(addMonths(day("2016-01-31"), 1), day("2016-02-29"));
  assert.equal(addMonths(day("2015-01-31"), -2), day("2014-11-30"));
});

test("days and months in words", () => {
  assert.equal(dayWords(day("2014-10-06")), "6 October 2014");
  assert.equal(monthWords(day("2014-10-06")), "October 2014");
});

test("what has no end is so since its first day", () => {
  assert.equal(spanWords(day("2019-10-09"), null), "since 9 October 2019");
});
