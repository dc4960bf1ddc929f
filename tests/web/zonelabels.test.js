// The name of a zone lies wholly on its land, or beside it at the end of a line; names leave the dots of others free.
import assert from "node:assert/strict";
import { test } from "node:test";

import { landOf } from "../../timemap/web/labels/land.js";
import { breakInto } from "../../timemap/web/labels/lettering.js";
import { createIndex, placeLabels, spotAt } from "../../timemap/web/labels/labelplacement.js";
import { createZoneLabels } from "../../timemap/web/labels/zonelabels.js";

const view = { seen: [0, 0, 400, 300], scale: 1, originX: 0, originY: 0 }; // the world is counted in pixels
const square = (left, top, right, bottom) => Float64Array.from([left, top, right, top, right, bottom, left, bottom]);
const inside = (box, [left, top, right, bottom]) =>
  box[0] >= left && box[1] >= top && box[2] <= right && box[3] <= bottom;
const words = (lines) => ({
  lines,
  width: 8 * Math.max(...lines.map((line) => line.length)),
  height: 16 * lines.length,
});

function labels(zones, more = {}) {
  const list = zones.map(([id, rings, en = "Long name"]) => ({ id, mark: id, name: id, names: { en }, rings }));
  const asked = {
    view,
    key: "",
    covered: [],
    scale: 1,
    textOf: ({ names }) => names.en,
    words,
    towns: createIndex(),
    others: { mark: "", rings: () => [] },
    ...more,
  };
  return Object.fromEntries(createZoneLabels()(list, asked).map(({ zone, spots }) => [zone.id, spots]));
}

test("land takes words only where they lie on it whole, and not in a hole", () => {
  const land = landOf([square(100, 100, 300, 200), square(180, 100, 220, 200)], view);
  const spots = land.fits(60, 20);
  assert.ok(spots.length > 0);
  for (const { x, y } of spots) {
    const { box } = spotAt(x, y, 60, 20);
    assert.ok(inside(box, [100, 100, 180, 200]) || inside(box, [220, 100, 300, 200]), `${box}`);
  }
  assert.deepEqual(land.fits(90, 20), []);
});

test("what lies over the map takes land away", () => {
  const land = landOf([square(100, 100, 300, 200)], view, [[0, 0, 250, 300]]);
  assert.deepEqual(land.fits(60, 20), []);
  assert.ok(land.feet.every(({ x }) => x >= 250));
});

test("a wide zone is named on its land, at its middle", () => {
  const { wide: [best] } = labels([["wide", [square(100, 100, 300, 200)]]]);
  assert.equal(best.foot, undefined);
  assert.ok(inside(best.box, [100, 100, 300, 200]));
  assert.ok(Math.hypot(best.x - 200, best.y - 150) < 12);
});

test("a narrow zone is named beside it, at the end of a line, and not on another zone", () => {
  const { narrow } = labels([["narrow", [square(100, 100, 116, 200)]], ["other", [square(116, 60, 300, 260)]]]);
  assert.ok(narrow.length > 0);
  for (const { box, foot } of narrow) {
    assert.ok(foot[0] > 100 && foot[0] < 116 && foot[1] > 100 && foot[1] < 200);
    assert.ok(box[2] <= 116 || box[0] >= 300 || box[3] <= 62 || box[1] >= 258, `${box}`);
  }
});

test("a name beside its zone stands on free ground, and on land of others only on a plate", () => {
  const narrow = [["narrow", [square(100, 100, 116, 200)]]];
  const east = { mark: "east", rings: () => [square(116, 0, 400, 300)] };
  const { narrow: spots } = labels(narrow, { others: east });
  assert.ok(spots[0].box[2] <= 116 && !spots[0].plate);
  const onLand = spots.filter(({ box }) => box[2] > 117);
  assert.ok(onLand.length > 0 && onLand.every(({ plate, foot }) => plate && foot));
  const around = { mark: "around", rings: () => [square(0, 0, 400, 300), square(100, 100, 116, 200)] };
  assert.ok(labels(narrow, { others: around }).narrow.every(({ plate }) => plate));
});

test("the dot of a town is hidden only where nothing else is left", () => {
  const towns = createIndex([[195, 145, 205, 155]]);
  const { wide: [best] } = labels([["wide", [square(100, 100, 300, 200)]]], { towns });
  assert.ok(!towns.meets(best.box));
});

test("a zone of which nothing is seen is not named", () => {
  assert.deepEqual(labels([["gone", [square(500, 100, 600, 200)]]]), {});
});

test("a line crosses no words that stand there already", () => {
  const first = { id: "first", priority: 1, spots: [spotAt(100, 50, 40, 20)] };
  const led = (x, y) => ({ ...spotAt(x, y, 40, 20), foot: [100, 100] });
  const [, second] = placeLabels([first, { id: "second", priority: 2, spots: [led(100, 10), led(200, 100)] }]);
  assert.deepEqual([second.spot.x, second.spot.y], [200, 100]);
  const [, third] = placeLabels([
    { ...first, spots: [led(100, 10)] },
    { id: "third", priority: 2, spots: [spotAt(100, 60, 40, 20), spotAt(300, 60, 40, 20)] },
  ]);
  assert.equal(third.spot.x, 300);
});

test("two lines never cross", () => {
  const led = (id, x, foot) => ({ id, priority: 1, spots: x.map((at) => ({ ...spotAt(at, 10, 20, 20), foot })) });
  const [, second] = placeLabels([led("one", [100], [203, 203]), led("other", [200, 40], [103, 199])]);
  assert.equal(second.spot.x, 40);
});

test("two towns on two sides of a border may touch, others not", () => {
  const town = (id, x, dense) => {
    const y = id === "one" ? 100 : 104;
    return {
      id,
      priority: 1,
      dense,
      mark: [x - 3, y - 3, x + 3, y + 3],
      spots: [spotAt(x, id === "one" ? 80 : 124, 40, 20)],
    };
  };
  assert.equal(placeLabels([town("one", 100, true), town("other", 102, true)]).length, 2);
  assert.equal(placeLabels([town("one", 100, true), town("other", 102, false)]).length, 1);
});

test("names are broken into lines of like length", () => {
  assert.deepEqual(breakInto("Dawn of Freedom area", 3), ["Dawn of", "Freedom", "area"]);
  assert.deepEqual(breakInto("Afrin", 3), ["Afrin"]);
});
