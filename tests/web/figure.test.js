// Of a lesson that comes from outside only pictures are shown that are whole, come with all their words, and need no
// network.
import assert from "node:assert/strict";
import { test } from "node:test";

import { isLesson } from "../../timemap/web/lesson/lessonstate.js";
import { isPicture } from "../../timemap/web/lesson/figure.js";

const PICTURE = {
  src: "data:image/webp;base64,AAAA",
  width: 3,
  height: 2,
  caption: "A bridge",
  credit: "The class",
  licence: "CC0",
  alt: "A bridge over a river",
};

test("a picture in the document with all its words is one", () => {
  assert.equal(isPicture(PICTURE), true);
});

test("a picture that lacks something, or is to be fetched, is none", () => {
  for (const name of Object.keys(PICTURE)) assert.equal(isPicture({ ...PICTURE, [name]: undefined }), false, name);
  for (const name of ["src", "caption", "credit", "licence", "alt"])
    assert.equal(isPicture({ ...PICTURE, [name]: "" }), false, name);
  for (const src of ["https://example.org/a.webp", "data:image/svg+xml;base64,AAAA", "javascript:alert(1)"])
    assert.equal(isPicture({ ...PICTURE, src }), false, src);
  for (const wrong of [null, "", 3, [], { ...PICTURE, width: 0 }, { ...PICTURE, height: "2" }])
    assert.equal(isPicture(wrong), false);
});

test("a lesson runs with a picture or without one, not with a wrong one", () => {
  const scene = {
    title: "",
    text: "",
    question: "",
    teacher: "",
    mode: "day",
    events: [],
    areas: [],
    terms: [],
    sources: [],
    range: null,
    compare: null,
    moment: 1,
    window: 7,
    view: { lat: 1, lon: 1, zoom: 1 },
  };
  const lesson = (more) => ({
    id: "a",
    title: "A",
    language: "en",
    intro: "",
    teacher: "",
    aims: [],
    words: [],
    sources: [],
    scenes: [{ ...scene, ...more }],
  });
  assert.equal(isLesson(lesson({})), true);
  assert.equal(isLesson(lesson({ picture: PICTURE })), true);
  assert.equal(isLesson(lesson({ picture: { ...PICTURE, src: "https://example.org/a.webp" } })), false);
});
