import assert from "node:assert/strict";
import { test } from "node:test";

import { touchWords, wheelWords } from "../../timemap/web/map/cooperativegestures.js";

test("the plain wheel is told its key, with Ctrl or Cmd it zooms", () => {
  assert.equal(wheelWords({ ctrlKey: false, metaKey: false }, false), "Use Ctrl + scroll to zoom the map");
  assert.equal(wheelWords({ ctrlKey: false, metaKey: false }, true), "Use \u2318 + scroll to zoom the map");
  assert.equal(wheelWords({ ctrlKey: true, metaKey: false }, true), null);
  assert.equal(wheelWords({ ctrlKey: false, metaKey: true }, false), null);
});

test("one finger is told to bring another, two move the map", () => {
  assert.deepEqual([1, 2, 3].map(touchWords), ["Use two fingers to move the map", null, null]);
});
