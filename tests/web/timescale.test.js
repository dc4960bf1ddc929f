// The timescale keeps what is under the pointer there, and never shows what lies outside the range.
import assert from "node:assert/strict";
import { test } from "node:test";
import { inRange } from "../../timemap/web/slider/periodlist.js";
import { dayAt, density, edgeOf, fitScale, isZoomed, middleOf, panScale, showDay, wholeScale, zoomScale } from "../../timemap/web/slider/timescale.js";

const WHOLE = wholeScale([1000, 2000], 500);

test("a day has its place and the place its day", () => {
  assert.equal(edgeOf(WHOLE, 1000), 0);
  assert.equal(edgeOf(WHOLE, 2000), 500);
  for (const day of [1000, 1001, 1500, 1999]) assert.equal(dayAt(WHOLE, middleOf(WHOLE, day)), day);
  assert.equal(dayAt(WHOLE, -30), 1000);
  assert.equal(dayAt(WHOLE, 530), 1999);
});

test("zooming keeps the day under the pointer", () => {
  const near = zoomScale(WHOLE, 300, 4);
  assert.ok(Math.abs(edgeOf(near, 1600) - 300) < 1e-9);
  assert.equal(density(near), density(WHOLE) * 4);
  assert.ok(isZoomed(near));
});

test("zoom ends at two weeks and at the whole range", () => {
  const nearest = zoomScale(WHOLE, 10, 1e9);
  assert.ok(Math.abs(nearest.to - nearest.from - 14) < 1e-9);
  const back = zoomScale(nearest, 400, 1e-9);
  assert.deepEqual([back.from, back.to, isZoomed(back)], [1000, 2000, false]);
  const short = zoomScale(wholeScale([0, 5], 100), 50, 3);
  assert.deepEqual([short.from, short.to], [0, 5]);
});

test("panning follows the pointer and stops at the ends", () => {
  const near = zoomScale(WHOLE, 250, 5);
  const moved = panScale(near, -50);
  assert.ok(Math.abs(edgeOf(moved, 1500) - (edgeOf(near, 1500) - 50)) < 1e-9);
  assert.equal(panScale(near, 1e9).from, 1000);
  assert.equal(panScale(near, -1e9).to, 2000);
});

test("a day out of sight is brought into sight, one in sight moves nothing", () => {
  const near = zoomScale(WHOLE, 250, 10);
  assert.equal(showDay(near, 1500), near);
  for (const day of [1000, 1200, 1800, 1999]) {
    const moved = showDay(near, day);
    assert.ok(day >= moved.from && day + 1 <= moved.to, String(day));
  }
});

test("a new width keeps the days in sight, a new range shows all of itself", () => {
  const near = zoomScale(WHOLE, 250, 10);
  const wider = fitScale(near, [1000, 2000], 900);
  assert.deepEqual([wider.from, wider.to, wider.width], [near.from, near.to, 900]);
  const other = fitScale(near, [1100, 1300], 500);
  assert.deepEqual([other.from, other.to], [1100, 1300]);
});

test("the periods of a range are those that touch it, in the order in which they begin, the longer first", () => {
  const periods = [{ start: 50, end: 60 }, { start: 10, end: 20 }, { start: 10, end: null }, { start: 0, end: 10 }, { start: 90, end: 95 }];
  assert.deepEqual(inRange(periods, [10, 90]), [periods[2], periods[1], periods[0]]);
  assert.deepEqual(inRange(periods, [9, 91]).length, 5);
});
