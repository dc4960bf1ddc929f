// Keys are ours only where nobody types and no control needs them; a step goes through every event of a day.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { isForMap } from "../../timemap/web/app/mapkeys.js";
import { readKey } from "../../timemap/web/page/messages.js";
import { createStore } from "../../timemap/web/state/store.js";
import { actionOf } from "../../timemap/web/time/keys.js";
import { dateActionOf, KEYS, rowsOf } from "../../timemap/web/time/keytable.js";
import { createSteps, neighbour, placeAmong } from "../../timemap/web/time/steps.js";
import { spannedEvents } from "./spanned_events.js";

/** A place of the focus that lies inside what some selectors name. */
const inside = (...names) => ({
  closest: (selector) => (selector.split(", ").some((part) => names.includes(part)) ? {} : null),
});
const BODY = inside();
/** A page around the map without a dialog. */
const PAGE = { querySelector: () => null };

test("the keys of the design do what it says", () => {
  const actions = Object.fromEntries(
    ["ArrowLeft", "ArrowRight", "PageUp", "PageDown", "Home", "End", " ", "f", "?"].map((key) => [
      key,
      actionOf({ key }, BODY),
    ]),
  );
  assert.deepEqual(actions, {
    ArrowLeft: "day-back",
    ArrowRight: "day-on",
    PageUp: "event-back",
    PageDown: "event-on",
    Home: "first",
    End: "last",
    " ": "play",
    f: "full-screen",
    "?": "help",
  });
  assert.equal(actionOf({ key: "ArrowLeft", shiftKey: true }, BODY), "month-back");
  assert.equal(actionOf({ key: "?", shiftKey: true }, BODY), "help");
});

test("R, C and Esc belong to the page around", () => {
  for (const key of ["r", "R", "c", "C", "Escape"]) assert.equal(actionOf({ key }, BODY), null);
  assert.ok(KEYS.every(({ keys }) => !keys.some((key) => /^(?:[rc]|Escape)$/iu.test(key))));
});

test("no key fires with Ctrl, Alt or Meta, while composing, or when someone else took it", () => {
  for (const held of ["ctrlKey", "altKey", "metaKey", "isComposing", "defaultPrevented"]) {
    assert.equal(actionOf({ key: "PageDown", [held]: true }, BODY), null, held);
  }
});

test("no key fires while typing, choosing or in an open dialog", () => {
  for (const place of ["input", "select", "textarea", "[contenteditable=true]", "dialog[open]:not(.figure-large)"]) {
    for (const { keys } of KEYS)
      assert.equal(actionOf({ key: keys[0] }, inside(place)), null, `${keys[0]} in ${place}`);
  }
});

test("lists keep their arrows but let a clicker through; Space presses the button it is on", () => {
  assert.equal(actionOf({ key: "ArrowRight" }, inside("[role=listbox]")), null);
  assert.equal(actionOf({ key: "PageDown" }, inside("[role=listbox]")), "event-on");
  assert.equal(actionOf({ key: " " }, inside("button")), null);
  assert.equal(actionOf({ key: "PageDown" }, inside("button")), "event-on");
});

test("single keys can be switched off, the others stay", () => {
  for (const key of [" ", "f", "?"]) assert.equal(actionOf({ key }, BODY, false), null);
  assert.equal(actionOf({ key: "PageDown" }, BODY, false), "event-on");
});

test("a period makes the screen black as B does, but not where one types", () => {
  for (const event of [{ key: "." }, { key: "b" }, { key: "B", shiftKey: true }])
    assert.equal(actionOf(event, BODY), "black", JSON.stringify(event));
  for (const key of [".", "Process", "", "Unidentified", "\u0632"])
    assert.equal(actionOf({ key, code: "Period" }, inside("input")), null, key);
  assert.equal(actionOf({ key: "Process", code: "KeyB", isComposing: true }, BODY), null);
});

const KEYBOARDS = JSON.parse(readFileSync(new URL("../cases/keyboards.json", import.meta.url), "utf8")).layouts;

for (const { layout, keys } of KEYBOARDS) {
  test(`each key does the same on this keyboard: ${layout}`, () => {
    for (const [place, key, action] of keys) {
      const event = { key, code: place.replace("Shift ", ""), shiftKey: place.startsWith("Shift ") };
      const name = `${place} ${key}`;
      assert.equal(actionOf(event, BODY) ?? dateActionOf(event), action, name);
      const isPassed = action !== null && dateActionOf(event) === null;
      assert.equal(isForMap({ ...event, target: { matches: () => true } }, PAGE), isPassed, `${name} beside the map`);
      const read = readKey({ ...event, repeat: false }, []);
      if (isPassed) assert.deepEqual(read, { ...event, repeat: false }, `${name} in a message`);
    }
  });
}

test("while presenting, arrow keys and Enter turn scenes, unless Enter presses what has the focus", () => {
  const presented = (key, target = BODY) => actionOf({ key }, target, true, true, true);
  assert.deepEqual(["ArrowUp", "ArrowDown", "Enter"].map((key) => presented(key)), [
    "scene-back",
    "scene-on",
    "scene-on",
  ]);
  assert.equal(presented("Enter", inside("button")), null);
  assert.equal(presented("ArrowDown", inside("[role=listbox]")), null);
  assert.equal(presented("Enter", inside(".leaflet-container")), "mark-open");
  for (const key of ["ArrowUp", "ArrowDown", "Enter"]) assert.equal(actionOf({ key }, BODY, true, true), null, key);
});

test("F5 is ours only while a lesson runs, then also where one types", () => {
  assert.equal(actionOf({ key: "F5" }, BODY), null);
  assert.equal(actionOf({ key: "F5" }, BODY, false, true), "present");
  assert.equal(actionOf({ key: "F5", shiftKey: true }, inside("input"), true, true), "present");
  assert.equal(actionOf({ key: "F5", ctrlKey: true }, BODY, true, true), null);
  assert.deepEqual(rowsOf({ key: "F5" }, false), []);
});

const EVENTS = spannedEvents([10, 20, 20, 20, 30, 40], [60, 21, 21, 21, 31, 41]);
const STATE = {
  moment: 20,
  range: [0, 100],
  mode: "day",
  window: 7,
  selected: -1,
  playing: false,
  speed: 7,
  skipEmpty: true,
  dragging: false,
  language: "en",
  shown: null,
};

test("a step goes through several events of one day, one by one, both ways", () => {
  const store = createStore(STATE, () => {});
  const steps = createSteps({ store, events: EVENTS });
  const chosen = (direction) => (steps.event(direction) ? store.get().selected : -1);
  assert.deepEqual([1, 1, 1, 1, 1, 1].map(chosen), [1, 2, 3, 4, 5, -1]);
  assert.equal(store.get().moment, 40);
  assert.deepEqual([-1, -1, -1, -1, -1, -1].map(chosen), [4, 3, 2, 1, 0, -1]);
  assert.equal(store.get().moment, 10);
});

test("after the date was moved, a step starts from the date and not from the chosen event", () => {
  assert.equal(neighbour(EVENTS, { ...STATE, moment: 25, selected: 0 }, 1), 4);
  assert.equal(neighbour(EVENTS, { ...STATE, moment: 25, selected: 5 }, -1), 3);
});

test("after an event near the date was chosen, a step starts from that event, until the date is moved", () => {
  const store = createStore(STATE, () => {});
  const steps = createSteps({ store, events: EVENTS });
  const stepFrom = (patch) => {
    store.set(patch);
    store.flush();
    steps.event(1);
    return store.get().selected;
  };
  assert.equal(stepFrom({ selected: 4, moment: 25 }), 5);
  store.set({ selected: 4, moment: 25 });
  store.flush();
  assert.equal(stepFrom({ moment: 15 }), 1);
});

test("no step on goes to an earlier day and none back to a later one, whatever is chosen", () => {
  for (let moment = 0; moment < 70; moment += 1) {
    for (let selected = -1; selected < EVENTS.start.length; selected += 1) {
      for (const chosenAt of [moment, null]) {
        const state = { ...STATE, moment, selected };
        const [on, back] = [1, -1].map((direction) => neighbour(EVENTS, state, direction, chosenAt));
        assert.ok(on < 0 || EVENTS.start[on] >= moment, `on from ${moment}, chosen ${selected}`);
        assert.ok(back < 0 || EVENTS.start[back] <= moment, `back from ${moment}, chosen ${selected}`);
      }
    }
  }
});

test("at both ends a step says that it leads nowhere and changes nothing", () => {
  const store = createStore({ ...STATE, moment: 99 }, () => {});
  const steps = createSteps({ store, events: EVENTS });
  const before = store.get();
  assert.deepEqual([steps.leads(1), steps.event(1), steps.leads(-1)], [false, false, true]);
  assert.deepEqual([store.get().moment, store.get().selected], [before.moment, before.selected]);
  store.set({ moment: 0 });
  assert.deepEqual([steps.leads(-1), steps.event(-1), steps.leads(1)], [false, false, true]);
});

test("steps pass over what was filtered out and what lies outside the range", () => {
  const shown = Uint8Array.from([1, 1, 0, 0, 0, 1]);
  assert.equal(neighbour(EVENTS, { ...STATE, selected: 1, shown }, 1), 5);
  assert.equal(neighbour(EVENTS, { ...STATE, selected: 1, shown, range: [0, 40] }, 1), -1);
});

test("an event that began before the range is found on its first day", () => {
  const store = createStore({ ...STATE, range: [25, 100], moment: 35 }, () => {});
  const steps = createSteps({ store, events: EVENTS });
  steps.event(-1);
  steps.event(-1);
  assert.deepEqual([store.get().selected, store.get().moment], [0, 25]);
});

test("a step by hand ends the playing and stays inside the range", () => {
  const store = createStore({ ...STATE, playing: true }, () => {});
  const steps = createSteps({ store, events: EVENTS });
  steps.day(-50);
  assert.deepEqual([store.get().moment, store.get().playing], [0, false]);
  steps.month(1);
  assert.equal(store.get().moment, 31);
});

test("Enter opens the marked event on the map alone, never in place of a button or a link", () => {
  const within = (...selectors) => ({ closest: (asked) => asked.split(", ").some((one) => selectors.includes(one)) });
  assert.equal(actionOf({ key: "Enter" }, within(".leaflet-container")), "mark-open");
  assert.equal(actionOf({ key: "Enter" }, within(".leaflet-container", "button")), null);
  assert.equal(actionOf({ key: "Enter" }, within("a[href]")), null);
});

test("an event has its place among all that the steps lead to, also where several fall on one day", () => {
  assert.deepEqual([0, 1, 2, 3, 4, 5].map((index) => placeAmong(EVENTS, index, STATE).place), [1, 2, 3, 4, 5, 6]);
  assert.deepEqual(placeAmong(EVENTS, 3, { ...STATE, range: [20, 31] }), { place: 4, count: 5 });
  assert.deepEqual(placeAmong(EVENTS, 3, { ...STATE, shown: Uint8Array.from([1, 0, 1, 1, 1, 1]) }), {
    place: 3,
    count: 5,
  });
  assert.deepEqual(placeAmong(EVENTS, 1, { ...STATE, shown: Uint8Array.from([1, 0, 1, 1, 1, 1]) }), {
    place: 0,
    count: 5,
  });
  assert.deepEqual(placeAmong(EVENTS, -1, { ...STATE, range: [70, 80] }), { place: 0, count: 0 });
});
