// What was found is marked in the text as it stands there, in whatever spelling it was typed.
import assert from "node:assert/strict";
import { test } from "node:test";
import { excerptOf, finderOf, wordMatches } from "../../timemap/web/find/matches.js";
import { DATA, FILTERS } from "./search_data.js";

const marked = (text, words) =>
  wordMatches(text, finderOf(words, FILTERS.index, DATA.spellings)).map(([start, end]) => text.slice(start, end));

test("words that begin with what was typed are marked whole", () => {
  assert.deepEqual(marked("Work on the border wall begins", "bord"), ["border"]);
  assert.deepEqual(marked("Work on the border wall begins", "wall wor"), ["Work", "wall"]);
  assert.deepEqual(marked("Work on the border wall begins", "order"), []);
  assert.deepEqual(marked("Work", ""), []);
  assert.deepEqual(marked("Work", "?!"), []);
});

test("accents, apostrophes and possessives make no difference", () => {
  assert.deepEqual(marked("\u2018M\u00fcr\u015fitp\u0131nar\u2019", "mursit"), ["M\u00fcr\u015fitp\u0131nar"]);
  assert.deepEqual(marked("A raid on Da'esh cells", "daesh"), ["Da'esh"]);
  assert.deepEqual(marked("Kobane\u2019s quarters", "kobane"), ["Kobane\u2019s"]);
});

test("another spelling of the name is marked, also where it is several words", () => {
  assert.deepEqual(marked("Turkish forces enter Afrin", "\u0639\u0641\u0631\u064a\u0646"), ["Afrin"]);
  assert.deepEqual(marked("Air strikes near Ain al-Arab", "Koban\u00ea"), ["Ain al-Arab"]);
  assert.deepEqual(marked("\u0639\u064a\u0646 \u0627\u0644\u0639\u0631\u0628", "kobane"), [
    "\u0639\u064a\u0646 \u0627\u0644\u0639\u0631\u0628",
  ]);
  assert.deepEqual(marked("Near Afrin", "a"), ["Afrin"]);
  assert.deepEqual(marked("Near Kobane", "a"), []);
});

test("an excerpt is cut between words round the first match", () => {
  const text = "Concrete blocks are laid along the line, and the old gate near the station is closed to all traffic.";
  const part = excerptOf(text, wordMatches(text, finderOf("gate", FILTERS.index, [])), 40);
  assert.equal(part.text, "\u2026 and the old gate near the station is \u2026");
  assert.deepEqual(part.matches.map(([start, end]) => part.text.slice(start, end)), ["gate"]);
  assert.equal(excerptOf("Short.", [[0, 5]], 40).text, "Short.");
  const end = excerptOf(text, wordMatches(text, finderOf("traffic", FILTERS.index, [])), 40);
  assert.ok(end.text.startsWith("\u2026 ") && end.text.endsWith("traffic."));
});
