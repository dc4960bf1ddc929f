// Whatever another page sends, the map stays as it was or takes what is right, and says the rest in short words.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { isLesson } from "../../timemap/web/lesson/lessonstate.js";
import { createMessages } from "../../timemap/web/page/messages.js";
import { problemWords } from "../../timemap/web/state/fields.js";
import { FIELD_TABLE } from "./fieldtable.js";
import { ADDRESS, DATA, EVENTS, IDS, OPENING } from "./messagedata.js";

const CORPUS = JSON.parse(readFileSync(new URL("../cases/hostile.json", import.meta.url), "utf8"));
const TEXTS = CORPUS.texts.map(({ text, times = 1 }) => text.repeat(times));
const COUNT = 400;
/** Characters of all that is said of one message: ten problems that each name the fields there are. */
const LONGEST = 10_000;
/** What could turn a sentence around or hide in it. */
const UNSEEN = /[\p{Cc}\u200b\u202a-\u202e\u2066-\u2069]/u;
const PARENT = {};

/** Return the map's end of the messages with all that is called by it noted, and a way to send it one. */
function listening() {
  const sent = [];
  const noted = { drafts: [], shared: [], welcomed: [], pressed: [], themes: [] };
  let state = OPENING;
  let listener;
  Object.assign(globalThis, {
    parent: PARENT,
    document: { documentElement: { dataset: { theme: "light" } } },
    addEventListener: (_, heard) => (listener = heard),
  });
  createMessages({
    data: DATA,
    address: ADDRESS,
    events: EVENTS,
    store: { get: () => state, set: (patch) => (state = { ...state, ...patch }), subscribe() {} },
    map: { on() {} },
    visibleArea: { currentView: () => ({ lat: 36, lon: 38, zoom: 8 }), bounds: () => [] },
    host: {
      state: () => state,
      stateMessage: () => ({ type: "timemap:state" }),
      apply: (patch) => (state = { ...state, ...patch }),
      open: (text) => (state = { ...state, ...ADDRESS.read(text).state }),
      joinOpened: (set) => set(),
    },
    channel: { send: (message) => sent.push(message) },
    lessons: {
      add(told) {
        if (!isLesson(told)) throw new RangeError("draft: expected a lesson with an id and scenes");
        noted.drafts.push(told);
      },
    },
    select: (index) => (state = { ...state, selected: index }),
    theme: { name: (name) => noted.themes.push(name) },
    press: (key) => noted.pressed.push(key),
    share: { take: (message) => noted.shared.push(message) },
    start: { welcome: (start) => noted.welcomed.push(start) },
    day: { written: () => [], symbols: () => [], areas: { areasOn: () => [] } },
  });
  sent.length = 0;
  return {
    noted,
    /** Hand a message over as another page does, and return what the map answers. */
    hear(message, source = PARENT) {
      sent.length = 0;
      listener({ source, data: structuredClone(message) });
      return [...sent];
    },
    state: () => state,
  };
}

/** Return random numbers from 0 to 1 that are the same in every run. */
function seeded(seed) {
  let last = seed;
  return () => {
    last = (last * 1_103_515_245 + 12_345) % 2_147_483_648;
    return last / 2_147_483_648;
  };
}

/** Return a value of any kind that one page can send another. */
function anything(random, depth = 0) {
  const pick = (list) => list[Math.floor(random() * list.length)];
  const simple = [
    undefined, null, true, false, 0, -1, 1.5, NaN, Infinity, 10n ** 30n, "", "2014-10-06", "siege", "dark",
    new Date(NaN), /x/, new Uint8Array(3), new Map([[1, 2]]), new Set([1]), new Error("x"), new ArrayBuffer(8),
  ];
  if (depth > 3 || random() < 0.5) return random() < 0.4 ? pick(TEXTS) : pick(simple);
  const parts = Array.from({ length: Math.floor(random() * 4) }, () => anything(random, depth + 1));
  if (random() < 0.5) return parts;
  const fields = FIELD_TABLE.fields.map(({ name }) => name);
  const names = [...fields, "draft", "collecting", "id", "scenes", "__proto__", "x"];
  return Object.fromEntries(parts.map((part) => [pick(names), part]));
}

const TYPES = ["set", "open", "goTo", "select", "key", "ask", "shared", "fly"].map((name) => `timemap:${name}`);
const PARTS = ["state", "address", "command", "start", "date", "event", "key", "code", "shiftKey", "repeat", "picture"];

/** Return a message with the right name and any contents. */
function anyMessage(random) {
  const message = { type: TYPES[Math.floor(random() * TYPES.length)] };
  for (const name of PARTS) if (random() < 0.5) message[name] = anything(random);
  return message;
}

function deep(levels) {
  let value = {};
  for (let level = 0; level < levels; level += 1) value = level % 2 ? [value] : { moment: value };
  return value;
}

function cyclic() {
  const value = { moment: "2014-10-06" };
  value.self = value;
  value.draft = value;
  return value;
}

/** Assert that a state is one, and that what was said is short and in our words. */
function assertWhole({ state }, answers, what) {
  const { moment, range, mode, window, selected, categories, words } = state();
  assert.ok(Number.isInteger(moment) && moment >= range[0] && moment < range[1], what);
  assert.ok(["day", "until", "range"].includes(mode) && Number.isInteger(window) && selected < IDS.length, what);
  assert.ok(Array.isArray(categories) && typeof words === "string" && words.length <= 200, what);
  const told = answers.filter(({ type }) => type === "timemap:problem").flatMap(({ problems }) => problems);
  assert.ok(told.join("\n").length <= LONGEST, what);
  for (const sentence of told) {
    assert.doesNotMatch(sentence, /is not a function|undefined \(reading|destructure|iterable|circular|BigInt|stack/i);
    assert.doesNotMatch(sentence, UNSEEN);
  }
}

test("every message of the corpus is taken or said", () => {
  const map = listening();
  for (const message of CORPUS.messages) assertWhole(map, map.hear(message), JSON.stringify(message).slice(0, 200));
  assert.deepEqual(map.noted, { drafts: [], shared: [], welcomed: [], pressed: [], themes: ["dark"] });
});

test("every text of the corpus is taken or said in every part of a message", () => {
  const map = listening();
  for (const text of TEXTS) {
    for (const name of [...FIELD_TABLE.fields.map((field) => field.name), text.slice(0, 99)])
      assertWhole(map, map.hear({ type: "timemap:set", state: { [name]: text } }), `${name}: ${text.slice(0, 50)}`);
    for (const message of [
      { type: "timemap:open", address: text },
      { type: "timemap:goTo", date: text },
      { type: "timemap:select", event: text },
      { type: "timemap:key", key: text, code: text },
      { type: "timemap:shared", address: text, picture: text },
      { type: text },
      { type: `timemap:${text}` },
    ])
      assertWhole(map, map.hear(message), `${message.type.slice(0, 30)}: ${text.slice(0, 50)}`);
  }
  assert.deepEqual(map.noted.shared, []);
});

test("values that are deep, cyclic, many or of odd kinds are taken or said", () => {
  const map = listening();
  const many = Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`field${index}`, index]));
  const values = [deep(1000), cyclic(), 1n, { moment: 1n }, many, new Date(), Array(100_000).fill("battle"), new Map()];
  for (const value of values) {
    for (const name of PARTS)
      for (const type of TYPES) assertWhole(map, map.hear({ type, [name]: value }), `${type} ${name}`);
    assertWhole(map, map.hear({ type: "timemap:set", state: { draft: value, categories: value } }), "state");
  }
});

test(`${COUNT} messages with any contents are taken or said`, () => {
  const map = listening();
  const random = seeded(20141006);
  for (let number = 0; number < COUNT; number += 1) {
    const message = anyMessage(random);
    assertWhole(map, map.hear(message), `message ${number}`);
  }
});

test("only the page around is heard", () => {
  const map = listening();
  const before = map.state();
  for (const source of [null, {}, globalThis])
    assert.deepEqual(map.hear({ type: "timemap:goTo", date: "2015-01-26" }, source), []);
  assert.equal(map.state(), before);
  map.hear({ type: "timemap:goTo", date: "2015-01-26" });
  assert.notEqual(map.state(), before);
});

test("the address of the app with its own picture is taken", () => {
  const map = listening();
  const good = { type: "timemap:shared", address: "https://example.org/?a=1", picture: "data:image/svg+xml,x" };
  assert.deepEqual(map.hear(good), []);
  assert.deepEqual(map.noted.shared, [good]);
});

test("every address of the corpus leads to a whole state, and what is said of it is short", () => {
  const bare = TEXTS.map((text) => encodeURIComponent(text.toWellFormed?.() ?? text));
  const names = [...FIELD_TABLE.fields.map(({ name }) => name), "other"];
  const made = bare.flatMap((text) => names.map((name) => `${name}=${text}`));
  for (const address of [...CORPUS.addresses, ...TEXTS, ...made]) {
    const { state, problems } = ADDRESS.read(address);
    assertWhole({ state: () => ({ ...OPENING, ...state }) }, [], address.slice(0, 80));
    for (const problem of problems) {
      const words = problemWords(problem);
      assert.ok(words.length < 1_500, address.slice(0, 80));
      assert.doesNotMatch(words, UNSEEN);
    }
  }
});
