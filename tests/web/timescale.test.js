// The timescale keeps what is under the pointer there, and never shows what lies outside the whole.
import assert from "node:assert/strict";
import { test } from "node:test";
import { inOrder } from "../../timemap/web/slider/periodlist.js";
import {
  centreOn,
  dayAt,
  density,
  edgeOf,
  isZoomed,
  middleOf,
  panScale,
  resized,
  showDay,
  showSpan,
  wholeScale,
  zoomScale,
} from "../../timemap/web/slider/timescale.js";

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

test("zoom ends at two weeks and at the whole", () => {
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

test("a new width keeps the days in sight", () => {
  const near = zoomScale(WHOLE, 250, 10);
  const wider = resized(near, 900);
  assert.deepEqual([wider.from, wider.to, wider.width], [near.from, near.to, 900]);
});

test("a span that is all in sight and wide enough moves nothing", () => {
  const near = zoomScale(WHOLE, 250, 4);
  assert.equal(showSpan(WHOLE, [1200, 1400]), WHOLE);
  assert.equal(showSpan(near, [1400, 1600]), near);
});

test("a span that is partly out of sight brings the whole back, a short one comes closer", () => {
  const near = zoomScale(WHOLE, 250, 10);
  const wide = showSpan(near, [1100, 1500]);
  assert.deepEqual([wide.from, wide.to], [1000, 2000]);
  for (const span of [[1500, 1510], [1000, 1001], [1990, 2000]]) {
    const close = showSpan(WHOLE, span);
    assert.ok(close.from <= span[0] && close.to >= span[1], span.join());
    assert.ok(close.from >= 1000 && close.to <= 2000 && close.to - close.from >= 14);
    assert.ok((span[1] - span[0]) * density(close) >= Math.min(48, (span[1] - span[0]) * 500 / 14));
  }
});

test("the scale is centred on a day as far as the whole allows", () => {
  const near = zoomScale(WHOLE, 250, 10);
  assert.equal((centreOn(near, 1300).from + centreOn(near, 1300).to) / 2, 1300);
  assert.equal(centreOn(near, 0).from, 1000);
  assert.equal(centreOn(near, 9999).to, 2000);
});

test("periods stand in the order in which they begin, the longer first", () => {
  const periods = [{ start: 50, end: 60 }, { start: 10, end: 20 }, { start: 10, end: null }];
  assert.deepEqual(inOrder(periods), [periods[2], periods[1], periods[0]]);
});
