// A callout that finds no room on the map is said elsewhere until the view or the callouts change.
import assert from "node:assert/strict";
import { test } from "node:test";

import { calloutId } from "../../timemap/web/labels/calloutlabels.js";
import { createUnsaid } from "../../timemap/web/labels/unsaid.js";

const CALLOUTS = [{ text: "A bridge opens" }, { text: "A town changes hands" }];
const ids = (...texts) => new Set(texts.map(calloutId));

test("only what is not on the map is said elsewhere", () => {
  const unsaid = createUnsaid();
  assert.deepEqual(unsaid("view", CALLOUTS, ids("A bridge opens")), ["A town changes hands"]);
  assert.deepEqual(unsaid("view", [], ids()), []);
});

test("what was said elsewhere stays so until the view or the callouts change", () => {
  const unsaid = createUnsaid();
  unsaid("view", CALLOUTS, ids("A bridge opens"));
  assert.deepEqual(unsaid("view", CALLOUTS, ids("A bridge opens", "A town changes hands")), ["A town changes hands"]);
  assert.deepEqual(unsaid("other", CALLOUTS, ids("A bridge opens", "A town changes hands")), []);
  assert.deepEqual(unsaid("view", CALLOUTS.slice(0, 1), ids("A bridge opens")), []);
});
