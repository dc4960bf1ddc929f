// The button for a moving picture reads how far it is, and the file, from one answer, wherever that is cut into parts.

import assert from "node:assert/strict";
import test from "node:test";

import { readMaking } from "../../timemap/web/app/animationbutton.js";

const FILE = Uint8Array.from([71, 10, 10, 0, 255]);
const LINES = '{"drawn":0,"of":2}\n{"drawn":2,"of":2}\n{"name":"map.gif","type":"image/gif","size":5}\n';

function inParts(bytes, length) {
  const parts = [];
  for (let at = 0; at < bytes.length; at += length) parts.push(bytes.slice(at, at + length));
  return ReadableStream.from(parts);
}

function answer(lines, file = FILE) {
  return Uint8Array.from([...new TextEncoder().encode(lines), ...file]);
}

for (const length of [1, 7, 1000]) {
  test(`progress and file are read from parts of ${length} bytes`, async () => {
    const heard = [];
    const made = await readMaking(inParts(answer(LINES), length), (told) => heard.push(told.drawn));
    assert.deepEqual(heard, [0, 2]);
    assert.equal(made.name, "map.gif");
    assert.equal(made.file.type, "image/gif");
    assert.deepEqual(new Uint8Array(await made.file.arrayBuffer()), FILE);
  });
}

test("an error of the server is told, and an answer that ends too early is none", async () => {
  assert.deepEqual(await readMaking(inParts(answer('{"error":"No."}\n', []), 4), () => {}), { error: "No." });
  assert.deepEqual(await readMaking(inParts(answer(LINES, [71]), 4), () => {}), { error: "" });
  assert.deepEqual(await readMaking(inParts(answer('{"drawn":0,"of":2}\n', []), 4), () => {}), { error: "" });
});
