// Of the HTML of prose the document keeps what Python lets through, and nothing else.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { isKept, keptAttributes } from "../../timemap/web/lesson/prose.js";

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

test("a list keeps its first number, and nothing else passes", () => {
  const started = allowed.flatMap(({ html }) => [...html.matchAll(/<ol start="(\d+)"/gu)].map(([, start]) => start));
  assert.deepEqual(started, ["3", "2014"]);
  const read = (attributes) => (name) => attributes[name] ?? null;
  for (const start of started) {
    assert.deepEqual(keptAttributes("ol", read({ start, onclick: "x", style: "x" })), { dir: "auto", start });
  }
  assert.deepEqual(keptAttributes("ol", read({ start: "3 onclick" })), { dir: "auto" });
  assert.deepEqual(keptAttributes("li", read({ value: "3", start: "3" })), {});
});

test("each block runs by its own letters, what is in a line by those of the line", () => {
  const names = ["p", "ul", "ol", "blockquote", "li", "em", "strong", "code", "br"];
  const directions = names.map((name) => keptAttributes(name, () => null).dir);
  assert.deepEqual(directions, [...Array(4).fill("auto"), ...Array(5).fill(undefined)]);
});
