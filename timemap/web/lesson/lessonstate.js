// Shape check of a lesson, and the states of its scenes.

import { isPicture } from "#timemap/lesson/figure.js";
import { dayWords } from "#timemap/time/dates.js";

/** @import { DayRange, Events, Lesson, MapState, Scene } from "#timemap/types.d.ts" */

/** @typedef {Partial<MapState> & Pick<MapState, "moment"|"mode"|"window"|"range"|"compare">} SceneState */

/** Days from 1970 that a date can be away and still be written with a year of four digits. */
const FARTHEST = 700_000;

const SHOWN = /** @type {const} */ (["moment", "mode", "window", "compare"]);

/**
 * Return whether a value can be run as a lesson.
 *
 * @param {any} value from another page, so nothing is known of it
 * @returns {value is Lesson}
 */
export function isLesson(value) {
  if (!areTexts(value?.id) || !areTexts(value.title, value.language, value.intro, value.teacher)) return false;
  const { aims, words, sources, scenes } = value;
  if (!areLists(aims, words, sources, scenes) || !areTexts(...aims)) return false;
  if (!words.every((/** @type {any} */ word) => areTexts(word?.word, word?.explanation))) return false;
  return sources.every(isSource) && scenes.length > 0 && scenes.every(isScene);
}

/** @param {any} source from another page */
function isSource(source) {
  return areTexts(source?.title, source?.url, source?.date);
}

/** @param {any} day from another page */
function isDay(day) {
  return Number.isInteger(day) && Math.abs(day) < FARTHEST;
}

/** @param {any} scene from another page, so nothing is known of it @returns {scene is Scene} */
function isScene(scene) {
  if (!areTexts(scene?.title) || !areTexts(scene.text, scene.question, scene.teacher, scene.mode)) return false;
  const { events, areas, terms, sources, range, compare, picture, moment, window, view } = scene;
  const isRange = areLists(range) && range.length === 2 && range.every(isDay) && range[0] < range[1];
  return areLists(events, areas, terms, sources)
    && areTexts(...events, ...areas, ...terms)
    && sources.every(isSource)
    && (range === null || isRange)
    && (compare === null || isDay(compare))
    && (picture === undefined || isPicture(picture))
    && isDay(moment)
    && [window, view?.lat, view?.lon, view?.zoom].every(Number.isFinite)
    && Math.abs(view.lat) <= 90 && Math.abs(view.lon) <= 180;
}

/** @param {...unknown} texts */
function areTexts(...texts) {
  return texts.every((text) => typeof text === "string");
}

/** @param {...unknown} lists */
function areLists(...lists) {
  return lists.every((list) => Array.isArray(list));
}

/**
 * Return the number of the scene that a step leads to.
 *
 * 0 is the start, null where there is none that way.
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
 * Return a scene's number made fit for a lesson: from 0 to the last.
 *
 * @param {unknown} scene
 * @param {number} count
 * @returns {number}
 */
export function knownScene(scene, count) {
  return typeof scene === "number" && Number.isInteger(scene) ? Math.min(Math.max(scene, 0), count) : 0;
}

/**
 * Return what the store shows in a scene.
 *
 * The start shows the first scene without its events.
 *
 * @param {{scenes: Scene[]}} lesson
 * @param {number} number
 * @param {DayRange} widest the whole range of the document
 * @returns {SceneState}
 */
export function stateOf(lesson, number, widest) {
  const { moment, compare, mode, window, range } = lesson.scenes[Math.max(0, number - 1)];
  const none = { categories: [], parties: [], words: "", own: /** @type {const} */ (""), hidden: [] };
  return { ...none, selected: -1, cell: -1, playing: false, moment, mode, window, range: range ?? widest, compare };
}

/**
 * Return in words which days a scene shows.
 *
 * @param {Pick<Scene, "moment"|"compare"|"range">} scene
 * @returns {string}
 */
export function daysOf({ moment, compare, range }) {
  if (compare !== null) return `${dayWords(moment)} compared with ${dayWords(compare)}`;
  return range ? `${dayWords(range[0])} to ${dayWords(range[1] - 1)}` : dayWords(moment);
}

/**
 * Return whether the map still shows a scene.
 *
 * @param {SceneState} state
 * @param {SceneState} wanted what `stateOf` returned
 * @returns {boolean}
 */
export function isThere(state, wanted) {
  const same = SHOWN.every((name) => state[name] === wanted[name]);
  return same && String(state.range) === String(wanted.range);
}

/**
 * Return for each event whether a scene is about it.
 *
 * @param {string[]} ids
 * @param {Pick<Events, "count"|"indexOf">} events
 * @returns {Uint8Array|null} null where it is about none
 */
export function markedBy(ids, events) {
  const indices = ids.map((id) => events.indexOf(id)).filter((index) => index >= 0);
  if (indices.length === 0) return null;
  const marked = new Uint8Array(events.count);
  for (const index of indices) marked[index] = 1;
  return marked;
}
