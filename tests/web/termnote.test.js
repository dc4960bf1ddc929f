import assert from "node:assert/strict";
import { test } from "node:test";

import { placed, told, wordingsOf } from "../../timemap/web/terms/termnote.js";

const TOPICS = [
  { name: "areas", wordings: [{ id: "a" }, { id: "b" }, { id: "c" }] },
  { name: "wall", wordings: [{ id: "d" }] },
];

const linked = (href) => ({ href, dataset: {} });

test("the wordings of a word stand in its address, relative or whole, or beside it", () => {
  assert.deepEqual(wordingsOf(linked("./sources_and_words?part=Words&wording=a,b")), ["a", "b"]);
  assert.deepEqual(wordingsOf(linked("http://127.0.0.1:8501/sources_and_words?wording=a%2Cb&x=1")), ["a", "b"]);
  assert.deepEqual(wordingsOf(linked("./sources_and_words?wording=")), []);
  assert.deepEqual(wordingsOf(linked("./sources_and_words")), []);
  assert.deepEqual(wordingsOf({ href: "#", dataset: { wording: "3,5" } }), ["3", "5"]);
});

test("the topics of a word are told, its own wordings before the others", () => {
  assert.deepEqual(told(["b"], TOPICS), [{ name: "areas", here: [{ id: "b" }], others: [{ id: "a" }, { id: "c" }] }]);
  assert.deepEqual(told(["d", "a"], TOPICS).map(({ name }) => name), ["areas", "wall"]);
  assert.deepEqual(told(["no-such"], TOPICS), []);
});

test("the note stands under its word, or over it where there is more room, and whole on the screen", () => {
  const note = { width: 400, height: 200 };
  const view = { width: 1280, height: 720 };
  assert.deepEqual(placed({ left: 100, top: 100, bottom: 120 }, note, view), { left: 100, top: 126 });
  assert.deepEqual(placed({ left: 100, top: 600, bottom: 620 }, note, view), { left: 100, top: 394 });
  assert.equal(placed({ left: 1200, top: 100, bottom: 120 }, note, view).left, 874);
  for (let top = -50; top < 760; top += 10) {
    for (const left of [-20, 0, 500, 1300]) {
      const at = placed({ left, top, bottom: top + 20 }, note, view);
      assert.ok(
        at.left >= 0 && at.left + note.width <= view.width && at.top >= 0 && at.top + note.height <= view.height,
        `${left}, ${top}`,
      );
    }
  }
});

test("on a screen smaller than the note its beginning is seen", () => {
  assert.deepEqual(
    placed({ left: 10, top: 10, bottom: 30 }, { width: 400, height: 300 }, { width: 320, height: 200 }),
    { left: 6, top: 6 },
  );
});
