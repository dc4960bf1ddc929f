// The type check of the browser side can fail: it finds the mistakes that stand in bad/.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import test from "node:test";
import { fileURLToPath } from "node:url";

const TSC = fileURLToPath(new URL("./node_modules/.bin/tsc", import.meta.url));
const BAD = fileURLToPath(new URL("./bad/tsconfig.json", import.meta.url));

test("each mistake is found, at its line", () => {
  const { status, stdout } = spawnSync(TSC, ["-p", BAD], { encoding: "utf8" });
  const found = [...stdout.matchAll(/wrong\.js\((\d+),\d+\): error (TS\d+)/g)].map(
    ([, line, code]) => `${line} ${code}`,
  );
  assert.deepEqual(found, ["9 TS2551", "10 TS2322", "11 TS2551"]);
  assert.notEqual(status, 0);
});
