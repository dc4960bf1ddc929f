// Names keep clear of the crossings and posts that stand on a day and are shown.
import assert from "node:assert/strict";
import { test } from "node:test";

import { createBorderMarks } from "../../timemap/web/labels/bordermarks.js";
import { createView } from "../../timemap/web/map/view.js";

const VIEW = createView({ zoom: 8, originX: 0, originY: 0, width: 400, height: 300 });
const POST = { lon: 37, lat: 36, start: 100, end: 200, lastKnown: 199 };
const [X, Y] = VIEW.project(POST.lon, POST.lat);
const spot = { box: [X - 20, Y - 6, X + 20, Y + 6] };

function covers(moment, { hidden = [], kind = "town", dense = false } = {}) {
  return createBorderMarks({ posts: [POST] }).covering({ moment, hidden }, VIEW, 1)({ kind, dense }, spot);
}

test("a name covers a post only while the post stands and is shown", () => {
  assert.equal(covers(150), true);
  assert.equal(covers(50), false);
  assert.equal(covers(150, { hidden: ["posts"] }), false);
  assert.equal(covers(150, { kind: "callout" }), false);
  assert.equal(covers(150, { dense: true }), false);
});

test("names are placed anew only on days with other posts", () => {
  const marks = createBorderMarks({ posts: [POST] });
  marks.covering({ moment: 50, hidden: [] }, VIEW, 1);
  assert.equal(marks.isOther({ moment: 60, hidden: [] }), false);
  assert.equal(marks.isOther({ moment: 150, hidden: [] }), true);
});
