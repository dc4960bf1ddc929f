// A running lesson brings the map to each scene's day and view; exploring in the middle of it is free, and one click leads back.

import { isLesson, isThere, knownScene, markedBy, sceneAfter, stateOf } from "#timemap/lesson/course.js";
import { createLessonPanel } from "#timemap/lesson/lessonpanel.js";
import { createNotes } from "#timemap/lesson/notes.js";
import { createPointedLayer } from "#timemap/lesson/pointed.js";

const STRAY = 30; // pixels by which the map may be moved and still show the scene
const STRAY_ZOOM = 0.3;

/**
 * Make the runner of lessons.
 *
 * @param {object} context of the document, with `sight`; `press`, which takes a key of the notes, may be added later
 * @returns {{panel: HTMLElement, start: (id: string, scene?: number) => boolean, add: (lesson: object) => void, step: (direction: 1|-1) => boolean, turn: (direction: 1|-1) => boolean, leave: () => void, ids: () => string[]}}
 */
export function createLessons(context) {
  const { data, clock, events, map, sight, say } = context;
  const lessons = new Map((data.lessons ?? []).map((lesson) => [lesson.id, lesson]));
  const widest = data.whole;
  let before = null;
  let there = null;
  let astray = false;

  const lesson = () => lessons.get(clock.get().lesson) ?? null;
  const does = { step, leave, back: () => apply(), notes: (kind) => notes.open(kind), select: context.select };
  const panel = createLessonPanel(context, does);
  const notes = createNotes(context, { step, lesson, press: (...key) => context.press(...key), blocked: panel.blocked });
  const pointed = createPointedLayer(context);

  function start(id, scene = 0) {
    const wanted = lessons.get(id);
    if (!wanted) return false;
    const now = clock.get();
    const number = knownScene(scene, wanted.scenes.length);
    before ??= { ...now, view: context.viewport.get() };
    if (now.lesson === id && now.scene === number) apply();
    else clock.set({ lesson: id, scene: number });
    return true;
  }

  /** Take in a lesson that was not there at the start, or another version of one; where that one runs it is shown at once. */
  function add(told) {
    if (!isLesson(told)) throw new RangeError("draft: expected a lesson with an id and scenes");
    const [running, same] = [clock.get().lesson === told.id, JSON.stringify(lessons.get(told.id)) === JSON.stringify(told)];
    lessons.set(told.id, told);
    if (!running || same) return;
    clock.set({ scene: knownScene(clock.get().scene, told.scenes.length) });
    show();
  }

  function show() {
    const [running, { scene }] = [lesson(), clock.get()];
    document.documentElement.classList.toggle("in-lesson", running !== null);
    panel.show(running, scene);
    notes.show(running, scene);
    pointed.show(running?.scenes[scene - 1]?.areas ?? []);
    apply();
  }

  function step(direction) {
    const running = lesson();
    if (running === null) return false;
    const scene = sceneAfter(clock.get().scene, direction, running.scenes.length);
    if (scene === null) say(direction > 0 ? "The lesson ends here" : "The lesson begins here");
    else clock.set({ scene });
    return true;
  }

  /** Go on to what of the scene is not seen yet, its question above all, and after that to the next scene; or the same way back. */
  function turn(direction) {
    return lesson() !== null && (panel.turn(direction) || step(direction));
  }

  function apply() {
    const running = lesson();
    if (running === null) return;
    const { scene } = clock.get();
    const { view, events: ids } = running.scenes[Math.max(0, scene - 1)];
    clock.set({ ...stateOf(running, scene, widest), marked: scene === 0 ? null : markedBy(ids, events) });
    bring(view);
  }

  function bring(view) {
    sight.open(view);
    there = { center: map.getCenter(), zoom: map.getZoom() };
    tellAstray(false);
  }

  function tellAstray(away) {
    astray = away;
    panel.astray(away);
  }

  function leave() {
    const { moment, compare, mode, window, range, categories, parties, words, view = null } = before ?? clock.get();
    before = null;
    clock.set({ lesson: "", scene: 0, marked: null, presenting: false, moment, compare, mode, window, range, categories, parties, words });
    context.viewport.open(view);
    say("The lesson is closed");
  }

  function look() {
    const running = lesson();
    if (running === null || there === null) return;
    const moved = map.latLngToContainerPoint(there.center).distanceTo(map.getSize().divideBy(2)) > STRAY || Math.abs(map.getZoom() - there.zoom) > STRAY_ZOOM;
    tellAstray(moved || !isThere(clock.get(), stateOf(running, clock.get().scene, widest)));
  }

  clock.subscribe((state, changed) => {
    if (changed.has("lesson") || (changed.has("scene") && state.lesson)) show();
    else look();
  });
  map.on("moveend", look);
  // What is beside and over the map has changed as well: the view of the scene is brought between it again.
  map.on("resize", () => {
    const running = lesson();
    if (running !== null && there !== null && !astray) bring(running.scenes[Math.max(0, clock.get().scene - 1)].view);
  });

  return {
    panel: panel.element, start, step, turn, add, leave,
    ids: () => [...lessons.keys()],
  };
}
