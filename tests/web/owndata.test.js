// Own events of a visitor: merged with ours in time, filtered, found, and always marked.
import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { test } from "node:test";
import { createOwnEvents, withoutOwn } from "../../timemap/web/app/ownevents.js";
import { createEvents } from "../../timemap/web/events/events.js";
import { groupsOf as createGroupsOf } from "../../timemap/web/events/eventgroups.js";
import { activeFilters } from "../../timemap/web/find/chips.js";
import { createFilters } from "../../timemap/web/find/filters.js";
import { loosenings } from "../../timemap/web/find/loosening.js";
import { readOwn } from "../../timemap/web/own/askown.js";
import { withOwn } from "../../timemap/web/own/mergeown.js";
import { createOwnLine } from "../../timemap/web/own/ownline.js";
import { citedIn, countOwn, deathWords, detailsOf, markWords } from "../../timemap/web/own/ownwords.js";
import { listed } from "../../timemap/web/page/listed.js";
import { groupsOf } from "../../timemap/web/slider/bars.js";
import { createAddress, openingState } from "../../timemap/web/state/address.js";
import { problemWords } from "../../timemap/web/state/fields.js";
import { FIELD_TABLE } from "./fieldtable.js";

const SAME = { precision: "day", where: "exact", contested: "", actors: [], actorsAsWritten: [], parties: [] };
const COMMON = ["id", "start", "end", "title", "categories", "lat", "lon", "place", "summary"];
const columnsOf = (rows, more) => Object.fromEntries([...COMMON, ...Object.keys(SAME), ...Object.keys(more)].map(
  (name) => [name, rows.map((row) => row[name] ?? SAME[name] ?? more[name])]));
const row = (id, start, more) => ({
  id, start, end: start + 1, title: id, categories: [0], lat: 36.89, lon: 38.35, place: "", summary: "", ...more,
});
const OURS = columnsOf(
  [row("one", 10, { spellings: [0], sources: [0] }), row("two", 20, {}), row("three", 30, { categories: [1] })],
  { spellings: [], sources: [], formerId: "", column: false, names: null },
);
const MINE = columnsOf(
  [
    row("own-1-2", 5, { title: "Kobanî", categories: [2], kind: "Hasat", row: 2 }),
    row("own-2-2", 20, { table: 1, row: 2, deaths: [3, 2, 5] }),
    row("own-1-3", 44, { end: 60, row: 3, cited: [["A paper"], ["javascript:alert(1)"]] }),
  ],
  { table: 0, row: 0, deaths: [], status: "", kind: "", cited: [] },
);
const CATEGORIES = [
  { id: "battle", name: "Fighting", group: "violence", colour: "#111111", path: "" },
  { id: "trial", name: "Trial", group: "politics", colour: "#222222", path: "" },
];
const OTHER = { id: "other", name: "Other", group: "other", colour: "#555555", path: "" };
const TABLES = [{ name: "mine.csv", restricted: "" }, { name: "theirs.csv", restricted: "Keep it." }];
const PAYLOAD = {
  events: OURS, categories: CATEGORIES, parties: [], spellings: [["ayn al arab", "kobane"]],
  letters: { a: "A", h: "H", k: "K", n: "N" },
  whole: [10, 40], range: [10, 40], moment: 20, mode: "day", fields: FIELD_TABLE, version: "0a1b2c",
  languages: [{ code: "en" }], controllers: [], sources: [{ title: "Ours", publisher: "P", url: "" }],
  choices: { categories: [], parties: [], words: "", own: "", language: "en", window: 0, hidden: [] },
  own: { tables: TABLES, other: OTHER, columns: MINE },
};

const data = withOwn(structuredClone(PAYLOAD));
const events = createEvents(data.events);
const filters = createFilters(data, events);
const STATE = { ...PAYLOAD.choices, moment: 20, range: data.range, mode: "range", selected: -1, shown: null };
const idsOf = (column) => Array.from({ length: events.count }, (_, index) => column.at(index));
const seen = (patch) => {
  const state = { ...STATE, ...patch };
  return Array.from(events.visible({ ...state, ...filters.derive(state, null) }), (index) => events.id.at(index));
};

test("own events stand among ours in order of time, and the days reach to all of them", () => {
  assert.deepEqual(idsOf(events.id), ["own-1-2", "one", "two", "own-2-2", "three", "own-1-3"]);
  assert.deepEqual(idsOf(Array.from(events.own)), [1, 0, 0, 2, 0, 1]);
  assert.deepEqual([...events.start], [5, 10, 20, 20, 30, 44]);
  assert.deepEqual([data.whole, data.range], [[5, 60], [5, 60]]);
  assert.deepEqual(data.categories.map(({ id }) => id), ["battle", "trial", "other"]);
});

test("without own events the data stay as they are", () => {
  for (const own of [undefined, { ...PAYLOAD.own, columns: columnsOf([], { table: 0 }) }]) {
    const { events: columns, whole, categories } = withOwn({ ...PAYLOAD, own });
    assert.deepEqual([columns, whole, categories], [OURS, [10, 40], CATEGORIES]);
    assert.equal(createEvents(columns).own, undefined);
  }
});

test("a chosen range stays where own events reach further", () => {
  assert.deepEqual(withOwn({ ...structuredClone(PAYLOAD), range: [12, 30] }).range, [12, 30]);
});

test("steps from event to event lead over both", () => {
  const all = { range: data.range, shown: null };
  assert.equal(events.previous(10, all), 5);
  assert.equal(events.next(30, all), 44);
  const { shown } = filters.derive({ ...STATE, own: "none" }, null);
  assert.equal(events.next(30, { ...all, shown }), null);
});

test("the filter leaves own events alone, or takes them out", () => {
  assert.deepEqual(seen({}), ["own-1-2", "one", "two", "own-2-2", "three", "own-1-3"]);
  assert.deepEqual(seen({ own: "alone" }), ["own-1-2", "own-2-2", "own-1-3"]);
  assert.deepEqual(seen({ own: "none" }), ["one", "two", "three"]);
  assert.deepEqual(seen({ own: "alone", categories: ["other"] }), ["own-1-2"]);
  assert.deepEqual([...filters.counts({ ...STATE, own: "alone" }).categories], [2, 0, 1]);
});

test("own events are found by their texts, their category as written and any spelling of a place", () => {
  assert.deepEqual(seen({ words: "kobani" }), ["own-1-2"]);
  assert.deepEqual(seen({ words: "hasat" }), ["own-1-2"]);
  const spelled = structuredClone(PAYLOAD);
  spelled.own.columns.summary[1] = "Near Ayn al-Arab";
  const other = withOwn(spelled);
  const there = createEvents(other.events);
  const found = createFilters(other, there).index.found("kobane");
  assert.deepEqual([...found], [0, 1, 0, 1, 0, 0]);
});

test("what filters is said and can be taken off", () => {
  const [{ words, patch }] = activeFilters({ ...STATE, own: "alone" }, data);
  assert.deepEqual([words, patch], ["Only your data", { own: "" }]);
  const ways = loosenings({ ...STATE, own: "alone", words: "three" }, { data, events, filters });
  assert.ok(ways.some(({ words: offer }) => offer === "Show all events (1)"));
});

test("an address keeps the choice; where there are no own events it is told and left out", () => {
  const parts = { events, lessons: () => [], shown: (wanted) => filters.derive(wanted, null).shown };
  const address = createAddress(data, parts, openingState(data, events));
  const { state, problems } = address.read("own=alone");
  assert.deepEqual([state.own, problems], ["alone", []]);
  assert.deepEqual(address.write({ ...state, view: null }), { own: "alone" });
  assert.equal(address.read("own=none&event=own-1-2").state.own, "");

  const plain = withOwn({ ...PAYLOAD, own: undefined });
  const ours = createEvents(plain.events);
  const others = { events: ours, lessons: () => [], shown: () => null };
  const without = createAddress(plain, others, openingState(plain, ours));
  const { state: left, problems: told } = without.read("own=alone");
  assert.equal(left.own, "");
  assert.match(problemWords(told[0]), /somebody's own data/);
  assert.deepEqual(without.read("moment=1970-01-21").problems, []);
});

test("an own event is marked with its table and row, one of ours is not", () => {
  assert.equal(markWords(data, events, 3), "Your data: theirs.csv, row 2");
  assert.equal(markWords(data, events, 1), "");
  assert.equal(detailsOf(data, events, 1), null);
  assert.deepEqual(detailsOf(data, events, 3).deaths, [3, 2, 5]);
  const alone = { ...STATE, own: "alone" };
  const { rows } = listed({ data, events }, { ...alone, ...filters.derive(alone, null) });
  assert.ok(rows.every(({ lines }) => lines.some((line) => line.startsWith("Your data: "))));
});

test("how many own events are seen can be told", () => {
  assert.deepEqual([[0, 1, 3], [1, 2], []].map((indices) => countOwn(events, indices)), [2, 0, 0]);
});

test("deaths are told as the table gives them", () => {
  const told = [[3, 2, 5], [3, 3, 3], [null, 2, 5], [null, null, 4], [0, null, null], []].map(deathWords);
  assert.deepEqual(told, ["3 (2\u20135)", "3", "2\u20135", "4", "0", ""]);
});

test("only addresses of the web become links", () => {
  const cited = (texts, addresses) => citedIn({ texts, addresses });
  assert.deepEqual(cited(["A"], ["javascript:alert(1)"]), [{ text: "A", url: "" }]);
  assert.deepEqual(cited(["A", "B"], ["https://a.example/", "data:text/html,x"]), [
    { text: "A", url: "https://a.example/" }, { text: "B", url: "" },
  ]);
  assert.deepEqual(cited([], ["http://a.example/"]), [{ text: "http://a.example/", url: "http://a.example/" }]);
  assert.deepEqual(cited(["A", "B"], ["https://a.example/"]), [
    { text: "A", url: "" }, { text: "B", url: "" }, { text: "https://a.example/", url: "https://a.example/" },
  ]);
});

test("the bars have a part of their own for own events, only where there are any", () => {
  const { names, of } = groupsOf(data.categories, events);
  assert.equal(names.at(-1), "Your data");
  assert.deepEqual([0, 1, 5].map(of), [names.length - 1, 0, names.length - 1]);
  const ours = createEvents(OURS);
  assert.ok(!groupsOf(CATEGORIES, ours).names.includes("Your data"));
});

test("counted cells tell how many of their events are own ones", () => {
  const many = 2100;
  const own = Int32Array.from({ length: many }, (_, index) => (index < 100 ? 1 : 0));
  const here = { lon: new Float64Array(many), lat: new Float64Array(many), spot: new Int32Array(many), own };
  const view = {
    box: [0, 0, 1, 1], seen: [0, 0, 100, 100], scale: 100, originX: 0, originY: 0, width: 100, height: 100,
  };
  const all = Int32Array.from({ length: many }, (_, index) => index);
  const { cells } = createGroupsOf(here).crowd(all, view, -1);
  assert.deepEqual([Math.max(...cells.counts), Math.max(...cells.own)], [2100, 100]);
  const { cells: ours } = createGroupsOf({ ...here, own: undefined }).crowd(all, view, -1);
  assert.equal(ours.own, null);
});

test("own events that cannot be read leave the data as they are", () => {
  const ours = { ...PAYLOAD, own: undefined };
  const read = (text) => readOwn(ours, text, withOwn);
  assert.deepEqual(read(JSON.stringify(PAYLOAD.own)).payload.events, withOwn(PAYLOAD).events);
  for (const text of ["<html>", '{"columns": {"id": [1]}}', null]) {
    assert.deepEqual(read(text), { payload: withOwn(ours), failed: true });
  }
  assert.equal(read(undefined).failed, false);
});

test("own events are fetched and sent as they are; what cannot be fetched is told", async () => {
  const server = createServer(({ url }, answer) => {
    answer.writeHead(url === "/own/good" ? 200 : 404);
    answer.end("{}");
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  globalThis.document = { baseURI: `http://127.0.0.1:${server.address().port}/` };
  const sent = [];
  const own = createOwnEvents((message) => sent.push(message));
  assert.deepEqual([own.isOther(""), own.isOther("own/good")], [false, true]);
  for (const address of ["own/good", "own/gone"]) {
    assert.equal(own.begin(address), "?timemap-own");
    await own.send();
  }
  assert.deepEqual(sent, [{ type: "timemap:own", own: "{}" }, { type: "timemap:own", own: null }]);
  assert.deepEqual([own.begin(""), own.isOther("")], ["", false]);
  server.close();
  delete globalThis.document;
});

test("a state that goes on without own events names none of them", () => {
  assert.equal(withoutOwn("own=alone&event=own-1-2&moment=2014-10-06"), "moment=2014-10-06");
  assert.equal(withoutOwn("event=siege&words=own-1"), "event=siege&words=own-1");
});

test("there is a line on own data only where there is some", () => {
  const plain = withOwn({ ...PAYLOAD, own: undefined });
  assert.equal(createOwnLine(plain, createEvents(plain.events)), null);
});
