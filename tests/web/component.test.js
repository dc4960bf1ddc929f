import assert from "node:assert/strict";
import { test } from "node:test";

import { themeOf } from "../../timemap/web/app/mapbox.js";
import { isForMap } from "../../timemap/web/app/mapkeys.js";
import { toTell } from "../../timemap/web/app/mapreports.js";
import { merged, pageQuery } from "../../timemap/web/app/pageaddress.js";
import { linkAway } from "../../timemap/web/app/serverlink.js";

const STATE = {
  from: "2014-01-01",
  to: "2014-12-31",
  moment: "2014-10-06",
  mode: "day",
  lat: 36.9,
  lon: 38.3,
  zoom: 9,
  playing: false,
};
const NAMES = ["from", "to", "moment", "words"];

test("what is told at once leaves out where the map is looked at", () => {
  assert.deepEqual(toTell(STATE), { from: "2014-01-01", to: "2014-12-31", moment: "2014-10-06", mode: "day" });
});

test("nothing is told while playing, nor what is no state", () => {
  assert.equal(toTell({ ...STATE, playing: true }), null);
  for (const wrong of [null, undefined, "x", 5, {}, { moment: 16349 }]) assert.equal(toTell(wrong), null);
});

test("the address of the page counts before what the map would open on, name by name", () => {
  assert.equal(merged("moment=2014-10-06&words=kobane", "?moment=2015-01-26"), "moment=2015-01-26&words=kobane");
  assert.equal(merged("", "?from=2014-07-01&amp;words=x"), "from=2014-07-01&words=x");
  assert.equal(merged("moment=2014-10-06", ""), "moment=2014-10-06");
});

test("what else stands in the address of the page stays there", () => {
  assert.equal(
    pageQuery("?embed=true&moment=2014-10-06&amp;words=x", "moment=2015-01-26", NAMES),
    "?moment=2015-01-26&embed=true",
  );
  assert.equal(pageQuery("?moment=2014-10-06", "", NAMES), "");
  assert.equal(pageQuery("", "words=a%26b", NAMES), "?words=a%26b");
});

test("a name that the address always has stands there empty where the state has no value", () => {
  assert.equal(
    pageQuery("?words=&embed=true", "moment=2014-10-06", NAMES, ["words"]),
    "?moment=2014-10-06&words=&embed=true",
  );
  assert.equal(pageQuery("?words=", "words=x", NAMES, ["words"]), "?words=x");
  assert.equal(pageQuery("", "", NAMES, ["words"]), "?words=");
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
  for (const key of [
    "ArrowLeft",
    "ArrowRight",
    "PageUp",
    "PageDown",
    "Home",
    "End",
    " ",
    "b",
    ".",
    "f",
    "F",
    "n",
    "P",
    "?",
    "Escape",
  ])
    assert.ok(isForMap(pressed(key), PLAIN), key);
  assert.ok(isForMap(pressed("ArrowLeft", { shiftKey: true }), PLAIN));
  const host = { matches: () => false };
  assert.ok(!isForMap(pressed("PageDown", { target: host }), PLAIN));
  assert.ok(isForMap(pressed("PageDown", { target: host }), PLAIN, { host }), "the focus is on its way to the map");
});

test("what is Streamlit's, the browser's or a dialog's is not the map's", () => {
  for (const key of ["r", "R", "c", "C", "Tab", "Enter", "ArrowUp", "ArrowDown", "a"])
    assert.ok(!isForMap(pressed(key), PLAIN), key);
  for (const held of ["ctrlKey", "altKey", "metaKey", "isComposing", "defaultPrevented"])
    assert.ok(!isForMap(pressed("PageDown", { [held]: true }), PLAIN), held);
  assert.ok(!isForMap(pressed("PageDown"), IN_DIALOG));
});

test("F5 is the map's while a lesson runs, else the browser loads the page again", () => {
  assert.ok(isForMap(pressed("F5"), PLAIN, { inLesson: true }));
  assert.ok(!isForMap(pressed("F5"), PLAIN));
  assert.ok(!isForMap(pressed("F5", { ctrlKey: true }), PLAIN, { inLesson: true }));
});

test("the map takes what steps through a lesson while it is presented", () => {
  for (const key of ["ArrowUp", "ArrowDown", "Enter"]) {
    assert.ok(isForMap(pressed(key), PLAIN, { inLesson: true, presenting: true }), key);
    assert.ok(!isForMap(pressed(key), PLAIN, { inLesson: true }), key);
  }
});

const HERE = { origin: "http://127.0.0.1:8501", pathname: "/" };
const onLink = (link = {}, press = {}) => ({
  button: 0,
  composedPath: () => [
    {},
    { href: "x", pathname: "/lessons", origin: HERE.origin, protocol: "http:", target: "", download: "", ...link },
    {},
  ],
  ...press,
});

test("a press on a link to another page of the app leads away", () => {
  assert.ok(linkAway(onLink(), HERE));
  assert.ok(linkAway(onLink({ target: "_self" }), HERE));
});

test("a press beside a link, or on one to this page, another window or another host, does not", () => {
  assert.ok(!linkAway({ button: 0, composedPath: () => [{}, {}] }, HERE));
  for (const link of [
    { pathname: "/" },
    { target: "_blank" },
    { download: "table.csv" },
    { protocol: "blob:", pathname: "http://127.0.0.1:8501/x" },
    { origin: "https://example.org" },
  ])
    assert.ok(!linkAway(onLink(link), HERE), JSON.stringify(link));
  for (const press of [{ button: 1 }, { ctrlKey: true }, { metaKey: true }, { shiftKey: true }])
    assert.ok(!linkAway(onLink({}, press), HERE), JSON.stringify(press));
});
