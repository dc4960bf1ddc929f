// What a page sets together with an address that it opens is no step of its own for Back.

import assert from "node:assert/strict";
import { test } from "node:test";

import { createHost } from "../../timemap/web/page/host.js";

const FIELDS = { fields: [{ name: "compare", owner: "map", step: "drift" }], others: [] };

/** Return a host whose addresses name nothing but the day that is compared, and the steps that it tells. */
function hosted() {
  const steps = [];
  const state = { compare: null, lesson: "", dragging: null, playing: false };
  const changed = [];
  const store = {
    get: () => state,
    set(patch) {
      Object.assign(state, patch);
      for (const heard of changed) heard(state, new Set(Object.keys(patch)));
    },
    subscribe: (heard) => changed.push(heard),
  };
  const host = createHost({
    data: { fields: FIELDS, version: "0a1b2c", categories: [], whole: [0, 9] },
    events: { id: [] },
    store,
    address: {
      read: () => ({ state: { compare: null, lesson: "", view: null }, problems: [] }),
      write: ({ compare }) => (compare === null ? {} : { compare: String(compare) }),
      toMessage: ({ compare }) => ({ compare }),
    },
    viewport: { get: () => null, open() {}, onChange() {} },
    visibleArea: { currentView: () => ({}) },
    lessons: { leave() {} },
    channel: { embedded: false, send: ({ type, step }) => type === "timemap:state" && steps.push(step) },
    notice: { show() {} },
  });
  return { host, steps, set: () => host.apply({ compare: 5 }) };
}

for (const [what, joined] of [["with", true], ["after", false]])
  test(`a day that is set ${what} an address is ${joined ? "no step" : "a step"}`, (t) => {
    t.mock.timers.enable({ apis: ["setTimeout"] });
    const history = { pushState() {}, replaceState() {} };
    Object.assign(globalThis, { location: { hash: "", search: "", pathname: "" }, history, addEventListener() {} });
    const { host, steps, set } = hosted();
    host.start();
    host.open("compare=-1");
    if (joined) host.joinOpened(set);
    else set();
    t.mock.timers.runAll();
    assert.deepEqual(steps, [joined ? null : "new"]);
  });
