// What people type as a day is read in many ways of writing; what cannot be meant is refused in words.
import assert from "node:assert/strict";
import { test } from "node:test";
import { dayMeant } from "../../timemap/web/page/dayfield.js";
import { dayIso, isoDay, shortDay } from "../../timemap/web/time/dates.js";
import { readDays } from "../../timemap/web/time/readday.js";

/** Text, first and last day that it means. */
const READ = [
  ["6/10/2014", "2014-10-06"],
  ["06/10/2014", "2014-10-06"],
  ["6.10.2014", "2014-10-06"],
  ["6. 10. 2014", "2014-10-06"],
  ["06-10-2014", "2014-10-06"],
  ["6 10 2014", "2014-10-06"],
  ["6/10/14", "2014-10-06"],
  ["2014-10-06", "2014-10-06"],
  ["2014/10/6", "2014-10-06"],
  ["6 Oct 2014", "2014-10-06"],
  ["  6  october  2014 ", "2014-10-06"],
  ["6th of October, 2014", "2014-10-06"],
  ["Oct 6, 2014", "2014-10-06"],
  ["6-Oct-2014", "2014-10-06"],
  ["2014 Oct 6", "2014-10-06"],
  ["Monday 6 October 2014", "2014-10-06"],
  ["1 Sept 2014", "2014-09-01"],
  ["29 Feb 2016", "2016-02-29"],
  ["\u0666/\u0661\u0660/\u0662\u0660\u0661\u0664", "2014-10-06"],
  ["\u06f6/\u06f1\u06f0/\u06f2\u06f0\u06f1\u06f4", "2014-10-06"],
  ["\u200f6/10/2014\u200e", "2014-10-06"],
  ["\uff16\uff0f10\uff0f2014", "2014-10-06"],
  ["October 2014", "2014-10-01", "2014-10-31"],
  ["feb 2016", "2016-02-01", "2016-02-29"],
  ["10/2014", "2014-10-01", "2014-10-31"],
  ["2014-10", "2014-10-01", "2014-10-31"],
  ["2014", "2014-01-01", "2014-12-31"],
  ["\u0662\u0660\u0661\u0664", "2014-01-01", "2014-12-31"],
];
const PROBLEMS = [
  ["31 Feb 2015", "There is no 31 February 2015."],
  ["29/2/2015", "There is no 29 February 2015."],
  ["0/10/2014", "There is no 0 October 2014."],
  ["10/13/2014", "There is no month 13. The day comes first, then the month: 6/10/2014 is 6 October 2014."],
  ["13/2014", "There is no month 13. The day comes first, then the month: 6/10/2014 is 6 October 2014."],
  ["", "No date is given. Write it like 6 Oct 2014 or 6/10/2014."],
  ["  ", "No date is given. Write it like 6 Oct 2014 or 6/10/2014."],
  ["soon", "\u201csoon\u201d is not a date. Write it like 6 Oct 2014 or 6/10/2014."],
  ["6 Oct", "\u201c6 Oct\u201d is not a date. Write it like 6 Oct 2014 or 6/10/2014."],
  ["6 Ma 2014", "\u201c6 Ma 2014\u201d is not a date. Write it like 6 Oct 2014 or 6/10/2014."],
  ["6 10 2014 12", "\u201c6 10 2014 12\u201d is not a date. Write it like 6 Oct 2014 or 6/10/2014."],
  ["20141006", "\u201c20141006\u201d is not a date. Write it like 6 Oct 2014 or 6/10/2014."],
];

for (const [text, first, last = first] of READ) {
  test(`"${text}" is read`, () => {
    const read = readDays(text);
    assert.equal(read.problem, undefined);
    assert.deepEqual([dayIso(read.first), dayIso(read.last)], [first, last]);
  });
}

test("today is the day on the reader's calendar", () => {
  const format = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric" });
  for (const text of ["today", " Today "]) assert.deepEqual(readDays(text), readDays(format.format()));
});

for (const [text, problem] of PROBLEMS) {
  test(`"${text}" is refused`, () => assert.deepEqual(readDays(text), { problem }));
}

test("only where day and month could be the other way round it is said how they were read", () => {
  const open = ["6/10/2014", "10.6.2014", "6/10/14"];
  const clear = ["6/6/2014", "16/10/2014", "2014-10-06", "6 Oct 2014", "10/2014", "2014"];
  assert.deepEqual([...open, ...clear].filter((text) => readDays(text).open), open);
});

test("every day is read as the page writes it", () => {
  for (let day = isoDay("2014-01-01"); day <= isoDay("2016-12-31"); day += 1) {
    const { first, last } = readDays(shortDay(day));
    assert.deepEqual([first, last], [day, day], shortDay(day));
  }
});

const LIMITS = { inside: [isoDay("2012-07-19"), isoDay("2026-11-30")], name: "The map covers" };
const meant = (text, end, limits = LIMITS) => {
  const found = dayMeant(text, limits, end);
  return found.problem ?? dayIso(found.day);
};

test("of a month and a year the first or the last day is meant, as far as the map goes", () => {
  assert.deepEqual([meant("Oct 2014"), meant("Oct 2014", "last")], ["2014-10-01", "2014-10-31"]);
  assert.deepEqual([meant("2012"), meant("2026", "last")], ["2012-07-19", "2026-11-29"]);
  assert.deepEqual([meant("July 2012"), meant("Nov 2026", "last")], ["2012-07-19", "2026-11-29"]);
});

test("a day outside is refused with what the map covers, its first and last day are not", () => {
  assert.deepEqual(["19 Jul 2012", "29 Nov 2026"].map((text) => meant(text)), ["2012-07-19", "2026-11-29"]);
  assert.equal(meant("18 Jul 2012"), "18 July 2012 is outside. The map covers 19 July 2012 to 29 November 2026.");
  assert.equal(meant("30/11/2026"), "30 November 2026 is outside. The map covers 19 July 2012 to 29 November 2026.");
  assert.equal(meant("2031"), "The map covers 19 July 2012 to 29 November 2026.");
});

test("a day inside can be refused all the same", () => {
  const refuse = (day) => (day > isoDay("2015-01-27") ? "too late" : null);
  assert.equal(meant("2015", "last", { ...LIMITS, refuse }), "too late");
  assert.equal(meant("2015", "first", { ...LIMITS, refuse }), "2015-01-01");
});
