// Names on the axis never run into each other, whatever the zoom, and always say the year or month somewhere.
import assert from "node:assert/strict";
import { test } from "node:test";
import { axisTicks } from "../../timemap/web/slider/axis.js";
import { isoDay as day } from "../../timemap/web/time/dates.js";
import { wholeScale } from "../../timemap/web/slider/timescale.js";

const LETTER = 7;
const labelled = (scale) => axisTicks(scale, LETTER).filter((tick) => tick.label);

function collides(ticks, width) {
  const sorted = [...ticks].sort((one, other) => one.x - other.x);
  return sorted.some((tick, at) => {
    const end = tick.x + tick.label.length * LETTER;
    return end > (sorted[at + 1]?.x ?? width + 5) || tick.x < 0;
  });
}

test("no two names collide at any length of time or width", () => {
  for (const width of [320, 360, 800, 1280, 1920]) {
    for (const length of [10, 14, 31, 60, 100, 200, 400, 900, 2000, 5000, 40_000]) {
      for (const offset of [0, 17, 200]) {
        const from = day("2012-07-01") + offset;
        const ticks = labelled(wholeScale([from, from + length], width));
        assert.ok(ticks.length >= 2, `${width} px, ${length} days: ${ticks.length} names`);
        assert.ok(
          !collides(ticks, width),
          `${width} px, ${length} days: ${ticks.map((tick) => `${tick.label}@${tick.x.toFixed(0)}`)}`,
        );
      }
    }
  }
});

test("the check for collisions can fail", () => {
  assert.ok(collides([{ x: 0, label: "2014" }, { x: 10, label: "2015" }], 400));
  assert.ok(collides([{ x: 390, label: "2014" }], 400));
});

test("years for many years, months for one, days for a few weeks", () => {
  const words = (from, to) =>
    labelled(wholeScale([day(from), day(to)], 1280))
      .sort((one, other) => one.x - other.x)
      .map((tick) => tick.label);
  assert.deepEqual(
    words("2012-01-01", "2016-01-01").filter((word) => /^\d{4}$/u.test(word)),
    ["2012", "2013", "2014", "2015"],
  );
  assert.deepEqual(words("2014-06-10", "2015-08-20").slice(0, 9), [
    "2014",
    "Jul",
    "Aug",
    "Sept",
    "Oct",
    "Nov",
    "Dec",
    "2015",
    "Feb",
  ]);
  assert.deepEqual(words("2014-11-25", "2015-02-25"), [
    "26",
    "Dec 2014",
    "6",
    "11",
    "16",
    "21",
    "26",
    "Jan 2015",
    "6",
    "11",
    "16",
    "21",
    "26",
    "Feb",
    "6",
    "11",
    "16",
    "21",
  ]);
  assert.deepEqual(words("2014-10-02", "2014-10-08"), ["October 2014", "3", "4", "5", "6", "7"]);
});

test("the year is said somewhere at every zoom", () => {
  for (let from = day("2014-01-01"); from < day("2015-03-01"); from += 3) {
    for (const length of [14, 30, 90, 300]) {
      assert.ok(
        labelled(wholeScale([from, from + length], 360)).some((tick) => /201[45]/u.test(tick.label)),
        `${from} ${length}`,
      );
    }
  }
});

test("a scale without width has no ticks", () => {
  assert.deepEqual(axisTicks(wholeScale([0, 10], 0)), []);
});
