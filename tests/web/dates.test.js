// Days are counted in UTC; words of days say no more than is known; what can be read two ways is not read.
import assert from "node:assert/strict";
import { test } from "node:test";
import { addMonths, dayIso, dayWords, isoDay, monthWords, spanWords } from "../../timemap/web/time/dates.js";

const day = isoDay;

test("days and ISO dates are two ways to write the same", () => {
  assert.equal(day("1970-01-01"), 0);
  assert.equal(day("2014-10-06"), 16349);
  for (let at = day("2011-12-25"); at < day("2012-03-05"); at += 1) assert.equal(day(dayIso(at)), at);
});

test("a date that the calendar lacks is no day", () => {
  for (const wrong of ["2015-02-29", "2014-13-01", "2014-10-6", "yesterday", "", "2014-10-06T00:00"])
    assert.equal(day(wrong), null, wrong);
});

test("months later, a day that the month lacks is its last", () => {
  assert.equal(addMonths(day("2014-10-06"), 1), day("2014-11-06"));
  assert.equal(addMonths(day("2016-01-31"), 1), day("2016-02-29"));
  assert.equal(addMonths(day("2015-01-31"), -2), day("2014-11-30"));
});

test("days and months in words", () => {
  assert.equal(dayWords(day("2014-10-06")), "6 October 2014");
  assert.equal(monthWords(day("2014-10-06")), "October 2014");
});

test("spans say the last day, not the first one after", () => {
  assert.equal(spanWords(day("2014-10-06"), day("2014-10-07")), "6 October 2014");
  assert.equal(spanWords(day("2014-10-29"), day("2014-11-01")), "29–31 October 2014");
  assert.equal(spanWords(day("2014-10-29"), day("2014-11-03")), "29 October – 2 November 2014");
  assert.equal(spanWords(day("2014-12-29"), day("2015-01-03")), "29 December 2014 – 2 January 2015");
});

test("spans are no finer than what is known", () => {
  assert.equal(spanWords(day("2015-05-01"), day("2015-06-01"), "month"), "May 2015");
  assert.equal(spanWords(day("2015-05-01"), day("2015-07-01"), "month"), "May – June 2015");
  assert.equal(spanWords(day("2015-01-01"), day("2016-01-01"), "year"), "2015");
  assert.equal(spanWords(day("2015-01-01"), day("2018-01-01"), "year"), "2015–2017");
  assert.equal(spanWords(day("2015-05-01"), day("2015-06-01"), "about"), "about May 2015");
  assert.equal(spanWords(day("2019-10-09"), null), "since 9 October 2019");
});
