// The button for files asks by the state that the map told.

import assert from "node:assert/strict";
import test from "node:test";

import { queryOf } from "../../timemap/web/app/viewfile.js";

test("what a map told becomes the query of an address", () => {
  const state = {
    moment: "2014-10-06",
    categories: ["battle", "trial"],
    lat: 36.75,
    compare: null,
    words: "",
    playing: true,
  };
  assert.equal(
    queryOf(state, ["moment", "categories", "lat", "compare", "words"]),
    "moment=2014-10-06&categories=battle%2Ctrial&lat=36.75",
  );
});

test("how the map looks and the shape that is wanted are asked for beside the state", () => {
  const seen = { moment: "2014-10-06", seen: [36, 35.5, 42.4, 37.4], theme: "dark", patterns: 1, shape: "square" };
  assert.equal(
    queryOf(seen, ["moment", "seen", "theme", "patterns", "shape"]),
    "moment=2014-10-06&seen=36%2C35.5%2C42.4%2C37.4&theme=dark&patterns=1&shape=square",
  );
});
