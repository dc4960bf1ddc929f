// Which rows of a long list are drawn, and where in it one is: each row can be reached, and the list has one height.
import assert from "node:assert/strict";
import { test } from "node:test";
import { DRAWN, heightOf, rowAt, rowsAround } from "../../timemap/web/panel/windowrows.js";

const COUNT = 200_000;

test("some rows round the one in sight are drawn, never more, and none that there is not", () => {
  for (const count of [0, 1, DRAWN, DRAWN + 1, COUNT]) {
    for (const row of [0, 1, 20, Math.floor(count / 2), count - 1].filter((at) => at >= 0 && at < count)) {
      const { first, end } = rowsAround(row, count);
      assert.ok(first >= 0 && first <= row && row < end && end <= count, `${row} of ${count}`);
      assert.equal(end - first, Math.min(count, DRAWN));
    }
  }
});

test("a height leads to its row, before and after those that are drawn, and to none of these", () => {
  const rows = { ...rowsAround(1000, COUNT), height: 50, drawn: 3000 };
  const start = rows.first * 50;
  assert.equal(rowAt(0, rows, COUNT), 0);
  assert.equal(rowAt(start - 1, rows, COUNT), rows.first - 1);
  assert.equal(rowAt(start, rows, COUNT), null);
  assert.equal(rowAt(start + 3000, rows, COUNT), null);
  assert.equal(rowAt(start + 3001, rows, COUNT), rows.end);
  assert.equal(rowAt(start + 3000 + 51, rows, COUNT), rows.end + 1);
  assert.equal(rowAt(1e9, rows, COUNT), COUNT - 1);
});

test("rows that are not drawn count as high as those that were measured, but a list never grows too high", () => {
  assert.equal(heightOf(61.5, 1000), 61.5);
  assert.ok(heightOf(0, 1000) > 40);
  assert.ok(heightOf(61.5, 10 * COUNT) * 10 * COUNT <= 12_000_001);
});
