// A text is cut after each full stop that a space follows.
import assert from "node:assert/strict";
import { test } from "node:test";

import { sentencesOf } from "../../timemap/web/page/sentences.js";

test("sentences keep their full stops and lose the space before them", () => {
  assert.deepEqual(sentencesOf("One. Two 3.5.  Three"), ["One.", "Two 3.5.", "Three"]);
  assert.deepEqual(sentencesOf("One. Two."), ["One.", "Two."]);
  assert.deepEqual(sentencesOf("One. "), ["One."]);
});
