// Progress and file are read from one answer, wherever that is cut into parts.

import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import test from "node:test";

import { fetchFile, readAnswer, waitingWords } from "../../timemap/web/app/fileprogress.js";
import { NO_ANSWER } from "../../timemap/web/app/viewfile.js";

const FILE = Uint8Array.from([71, 10, 10, 0, 255]);
const LINES = '{"done":0,"of":2}\n{"done":2,"of":2}\n{"name":"Kobanê.gif","type":"image/gif","size":5}\n';

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
    const made = await readAnswer(inParts(answer(LINES), length), (progress) => heard.push(progress));
    assert.deepEqual(heard, [{ done: 0, of: 2 }, { done: 2, of: 2 }]);
    assert.equal(made.name, "Kobanê.gif");
    assert.equal(made.file.type, "image/gif");
    assert.deepEqual(new Uint8Array(await made.file.arrayBuffer()), FILE);
  });
}

test("an error of the server is told, and an answer that ends too early is none", async () => {
  assert.deepEqual(await readAnswer(inParts(answer('{"error":"No."}\n', []), 4), () => {}), { error: "No." });
  assert.deepEqual(await readAnswer(inParts(answer(LINES, [71]), 4), () => {}), { error: "" });
  assert.deepEqual(await readAnswer(inParts(answer('{"done":0,"of":2}\n', []), 4), () => {}), { error: "" });
});

/** Ask a server that answers in its own way. */
async function asked(listener, hear = () => {}, signal = new AbortController().signal, wait = () => {}) {
  const server = createServer(listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  try {
    return await fetchFile(new URL(`http://127.0.0.1:${server.address().port}/`), signal, hear, wait);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

test("what a server refuses or breaks off is told", async () => {
  assert.deepEqual(await asked((_, out) => out.writeHead(404).end("Not a lesson.")), { error: "Not a lesson." });
  assert.deepEqual(await asked((_, out) => out.writeHead(502).end()), { error: NO_ANSWER });
  assert.deepEqual(await asked((_, out) => out.end(LINES)), { error: NO_ANSWER });
  assert.deepEqual(await asked((_, out) => out.socket?.destroy()), { error: NO_ANSWER });
});

test("a request that was stopped has no error to tell", async () => {
  const stop = new AbortController();
  const made = await asked((_, out) => out.write('{"done":0,"of":2}\n'), () => stop.abort(), stop.signal);
  assert.deepEqual(made, { error: "" });
});

test("a file that waits says for how many", async () => {
  assert.equal(waitingWords({ before: 1 }), "Waiting: 1 file is made before yours");
  const [said, heard] = [[], []];
  const lines = '{"before":2}\n{"done":0,"of":1}\n{"error":"No."}\n';
  const signal = new AbortController().signal;
  const made = await asked((_, out) => out.end(lines), (told) => heard.push(told), signal, (words) => said.push(words));
  assert.deepEqual([made, heard], [{ error: "No." }, [{ done: 0, of: 1 }]]);
  assert.deepEqual(said, ["Waiting: 2 files are made before yours"]);
});
