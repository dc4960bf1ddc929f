// What the card of an area says after its size takes every figure of the range from the data.
import assert from "node:assert/strict";
import { test } from "node:test";
import { rangeWords } from "../../timemap/web/panel/areaparts.js";

const DAY = 16349; // 6 October 2014

function words(area, km2, share = 90) {
  const controllers = [[[DAY - 1, null, 1500, 1200, 2000]]];
  const ranges = { share, controllers, zones: [[[DAY, DAY + 1, 40, 30, 50]], []] };
  return rangeWords({ data: { ranges }, store: { get: () => ({ moment: DAY }) } }, area, km2);
}

test("the share of the recalculations in a range is that of the data", () => {
  const end = " on 6 October 2014, including lakes and rivers";
  assert.equal(words({ controller: 0, zone: -1 }, 1500), ` (90% range 1,200\u20132,000)${end}`);
  assert.equal(words({ controller: 0, zone: -1 }, 1500, 70), ` (70% range 1,200\u20132,000)${end}`);
});

test("the range of all areas of a holder stands beside the size of all", () => {
  const end = /all areas held: 1,500\u00a0km\u00b2 \(70% range 1,200\u20132,000\)$/;
  assert.match(words({ controller: 0, zone: -1 }, 300, 70), end);
});

test("a zone has its own range, and one without a range none", () => {
  assert.match(words({ controller: 0, zone: 0 }, 40), /90% range 30\u201350/);
  assert.doesNotMatch(words({ controller: 0, zone: 1 }, 40), /range/);
});
