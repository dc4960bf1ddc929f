// Runner of lessons. It brings the map to each scene; exploring is free, and one click leads back.

import { isLesson, knownScene, sceneAfter } from "#timemap/lesson/lessonstate.js";
import { createStage } from "#timemap/lesson/stage.js";

/** @import { Context, Lessons, MapState, Viewport } from "#timemap/types.d.ts" */
/** @import { StageContext } from "#timemap/lesson/stage.js" */

/**
 * Make the runner of lessons.
 *
 * @param {StageContext & Pick<Context, "viewport">} context `press`, which takes a key of the notes, may be added later
 * @returns {Lessons}
 */
export function createLessons(context) {
  const { data, store, announce } = context;
  const lessons = new Map((data.lessons ?? []).map((lesson) => [lesson.id, lesson]));
  /** @type {MapState & {view: Viewport|null}|null} */
  let before = null;
  const lesson = () => lessons.get(store.get().lesson) ?? null;
  const stage = createStage(context, { step, leave, lesson });

  /** @param {string} id @param {number} [scene] */
  function start(id, scene = 0) {
    const wanted = lessons.get(id);
    if (!wanted) return false;
    const now = store.get();
    const number = knownScene(scene, wanted.scenes.length);
    before ??= { ...now, view: context.viewport.get() };
    if (now.lesson === id && now.scene === number) stage.apply();
    else store.set({ lesson: id, scene: number });
    return true;
  }

  /**
   * Take in a lesson, or another version of one. Where that one runs it is shown at once.
   *
   * @param {unknown} told
   */
  function add(told) {
    if (!isLesson(told)) throw new RangeError("draft: expected a lesson with an id and scenes");
    const running = store.get().lesson === told.id;
    const same = JSON.stringify(lessons.get(told.id)) === JSON.stringify(told);
    lessons.set(told.id, told);
    if (!running || same) return;
    store.set({ scene: knownScene(store.get().scene, told.scenes.length) });
    stage.show();
  }

  /** @param {1|-1} direction */
  function step(direction) {
    const running = lesson();
    if (running === null) return false;
    const scene = sceneAfter(store.get().scene, direction, running.scenes.length);
    if (scene === null) announce(direction > 0 ? "This is the end of the lesson" : "This is the start of the lesson");
    else store.set({ scene });
    return true;
  }

  /**
   * Turn a page, or the scene.
   *
   * What of a scene is not seen yet, its question above all, comes before the next scene.
   *
   * @param {1|-1} direction
   */
  function turn(direction) {
    return lesson() !== null && (stage.panel.turn(direction) || step(direction));
  }

  function leave() {
    const had = before ?? { ...store.get(), view: null };
    const { moment, compare, mode, window, range, categories, parties, words, own, view } = had;
    const none = { lesson: "", scene: 0, marked: null, presenting: false };
    before = null;
    store.set({ ...none, moment, compare, mode, window, range, categories, parties, words, own });
    context.viewport.open(view);
    announce("Lesson closed");
  }

  return {
    panel: stage.panel.element, focusScene: stage.panel.focusScene, notesLost: () => stage.panel.lost(true),
    start, step, turn, add, leave,
    ids: () => [...lessons.keys()],
  };
}
