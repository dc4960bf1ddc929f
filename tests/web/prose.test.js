// Of the HTML of prose the document keeps what Python lets through, and nothing else.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { isKept } from "../../timemap/web/lesson/prose.js";

const { allowed, refused } = JSON.parse(readFileSync(new URL("../cases/prose.json", import.meta.url), "utf8"));

/** Return the elements of HTML, each as [name, where it leads to]; the HTML is what Python's renderer writes. */
function elementsIn(html) {
  return [...html.matchAll(/<([a-z]\w*)([^>]*)>/gu)].map(([, name, rest]) => [
    name, /href="([^"]*)"/u.exec(rest)?.[1] ?? null,
  ]);
}

for (const { what, html } of allowed) {
  test(`${what} is kept whole`, () => {
    assert.ok(elementsIn(html).length > 0);
    for (const [name, href] of elementsIn(html)) assert.ok(isKept(name, href), name);
  });
}

for (const { what, html } of refused) {
  test(`${what} is not kept, had it passed`, () => {
    assert.ok(elementsIn(html).some(([name, href]) => !isKept(name, href)));
  });
}
