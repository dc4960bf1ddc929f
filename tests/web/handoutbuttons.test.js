// A handout comes in lines, however they are cut on the way; what is said of it is the scene that is drawn.
import assert from "node:assert/strict";
import { test } from "node:test";

import { linesOf, progressWords } from "../../timemap/web/app/handoutbuttons.js";

test("the scene that is being drawn is said, and what follows the last", () => {
  assert.deepEqual(
    [0, 3, 4].map((done) => progressWords({ done, of: 4 })),
    ["Drawing scene 1 of 4", "Drawing scene 4 of 4", "Laying out the pages"],
  );
});

test("lines are read as they come, also where one is cut in the middle of a letter", async () => {
  const bytes = new TextEncoder().encode('{"done": 0}\n{"name": "\u00e9"}\n');
  const cut = bytes.indexOf(0xc3) + 1;
  const body = new ReadableStream({
    start(controller) {
      for (const part of [bytes.slice(0, 5), bytes.slice(5, cut), bytes.slice(cut)]) controller.enqueue(part);
      controller.close();
    },
  });
  const found = [];
  for await (const line of linesOf(body)) found.push(line);
  assert.deepEqual(found, [{ done: 0 }, { name: "\u00e9" }]);
});
