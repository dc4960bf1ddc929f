import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { reportLink, reportText, reportTitle } from "../../timemap/web/page/reporttext.js";

const TABLE = JSON.parse(readFileSync(new URL("../cases/error_reports.json", import.meta.url), "utf8"));

test("title and text name the thing, the map and the view", () => {
  for (const { subject, map, title, text } of TABLE.texts) {
    assert.equal(reportTitle(subject), title);
    assert.equal(reportText(subject, map), text);
  }
});

test("a report is sent by mail or to a tracker and nowhere else", () => {
  for (const { target, title, text, link } of TABLE.links) assert.equal(reportLink(target, title, text), link, target);
});

test("half of a sign in what is typed does not break the link", () => {
  assert.equal(reportLink("a@b", "c", "\ud83d"), "mailto:a@b?subject=c&body=%EF%BF%BD");
});
