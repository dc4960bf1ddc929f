// What is said of a handout while it is made is the scene that is drawn.
import assert from "node:assert/strict";
import { test } from "node:test";

import { progressWords } from "../../timemap/web/app/handoutbuttons.js";

test("the scene that is being drawn is said, and what follows the last", () => {
  assert.deepEqual(
    [0, 3, 4].map((done) => progressWords({ done, of: 4 })),
    ["Drawing scene 1 of 4", "Drawing scene 4 of 4", "Laying out the pages"],
  );
});
