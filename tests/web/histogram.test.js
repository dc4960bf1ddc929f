// Every shown event is counted once; an uncertain date is spread over the days it may mean.
import assert from "node:assert/strict";
import { test } from "node:test";
import { categoryCounts, groupsOf } from "../../timemap/web/slider/bars.js";
import { isoDay as day } from "../../timemap/web/time/dates.js";
import { binEdges, binStart, countBins, eventsInBin, unitFor } from "../../timemap/web/slider/histogram.js";

const EVENTS = {
  start: ["2014-09-01", "2014-10-01", "2014-10-06", "2014-10-06", "2014-11-30"].map(day),
  end: ["2014-10-03", "2014-11-01", "2014-10-07", "2014-10-20", "2014-12-01"].map(day),
  precision: ["day", "month", "day", "day", "day"],
};
const WHOLE = [day("2014-09-01"), day("2015-01-01")];
const sum = (values) => values.reduce((total, value) => total + value, 0);

test("the unit is the finest whose bars can be seen", () => {
  assert.equal(unitFor(1280 / 5000), "month");
  assert.equal(unitFor(360 / 5000), "quarter");
  assert.equal(unitFor(1280 / 900), "week");
  assert.equal(unitFor(1280 / 200), "day");
  assert.equal(unitFor(0.001), "year");
});

test("bins begin with their unit and cover the whole", () => {
  assert.equal(binStart(day("2014-10-08"), "week"), day("2014-10-06"));
  assert.equal(binStart(day("1969-12-31"), "week"), day("1969-12-29"));
  assert.equal(binStart(day("2014-11-08"), "quarter"), day("2014-10-01"));
  assert.equal(binStart(day("2014-11-08"), "year"), day("2014-01-01"));
  assert.deepEqual(
    binEdges([day("2014-09-10"), day("2014-11-01")], "month"),
    ["2014-09-01", "2014-10-01", "2014-11-01"].map(day),
  );
});

test("each event counts once, at its start", () => {
  const bins = countBins(EVENTS, null, WHOLE, "month");
  assert.deepEqual([...bins.certain[0]], [1, 2, 1, 0]);
  assert.deepEqual([...bins.spread[0]], [0, 1, 0, 0]);
  assert.deepEqual([...bins.sums], [1, 3, 1, 0]);
  assert.equal(Math.max(...bins.sums), 3);
});

test("in finer bins an uncertain date is spread, and still one event in all", () => {
  for (const unit of ["day", "week"]) {
    const { certain, spread } = countBins(EVENTS, null, WHOLE, unit);
    assert.equal(sum(certain[0]), 4);
    assert.ok(Math.abs(sum(spread[0]) - 1) < 1e-9);
  }
  const days = countBins(EVENTS, null, WHOLE, "day");
  assert.equal(days.spread[0].filter((share) => share > 0).length, 31);
});

test("events that were filtered out do not count", () => {
  const bins = countBins(EVENTS, Uint8Array.from([1, 0, 0, 1, 0]), WHOLE, "month");
  assert.deepEqual([...bins.certain[0]], [1, 1, 0, 0]);
  assert.equal(sum(bins.spread[0]), 0);
});

test("an event that reaches into the whole counts on its first day, one outside not at all", () => {
  const bins = countBins(EVENTS, null, [day("2014-10-02"), day("2014-11-01")], "day");
  assert.equal(bins.certain[0][0], 1);
  assert.equal(sum(bins.certain[0]), 3);
  assert.ok(Math.abs(sum(bins.spread[0]) - 1) < 1e-9);
  assert.equal(countBins(EVENTS, null, [day("2016-01-01"), day("2016-02-01")], "day").sums.some(Boolean), false);
});

test("a bar names its events, those of a known day first", () => {
  const october = [day("2014-10-01"), day("2014-11-01")];
  assert.deepEqual(eventsInBin(EVENTS, null, october, WHOLE), [2, 3, 1]);
  assert.deepEqual(eventsInBin(EVENTS, Uint8Array.from([1, 1, 0, 1, 1]), october, WHOLE), [3, 1]);
  assert.deepEqual(eventsInBin(EVENTS, null, [day("2014-10-25"), day("2014-10-26")], WHOLE), [1]);
});

test("each group of categories has its part of a bar, and no event is in two", () => {
  const groups = { count: 3, of: (index) => [0, 1, 1, 2, 0][index] };
  const bins = countBins(EVENTS, null, WHOLE, "month", groups);
  assert.deepEqual(bins.certain.map((column) => [...column]), [[1, 0, 1, 0], [0, 1, 0, 0], [0, 1, 0, 0]]);
  assert.deepEqual(bins.spread.map((column) => [...column]), [[0, 0, 0, 0], [0, 1, 0, 0], [0, 0, 0, 0]]);
  assert.deepEqual([...bins.sums], [1, 3, 1, 0]);
});

test("the categories of a bar are counted, the most frequent first; groups have the colour of their first one", () => {
  const categories = [
    { name: "Fighting", group: "violence", colour: "#900" },
    { name: "Aid", group: "people", colour: "#090" },
    { name: "Air strike", group: "violence", colour: "#c40" },
  ];
  const events = { mainCategory: (index) => [0, 2, 2, 1][index] };
  assert.equal(categoryCounts(categories, events, [0, 1, 2, 3]), "Air strike 2, Fighting 1, Aid 1");
  const { names, colours, count, of } = groupsOf(categories, events);
  assert.deepEqual(names, ["Violence", "People"]);
  assert.deepEqual([colours, count, [0, 1, 2, 3].map(of)], [["#900", "#090"], 2, [0, 0, 0, 1]]);
});
