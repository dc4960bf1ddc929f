// Every module of the browser side can be read without a page, and names what it imports by the one name that works
// everywhere.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const WEB = new URL("../../timemap/web/", import.meta.url);
/** What Python reads too. */
const TABLES = ["style/backgrounds.json", "style/tokens.json"];
const NAMES = readdirSync(WEB, { recursive: true }).filter((name) => name.endsWith(".js"));

/** Return the specifiers in `source` that are not `#timemap/` followed by one of `names`. */
function strayImports(source, names) {
  const specifiers = [...source.matchAll(/^\s*(?:import|export)\b[^"';]*?from\s*"([^"]+)"|^\s*import\s*"([^"]+)"/gm)];
  return specifiers
    .map((match) => match[1] ?? match[2])
    .filter((name) => !names.some((known) => name === `#timemap/${known}`));
}

for (const name of NAMES) {
  test(`${name} loads without a page and imports only its neighbours`, async () => {
    assert.deepEqual(strayImports(readFileSync(new URL(name, WEB), "utf8"), [...NAMES, ...TABLES]), []);
    await import(new URL(name, WEB));
  });
}

test("an import by relative path, from a host or of a file that is not there is noticed", () => {
  const source =
    'import { a } from "#timemap/state/store.js";\nimport {\n  b,\n} from "./store.js";\n' +
    'import "https://example.org/x.js";\nexport { c } from "#timemap/gone.js";';
  assert.deepEqual(strayImports(source, ["state/store.js"]), [
    "./store.js",
    "https://example.org/x.js",
    "#timemap/gone.js",
  ]);
});

const SOURCES = new Map(NAMES.map((name) => [name, readFileSync(new URL(name, WEB), "utf8")]));
const TESTS = readdirSync(new URL(".", import.meta.url)).filter(
  (name) => name.endsWith(".test.js") && name !== "modules.test.js",
);
const TAKERS = [...SOURCES.values(), ...TESTS.map((name) => readFileSync(new URL(name, import.meta.url), "utf8"))];

/**
 * Return what `source` exports and no import of `takers` asks for; names that the page's own HTML or the app ask for
 * are given.
 */
function unasked(source, takers, elsewhere = []) {
  const asked = new Set([
    ...elsewhere,
    ...takers.flatMap((text) =>
      [...text.matchAll(/import\s*\{([^}]*)\}/g)].flatMap(([, list]) =>
        list.split(",").map((name) => name.trim().split(/\s+as\s+/)[0]),
      ),
    ),
  ]);
  return [...source.matchAll(/^export (?:async )?(?:function\*?|const|class) (\w+)/gm)]
    .map((match) => match[1])
    .filter((name) => !asked.has(name));
}

const ASKED_BY_PYTHON = [
  "start",
  "allowTranslation",
  "contestedWords",
  "endWith",
  "headStart",
  "mapComponent",
  "animationButtonComponent",
  "downloadButtonComponent",
  "handoutButtonsComponent",
  "install",
  "draftKeeperComponent",
];

test("no module offers what nobody takes", () => {
  for (const [name, source] of SOURCES) assert.deepEqual(unasked(source, TAKERS, ASKED_BY_PYTHON), [], name);
});

test("an export that nobody takes is noticed", () => {
  const source = "export function a() {}\nexport const B = 1;\nfunction c() {}";
  assert.deepEqual(unasked(source, ['import { a as other,\n d } from "#timemap/x.js";']), ["B"]);
  assert.deepEqual(unasked(source, [], ["a", "B"]), []);
});
