// A lesson is walked scene by scene: its start, its scenes in order, and nothing after the last; a scene is a state of the map and a text.

import { isPicture } from "#timemap/lesson/figure.js";
import { dayWords } from "#timemap/time/dates.js";

/**
 * @typedef {object} Scene as `timemap/document/lessons.py` makes it
 * @property {string} title
 * @property {number} moment
 * @property {number|null} compare
 * @property {[number, number]|null} range
 * @property {string} mode
 * @property {number} window
 * @property {{lat: number, lon: number, zoom: number}} view
 * @property {string[]} events
 * @property {import("#timemap/lesson/figure.js").Picture} [picture]
 */

/**
 * Return whether a value can be run as a lesson.
 *
 * @param {unknown} value
 * @returns {boolean}
 */
export function isLesson(value) {
  const isText = (...texts) => texts.every((text) => typeof text === "string");
  const areLists = (...lists) => lists.every((list) => Array.isArray(list));
  const isScene = (scene) => isText(scene?.title) && isText(scene.text, scene.question, scene.teacher, scene.mode) && areLists(scene.events, scene.areas, scene.terms, scene.sources)
    && (scene.range === null || (areLists(scene.range) && scene.range.length === 2 && scene.range.every(Number.isFinite)))
    && (scene.compare === null || Number.isFinite(scene.compare))
    && (scene.picture === undefined || isPicture(scene.picture))
    && [scene.moment, scene.window, scene.view?.lat, scene.view?.lon, scene.view?.zoom].every(Number.isFinite);
  return isText(value?.id) && isText(value.title, value.language, value.intro, value.teacher) && areLists(value.aims, value.words, value.sources, value.scenes) && value.scenes.length > 0 && value.scenes.every(isScene);
}

/**
 * Return the number of the scene that a step leads to; 0 is the start, null where there is none that way.
 *
 * @param {number} scene
 * @param {1|-1} direction
 * @param {number} count of scenes
 * @returns {number|null}
 */
export function sceneAfter(scene, direction, count) {
  const next = scene + direction;
  return next < 0 || next > count ? null : next;
}

/**
 * Return a scene's number made fit for a lesson: a whole number from 0 to the last.
 *
 * @param {unknown} scene
 * @param {number} count
 * @returns {number}
 */
export function knownScene(scene, count) {
  return Number.isInteger(scene) ? Math.min(Math.max(scene, 0), count) : 0;
}

/**
 * Return what the clock shows in a scene; the start shows the first scene without its events.
 *
 * @param {{scenes: Scene[]}} lesson
 * @param {number} number
 * @param {[number, number]} widest the whole range of the document
 * @returns {object} a patch of the clock
 */
export function stateOf(lesson, number, widest) {
  const { moment, compare, mode, window, range } = lesson.scenes[Math.max(0, number - 1)];
  return { moment, mode, window, range: range ?? widest, categories: [], parties: [], words: "", hidden: [], selected: -1, cell: -1, compare, playing: false };
}

/**
 * Return in words which days a scene shows.
 *
 * @param {Scene} scene
 * @returns {string}
 */
export function daysOf({ moment, compare, range }) {
  if (compare !== null) return `${dayWords(moment)} beside ${dayWords(compare)}`;
  return range ? `${dayWords(range[0])} to ${dayWords(range[1] - 1)}` : dayWords(moment);
}

/**
 * Return whether the map still shows a scene, so that there is nothing to go back to.
 *
 * @param {object} state of the clock
 * @param {object} wanted what `stateOf` returned
 * @returns {boolean}
 */
export function isThere(state, wanted) {
  return ["moment", "mode", "window", "compare"].every((name) => state[name] === wanted[name]) && String(state.range) === String(wanted.range);
}

/**
 * Return for each event whether a scene is about it.
 *
 * @param {string[]} ids
 * @param {{count: number, indexOf: (id: string) => number}} events
 * @returns {Uint8Array|null} null where it is about none
 */
export function markedBy(ids, events) {
  const indices = ids.map((id) => events.indexOf(id)).filter((index) => index >= 0);
  if (indices.length === 0) return null;
  const marked = new Uint8Array(events.count);
  for (const index of indices) marked[index] = 1;
  return marked;
}
