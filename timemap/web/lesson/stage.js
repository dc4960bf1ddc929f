// Stage of a lesson: its scene in the panel, in the notes and on the map.

import { isThere, markedBy, stateOf } from "#timemap/lesson/lessonstate.js";
import { createLessonPanel } from "#timemap/lesson/lessonpanel.js";
import { createNotes } from "#timemap/lesson/notes.js";
import { createHighlightedAreas } from "#timemap/lesson/highlightedareas.js";

/** @import { Context, Lesson, Scene, Viewport } from "#timemap/types.d.ts" */
/** @import { LessonPanel } from "#timemap/lesson/lessonpanel.js" */
/** @import { SceneState } from "#timemap/lesson/lessonstate.js" */

/**
 * @typedef {"data"|"store"|"events"|"map"|"visibleArea"|"topology"|"announce"|"highlightTerms"|"select"|"press"} Needed
 */
/** @typedef {Pick<Context, Needed>} StageContext */

const STRAY = 30; // pixels by which the map may be moved and still show the scene
const STRAY_ZOOM = 0.3;

/**
 * Make the stage.
 *
 * @param {StageContext} context `press`, which takes a key of the notes, may be added later
 * @param {{step: (direction: 1|-1) => void, leave: () => void, lesson: () => Lesson|null}} actions
 * @returns {{panel: LessonPanel, show: () => void, apply: () => void}} `apply` brings the map back to the scene
 */
export function createStage(context, { step, leave, lesson }) {
  const { data, store, events, map, select } = context;
  const panel = createLessonPanel(context, { step, leave, back: apply, notes: (kind) => notes.open(kind), select });
  const place = createPlace(context, panel.offScene);
  const notes = createNotes(context, {
    step, lesson, press: (...key) => context.press(...key), blocked: panel.blocked, lost: panel.lost,
  });
  const pointed = createHighlightedAreas(context);

  function show() {
    const [running, { scene }] = [lesson(), store.get()];
    document.documentElement.classList.toggle("in-lesson", running !== null);
    panel.show(running, scene);
    notes.show(running, scene);
    pointed.show(running?.scenes[scene - 1]?.areas ?? []);
    apply();
  }

  function apply() {
    const running = lesson();
    if (running === null) return;
    const { scene } = store.get();
    const { view, events: ids } = sceneOf(running, scene);
    store.set({ ...stateOf(running, scene, data.whole), marked: scene === 0 ? null : markedBy(ids, events) });
    place.bring(view);
  }

  function look() {
    const running = lesson();
    if (running !== null) place.look(stateOf(running, store.get().scene, data.whole));
  }

  store.subscribe((state, changed) => {
    if (changed.has("lesson") || (changed.has("scene") && state.lesson)) show();
    else look();
  });
  map.on("moveend", look);
  // What is beside and over the map has changed as well: the view of the scene is brought between it again.
  map.on("resize", () => {
    const running = lesson();
    if (running !== null) place.bringAgain(sceneOf(running, store.get().scene).view);
  });
  return { panel, show, apply };
}

/** @param {Lesson} lesson @param {number} number 0 for its start, which shows the first scene @returns {Scene} */
function sceneOf(lesson, number) {
  return lesson.scenes[Math.max(0, number - 1)];
}

/**
 * Keep the place on the map to which a scene has brought it.
 *
 * @param {Pick<Context, "store"|"map"|"visibleArea">} context
 * @param {(away: boolean) => void} onMoved whether the map shows something else
 */
function createPlace({ store, map, visibleArea }, onMoved) {
  /** @type {{center: L.LatLng, zoom: number}|null} */
  let there = null;
  let offScene = false;

  /** @param {boolean} away */
  function tellAstray(away) {
    offScene = away;
    onMoved(away);
  }

  /** @param {Viewport} view */
  function bring(view) {
    visibleArea.open(view);
    there = { center: map.getCenter(), zoom: map.getZoom() };
    tellAstray(false);
  }

  /** @param {Viewport} view of what is still in place */
  function bringAgain(view) {
    if (there !== null && !offScene) bring(view);
  }

  /** @param {SceneState} wanted */
  function look(wanted) {
    if (there === null) return;
    const away = map.latLngToContainerPoint(there.center).distanceTo(map.getSize().divideBy(2));
    const moved = away > STRAY || Math.abs(map.getZoom() - there.zoom) > STRAY_ZOOM;
    tellAstray(moved || !isThere(store.get(), wanted));
  }

  return { bring, bringAgain, look };
}
