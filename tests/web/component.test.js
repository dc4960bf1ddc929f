import assert from "node:assert/strict";
import { test } from "node:test";

import { isForMap, leadsAway, themeOf, toKeep, toSend } from "../../timemap/web/app/component.js";

const STATE = { range: ["2014-01-01", "2015-01-01"], moment: "2014-10-06", mode: "day", window: 7, selected: null, language: "en", events: null, theme: "dark" };

test("a command carries everything", () => {
  assert.deepEqual(toSend(STATE, true), STATE);
});

test("any other message leaves alone what the reader of the map sets", () => {
  assert.deepEqual(toSend(STATE, false), { range: STATE.range, language: "en", events: null, theme: "dark" });
});

test("what the map tells is kept without what the page does not need", () => {
  const told = { moment: "2015-01-26", selected: "an-event", mode: "until", window: 7, playing: false };
  assert.deepEqual(toKeep(told), { moment: "2015-01-26", mode: "until", window: 7, selected: "an-event", compare: null, lesson: "", scene: 0 });
});

test("what was commanded and comes back is the same text, so that it is not told again", () => {
  const echo = { moment: STATE.moment, compare: null, selected: null, mode: "day", window: 7, playing: false };
  assert.equal(JSON.stringify(toKeep(echo)), JSON.stringify(toKeep(STATE)));
});

test("nothing is told while playing, nor what is no state", () => {
  assert.equal(toKeep({ ...STATE, playing: true }), null);
  for (const wrong of [null, undefined, "x", 5, {}, { moment: 16349 }]) assert.equal(toKeep(wrong), null);
});

test("the theme follows the background's lightness", () => {
  assert.equal(themeOf("#ffffff"), "light");
  assert.equal(themeOf(" #0e1117 "), "dark");
  assert.equal(themeOf("rgb(250, 250, 250)"), "light");
  assert.equal(themeOf("rgba(14, 17, 23, 1)"), "dark");
  assert.equal(themeOf(""), "light");
});

const PLAIN = { querySelector: () => null };
const IN_DIALOG = { querySelector: () => ({}) };
const pressed = (key, rest = {}) => ({ key, target: { matches: () => true }, ...rest });

test("a key on the page is the map's where the focus is on nothing in particular", () => {
  for (const key of ["ArrowLeft", "ArrowRight", "PageUp", "PageDown", "Home", "End", " ", "f", "F", "?"]) assert.ok(isForMap(pressed(key), PLAIN), key);
  assert.ok(isForMap(pressed("ArrowLeft", { shiftKey: true }), PLAIN));
  assert.ok(!isForMap(pressed("PageDown", { target: { matches: () => false } }), PLAIN));
});

test("what is Streamlit's, the browser's or a dialog's is not the map's", () => {
  for (const key of ["r", "R", "c", "C", "Escape", "Tab", "Enter", "ArrowUp", "ArrowDown", "a"]) assert.ok(!isForMap(pressed(key), PLAIN), key);
  for (const held of ["ctrlKey", "altKey", "metaKey", "isComposing", "defaultPrevented"]) assert.ok(!isForMap(pressed("PageDown", { [held]: true }), PLAIN), held);
  assert.ok(!isForMap(pressed("PageDown"), IN_DIALOG));
});

const HERE = { origin: "http://127.0.0.1:8501", pathname: "/" };
const onLink = (link = {}, press = {}) => ({ button: 0, composedPath: () => [{}, { href: "x", pathname: "/lessons", origin: HERE.origin, protocol: "http:", target: "", download: "", ...link }, {}], ...press });

test("a press on a link to another page of the app leads away", () => {
  assert.ok(leadsAway(onLink(), HERE));
  assert.ok(leadsAway(onLink({ target: "_self" }), HERE));
});

test("a press beside a link, or on one to this page, another window or another host, does not", () => {
  assert.ok(!leadsAway({ button: 0, composedPath: () => [{}, {}] }, HERE));
  for (const link of [{ pathname: "/" }, { target: "_blank" }, { download: "table.csv" }, { protocol: "blob:", pathname: "http://127.0.0.1:8501/x" }, { origin: "https://example.org" }]) assert.ok(!leadsAway(onLink(link), HERE), JSON.stringify(link));
  for (const press of [{ button: 1 }, { ctrlKey: true }, { metaKey: true }, { shiftKey: true }]) assert.ok(!leadsAway(onLink({}, press), HERE), JSON.stringify(press));
});
