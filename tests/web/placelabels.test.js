// Names never cover one another, and the focus is always named.
import assert from "node:assert/strict";
import { test } from "node:test";

import {
  createIndex, overlaps, placeLabels, placeNeeded, spotAt, spotsBeside,
} from "../../timemap/web/labels/labelplacement.js";

/** Numbers that look random and are the same each time (mulberry32). */
function random(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function town(id, x, y, priority, more = {}) {
  const reach = 3;
  return {
    id,
    priority,
    mark: [x - reach, y - reach, x + reach, y + reach],
    spots: spotsBeside(x, y, 60, 14, 5),
    ...more,
  };
}

function crowd(count, seed = 1) {
  const next = random(seed);
  return Array.from({ length: count }, (_, index) =>
    town(`town ${index}`, next() * 900, next() * 600, 1 + Math.floor(next() * 5)),
  );
}

const ids = (placed) => placed.map(({ candidate }) => candidate.id);

/** All pairs of words, and of words and the dots of other places, that cover one another. */
function clashes(placed) {
  const found = [];
  placed.forEach(({ candidate, spot }, at) => {
    placed.forEach((other, otherAt) => {
      if (at < otherAt && overlaps(spot.box, other.spot.box)) found.push([candidate.id, other.candidate.id]);
      if (at !== otherAt && other.candidate.mark && overlaps(spot.box, other.candidate.mark))
        found.push([candidate.id, other.candidate.id]);
    });
  });
  return found;
}

test("in a crowd no words cover other words or dots", () => {
  const placed = placeLabels(crowd(400));
  assert.ok(placed.length > 50);
  assert.deepEqual(clashes(placed), []);
});

test("the check for clashes finds one", () => {
  const [one, two] = [town("one", 50, 50, 1), town("two", 55, 52, 1)];
  assert.ok(clashes([one, two].map((candidate) => ({ candidate, spot: candidate.spots[0] }))).length > 0);
});

test("the focus is placed first in every crowd, though it came last", () => {
  for (let seed = 1; seed <= 20; seed += 1) {
    const focus = town("focus", 450, 300, 99, { always: true });
    assert.equal(ids(placeLabels([...crowd(300, seed), focus]))[0], "focus");
  }
});

test("the focus is placed even where everything is blocked", () => {
  const focus = town("focus", 100, 100, 0, { always: true });
  const placed = placeLabels([focus], [[0, 0, 900, 600]]);
  assert.deepEqual(placed[0].spot, focus.spots[0]);
});

test("of two that cannot both stand the more important one does", () => {
  const rivals = [town("small", 100, 100, 5), town("large", 102, 100, 1)];
  assert.deepEqual(ids(placeLabels(rivals)), ["large"]);
});

test("of two equals the one given first is placed", () => {
  assert.deepEqual(ids(placeLabels([town("first", 100, 100, 3), town("second", 101, 100, 3)])), ["first"]);
});

test("what is needed comes first only where the others leave it no room", () => {
  const large = town("large", 100, 100, 1);
  const [only, other] = [spotAt(140, 100, 60, 40), spotAt(300, 100, 60, 40)];
  const needed = { id: "needed", priority: 2, needed: true, spots: [only, other] };
  assert.deepEqual(ids(placeNeeded([large, needed])), ["large", "needed"]);
  assert.deepEqual(ids(placeNeeded([large, { ...needed, spots: [only] }])), ["needed", "large"]);
  assert.deepEqual(ids(placeNeeded([large, { ...needed, needed: false, spots: [only] }])), ["large"]);
});

test("a label leaves a poor spot for a better one, but not for the end of a line", () => {
  const label = town("town", 100, 100, 1);
  const [first, second] = label.spots;
  const isPoor = (candidate, { box }) => box === first.box;
  assert.equal(placeLabels([label], [], [], isPoor)[0].spot, second);
  const led = { ...spotAt(100, 40, 60, 14), foot: [100, 100] };
  assert.equal(placeLabels([{ ...label, spots: [first, led] }], [], [], isPoor)[0].spot, first);
  assert.equal(placeLabels([{ ...label, spots: [first] }], [], [], isPoor)[0].spot, first);
});

test("a label moves to its next spot rather than be dropped", () => {
  const blocked = [110, 90, 160, 110];
  const [{ spot }] = placeLabels([town("town", 100, 100, 1)], [blocked]);
  assert.ok(!overlaps(spot.box, blocked));
});

test("only those that insist cover an obstacle, and only where nothing is clear", () => {
  const everywhere = [[0, 0, 900, 600]];
  assert.deepEqual(ids(placeLabels([town("meek", 100, 100, 1)], everywhere)), []);
  assert.deepEqual(ids(placeLabels([town("city", 100, 100, 1, { insists: true })], everywhere)), ["city"]);
  const [{ spot }] = placeLabels([town("city", 100, 100, 1, { insists: true })], [[110, 90, 160, 110]]);
  assert.ok(!overlaps(spot.box, [110, 90, 160, 110]));
});

test("a name that would be nearer to the dot of another is not placed", () => {
  const large = town("large", 100, 100, 1);
  const small = town("small", 100, 120, 5, { spots: spotsBeside(100, 120, 60, 14, 5, ["above"]) });
  assert.deepEqual(ids(placeLabels([large, small])), ["large"]);
  assert.deepEqual(
    ids(placeLabels([large, { ...small, spots: spotsBeside(100, 120, 60, 14, 5, ["above", "below"]) }])),
    ["large", "small"],
  );
});

test("a name below its dot does not stand beside the dot of another, where it would be read as that dot's", () => {
  const other = town("other", 50, 119, 1, { spots: spotsBeside(50, 119, 60, 14, 5, ["left"]) });
  const low = town("low", 100, 100, 2, { spots: spotsBeside(100, 100, 60, 14, 12, ["below"]) });
  assert.deepEqual(ids(placeLabels([other, low])), ["other"]);
  const lower = { ...other, mark: [47, 146, 53, 152], spots: [spotAt(20, 149, 30, 14)] };
  assert.deepEqual(ids(placeLabels([lower, low])), ["other", "low"]);
});

test("a dot that a more important name could be taken for is left out with its name", () => {
  const large = town("large", 100, 100, 1, { spots: spotsBeside(100, 100, 60, 14, 30, ["right"]) });
  const between = town("between", 120, 115, 5, { spots: spotsBeside(120, 115, 60, 14, 5, ["below"]) });
  assert.deepEqual(ids(placeLabels([large, between])), ["large"]);
});

test("the gap keeps words apart", () => {
  const first = { id: "first", priority: 1, spots: [spotAt(50, 50, 20, 10)] };
  const close = { id: "close", priority: 2, spots: [spotAt(73, 50, 20, 10)] };
  assert.deepEqual(ids(placeLabels([first, close])), ["first", "close"]);
  assert.deepEqual(ids(placeLabels([first, { ...close, gap: 4 }])), ["first"]);
});

test("turned words cover the box round their corners", () => {
  const { box } = spotAt(0, 0, 40, 10, Math.PI / 2);
  box.forEach((value, at) => assert.ok(Math.abs(value - [-5, -20, 5, 20][at]) < 1e-9));
});

test("the index agrees with trying every box, also at negative pixels", () => {
  const next = random(7);
  const boxes = Array.from({ length: 200 }, () => {
    const [x, y] = [next() * 1400 - 300, next() * 900 - 300];
    return [x, y, x + next() * 120, y + next() * 40];
  });
  const index = createIndex();
  boxes.slice(0, 100).forEach((box) => index.add(box));
  for (const box of boxes.slice(100)) {
    assert.equal(index.meets(box), boxes.slice(0, 100).some((other) => overlaps(box, other)));
  }
});
