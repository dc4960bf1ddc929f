// Counting among sorted days agrees with looking at each of them.
import assert from "node:assert/strict";
import { test } from "node:test";

import { countUpTo } from "../../timemap/web/time/sorted.js";

test("as many days are counted as are not after the given one, also where some are equal or none is there", () => {
  for (const days of [[], [3], [1, 5, 5, 8], [-4, -4, 0, 0, 0, 7, 9]]) {
    for (let day = -6; day < 12; day += 1)
      assert.equal(countUpTo(days, day), days.filter((one) => one <= day).length, `${day} in ${days}`);
  }
});
