// Content of the lesson panel: the start of a lesson and its scenes.

import { swatchElement } from "#timemap/areas/patterns.js";
import { eventSymbol } from "#timemap/events/symbols.js";
import { daysOf } from "#timemap/lesson/lessonstate.js";
import { figureElement } from "#timemap/lesson/figure.js";
import { pointedOut } from "#timemap/lesson/highlightedareas.js";
import { proseElement } from "#timemap/lesson/prose.js";
import { markedWhen } from "#timemap/own/ownwords.js";
import { element } from "#timemap/page/nodes.js";
import { sourceItem } from "#timemap/panel/sources.js";

/** @import { Context, Lesson, Scene } from "#timemap/types.d.ts" */
/** @import { PointedArea } from "#timemap/lesson/highlightedareas.js" */

/**
 * Return what stands at the start of a lesson.
 *
 * @param {Lesson} lesson
 * @returns {HTMLElement[]}
 */
export function openingParts({ title, age, minutes, aims, words, intro, sources }) {
  const facts = [age ? `Age ${age}` : "", minutes ? `${minutes} minutes` : ""].filter(Boolean).join(", ");
  const wordItem = (/** @type {Lesson["words"][number]} */ { word, explanation, usedBy }) => (
    element("li", {}, bold(word), `: ${explanation}${usedBy ? ` Used by: ${usedBy}` : ""}`)
  );
  return [
    element("h2", { tabindex: -1, dir: "auto" }, title),
    element("p", { class: "quiet" }, facts),
    proseElement(intro),
    ...section("Aims", aims.map((aim) => element("li", {}, aim))),
    ...section("Glossary", words.map(wordItem)),
    ...section("Sources", sources.map(sourceItem)),
  ];
}

/**
 * Return what stands beside a scene.
 *
 * @param {Lesson} lesson
 * @param {Scene} scene
 * @param {Pick<Context, "data"|"events"|"topology"|"select">} context
 * @returns {HTMLElement[]}
 */
export function sceneParts(lesson, scene, { data, events, topology, select }) {
  const indices = scene.events.map((id) => events.indexOf(id)).filter((index) => index >= 0);
  const words = lesson.words.filter(({ term }) => term && scene.terms.includes(term));
  const areas = scene.compare === null
    ? pointedOut(scene.areas, data, topology.at(scene.moment), scene.moment) : [];

  /** @param {PointedArea} area */
  function areaItem({ name, controller }) {
    const swatch = swatchElement(data.controllers[controller]);
    return element("li", { class: "lesson-event" }, swatch, element("p", {}, name));
  }

  /** @param {number} index */
  function eventItem(index) {
    const link = element("button", { type: "button", class: "link" }, events.title.at(index));
    link.addEventListener("click", () => select(index));
    const when = element("p", { class: "quiet" }, markedWhen(events, index));
    const symbol = eventSymbol(data, events, index);
    return element("li", { class: "lesson-event" }, symbol, element("div", {}, link, when));
  }

  return [
    element("h2", { tabindex: -1, dir: "auto" }, scene.title),
    element("p", { class: "lesson-day" }, daysOf(scene)),
    proseElement(scene.text),
    ...(scene.picture ? [figureElement(scene.picture)] : []),
    ...(scene.question ? [questionElement(scene.question)] : []),
    ...section("Outlined on the map", areas.map(areaItem)),
    ...section("Events and their sources", indices.map(eventItem)),
    ...section("Contested terms", words.map(({ word, explanation, usedBy }) => (
      element("li", {}, element("q", { dir: "auto" }, word), ` \u2013 ${usedBy}. ${explanation}`)
    ))),
    ...section("Sources", scene.sources.map(sourceItem)),
  ];
}

/** @param {string} word */
function bold(word) {
  return element("strong", { dir: "auto" }, word);
}

/** @param {string} question as HTML */
function questionElement(question) {
  return element("div", { class: "lesson-question" }, element("h3", {}, "Question"), proseElement(question));
}

/** @param {string} title @param {HTMLElement[]} items @returns {HTMLElement[]} */
function section(title, items) {
  if (items.length === 0) return [];
  return [element("h3", {}, title), element("ul", { class: "lesson-list", dir: "auto" }, ...items)];
}
