// Drafts of lessons in the browser: few, bounded, versioned, one for each tab.
import assert from "node:assert/strict";
import { test } from "node:test";

import {
  dropDraft, LONGEST, readDraft, setAside, tabsOf, whatToDo, writeDraft,
} from "../../timemap/web/app/draftrecords.js";

const draft = (more = {}) => ({ session: "s", time: 1, title: "One", text: "---\ntitle: One\n---", ...more });

/** Return a storage with the methods that a browser's has. */
function storage() {
  const kept = new Map();
  return {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
    key: (at) => [...kept.keys()][at] ?? null,
    get length() {
      return kept.size;
    },
  };
}

test("two tabs keep their drafts beside each other", () => {
  const store = storage();
  assert.ok(writeDraft(store, "a", draft()));
  assert.ok(writeDraft(store, "b", draft({ title: "Two", time: 2 })));
  assert.deepEqual([readDraft(store, "a").title, readDraft(store, "b").title], ["One", "Two"]);
  assert.deepEqual(tabsOf(store), ["b", "a"]);
  dropDraft(store, "a");
  assert.deepEqual(tabsOf(store), ["b"]);
});

test("the oldest draft gives way to the sixth, and a long one is not kept", () => {
  const store = storage();
  for (let at = 1; at <= 6; at += 1) writeDraft(store, `tab${at}`, draft({ time: at }));
  assert.deepEqual(tabsOf(store), ["tab6", "tab5", "tab4", "tab3", "tab2"]);
  assert.ok(writeDraft(store, "tab2", draft({ time: 7 })));
  assert.equal(tabsOf(store).length, 5);
  assert.equal(writeDraft(store, "tab3", draft({ text: "x".repeat(LONGEST + 1) })), false);
  assert.equal(readDraft(store, "tab3").text, draft().text);
});

test("a draft of another version, or none at all, is not read", () => {
  const store = storage();
  writeDraft(store, "a", draft());
  const name = store.key(0);
  for (const value of ["{", "null", "3", JSON.stringify({ ...draft(), version: 2 }), JSON.stringify({ version: 1 })]) {
    store.setItem(name, value);
    assert.equal(readDraft(store, "a"), null, value);
  }
});

test("a browser that keeps nothing says so", () => {
  const full = { ...storage(), setItem() { throw new Error("full"); } };
  assert.equal(writeDraft(full, "a", draft()), false);
  const closed = { get length() { throw new Error("not allowed"); } };
  assert.deepEqual([tabsOf(closed), readDraft(closed, "a")], [[], null]);
});

test("a draft that is set aside is kept under the other name", () => {
  const store = storage();
  writeDraft(store, "a", draft());
  setAside(store, "a", "b");
  assert.deepEqual([readDraft(store, "a"), readDraft(store, "b").title], [null, "One"]);
});

test("a session that did not write the draft gets it back, also where fields of the page made another one", () => {
  const record = { version: 1, ...draft() };
  const page = (more) => ({ session: "t", text: "", begun: false, ...more });
  assert.equal(whatToDo(record, page()), "restore");
  assert.equal(whatToDo(record, page({ begun: true, text: "title: One" })), "restore");
  assert.equal(whatToDo(record, page({ begun: true, text: record.text })), "keep");
  assert.equal(whatToDo(record, page({ session: "s", begun: true, text: "title: Two" })), "keep");
  assert.equal(whatToDo(record, page({ session: "s" })), "nothing");
  assert.equal(whatToDo(null, page()), "nothing");
});
