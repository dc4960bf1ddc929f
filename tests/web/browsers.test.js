// What a supported browser lacks is found by the lint, in scripts and in style sheets.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { ESLint } from "eslint";

const WEB = new URL("../../timemap/web/", import.meta.url);
const lint = new ESLint({
  cwd: fileURLToPath(new URL("../..", import.meta.url)),
  overrideConfigFile: fileURLToPath(new URL("eslint.config.js", import.meta.url)),
});

/** Return the rules that a file with this text would break. */
async function broken(text, name) {
  const [{ messages }] = await lint.lintText(text, { filePath: fileURLToPath(new URL(name, WEB)) });
  return new Set(messages.map(({ ruleId }) => ruleId));
}

const NEWER = [
  ["export const pattern = /(?<=a)b/;\n", "made.js", "es-x/no-regexp-lookbehind-assertions"],
  ["export const sorted = [1].toSorted();\n", "made.js", "es-x/no-array-prototype-tosorted"],
  ['export const canvas = new globalThis.OffscreenCanvas(1, 1);\n', "made.js", "compat/compat"],
  ["export const round = (ctx) => ctx.roundRect(0, 0, 1, 1, 1);\n", "made.js", "no-restricted-properties"],
  ["a { color: color-mix(in srgb, red, blue); }\n", "made.css", "css/use-baseline"],
  ["@media (width <= 3px) { a { color: red; } }\n", "made.css", "no-restricted-syntax"],
];

for (const [text, name, rule] of NEWER) {
  test(`${rule} finds ${text.trim()}`, async () => assert.ok((await broken(text, name)).has(rule)));
}

test("what is guarded is let through", async () => {
  const guarded = "@supports (color: color-mix(in srgb, red, blue)) { a { color: color-mix(in srgb, red, blue); } }\n";
  assert.deepEqual([...(await broken(guarded, "made.css"))], []);
});

test("no pattern looks behind, also where it is written as a text", () => {
  const looks = (text) => /\(\?<[=!]/.test(text);
  const files = readdirSync(WEB, { recursive: true }).filter((name) => name.endsWith(".js"));
  assert.deepEqual(files.filter((name) => looks(readFileSync(new URL(name, WEB), "utf8"))), []);
  assert.ok(looks("new RegExp(`(?<!a)b`)"), "one would be found");
});

test("README.md names the oldest browsers that the lint goes by", () => {
  const { browserslist } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8"));
  const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
  const [, words] = /## Browsers\n\n([\s\S]+?)\n\n/.exec(readme);
  for (const row of browserslist) assert.ok(words.includes(row.replace(/^\w+ >= /, "")), row);
});
