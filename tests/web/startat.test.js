// The part of an address after # says what is shown first; what is wrong in it is said and the rest still counts.
import assert from "node:assert/strict";
import { test } from "node:test";
import { asked, startAt } from "../../timemap/web/page/startat.js";

const IDS = ["siege", "return"];
const EVENTS = { id: IDS, indexOf: (id) => IDS.indexOf(id) };

function opened(hash) {
  const [patches, selected, started, said, heard] = [[], [], [], [], []];
  globalThis.location = { hash };
  globalThis.addEventListener = (name) => heard.push(name);
  startAt({
    data: { languages: [{ code: "en" }, { code: "ku" }] }, events: EVENTS,
    clock: { set: (patch) => patches.push(patch) }, select: (index) => selected.push(index), say: (text) => said.push(text),
    lessons: { start: (id, scene) => id === "walls" && started.push([id, scene]) > 0 },
  });
  return { patch: Object.assign({}, ...patches), selected, started, said, heard };
}

test("names of the address become a state as messages have it", () => {
  assert.deepEqual(asked("#event=siege&moment=2014-10-06&other=1"), { lesson: null, scene: 0, state: { selected: "siege", moment: "2014-10-06" } });
  assert.deepEqual(asked("#lesson=walls&scene=4"), { lesson: "walls", scene: 4, state: {} });
  assert.deepEqual(asked(""), { lesson: null, scene: 0, state: {} });
});

test("a day is shown, and two days are compared", () => {
  assert.deepEqual(opened("#moment=2014-10-06&compare=2015-01-26&language=ku").patch, { moment: 16349, compare: 16461, language: "ku" });
});

test("an event that comes without a day brings its own", () => {
  assert.deepEqual(opened("#event=return").selected, [1]);
  assert.deepEqual(opened("#event=return&moment=2014-10-06").selected, []);
});

test("a lesson starts at its scene", () => {
  assert.deepEqual(opened("#lesson=walls&scene=2").started, [["walls", 2]]);
});

test("what is wrong is said, the rest counts", () => {
  const { patch, said } = opened("#moment=2014-13-06&mode=until&lesson=nothing");
  assert.deepEqual(patch, { mode: "until" });
  assert.equal(said.length, 1);
  for (const name of ["moment", "lesson"]) assert.ok(said[0].includes(`${name}: read`));
});

test("another address is followed, and nothing is said of an empty one", () => {
  const { said, heard } = opened("");
  assert.deepEqual([said, heard], [[], ["hashchange"]]);
});
