// Land is told apart by how it passed on, by the same cases as on the pages; controllers are called by the name of the
// day.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { nameOn, namesOn } from "../../timemap/web/areas/controllers.js";
import { wayBetween } from "../../timemap/web/compare/handovers.js";

const { controllers, successions, cases } = JSON.parse(
  readFileSync(new URL("../cases/handovers.json", import.meta.url), "utf8"),
);
const dayOf = (text) => (text ? Date.parse(text) / 86400000 : null);
const numberOf = (id) => controllers.indexOf(id);

for (const { told, holds, days, handover } of cases) {
  test(`land passes on in the way that its holders tell: ${told}`, () => {
    const rows = successions.map(({ origin, target, kind, from, to }) => [
      numberOf(origin),
      numberOf(target),
      kind === "renamed" ? "renamed" : "agreed",
      dayOf(from),
      dayOf(to),
    ]);
    const held = holds.map(([start, end, controller]) => [dayOf(start), dayOf(end), numberOf(controller)]);
    assert.equal(wayBetween(rows, held, dayOf(days[0]), dayOf(days[1])), handover);
  });
}

test("a controller is called by the name that it had on the day", () => {
  const controller = { name: "Alliance", names: [[null, 10, "Band"], [10, 20, "League"]] };
  assert.deepEqual([9, 10, 19, 20].map((day) => nameOn(controller, day)), ["Band", "League", "League", "Alliance"]);
  assert.equal(nameOn({ name: "Alliance" }, 5), "Alliance");
  assert.equal(nameOn(undefined, 5, "not known"), "not known");
  assert.equal(namesOn(controller, [30, 5]), "Band / Alliance");
  assert.equal(namesOn(controller, [12, null]), "League");
  assert.equal(namesOn(controller, [12, 13]), "League");
});
