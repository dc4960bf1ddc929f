// A day typed into a field is taken when it is whole and inside the range, and then only.
import assert from "node:assert/strict";
import { test } from "node:test";

import { dayInside } from "../../timemap/web/page/dayfield.js";
import { isoDay } from "../../timemap/web/time/dates.js";

const RANGE = [isoDay("2012-07-19"), isoDay("2026-11-24")];

test("a day of the range is taken, its first and its last too", () => {
  for (const iso of ["2012-07-19", "2016-07-14", "2026-11-23"]) assert.equal(dayInside(iso, RANGE), isoDay(iso));
});

test("the day after the last and the day before the first are not", () => {
  for (const iso of ["2012-07-18", "2026-11-24"]) assert.equal(dayInside(iso, RANGE), null, iso);
});

test("what is incomplete, or a year of which some digits are typed, is not", () => {
  for (const iso of ["", "0002-07-14", "0201-07-14", "12016-07-14", "2016-02-30"]) assert.equal(dayInside(iso, RANGE), null, iso);
});
