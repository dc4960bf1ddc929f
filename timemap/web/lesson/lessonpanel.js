// Panel of a lesson: the scene, the progress, and the ways back and on.

import { createFit } from "#timemap/lesson/fit.js";
import { openingParts, sceneParts } from "#timemap/lesson/sceneparts.js";
import { element } from "#timemap/page/nodes.js";

/** @import { Context, Lesson } from "#timemap/types.d.ts" */

/**
 * @typedef {object} LessonActions
 * @property {(direction: 1|-1) => void} step
 * @property {() => void} leave
 * @property {() => void} back
 * @property {(kind?: "window"|"tab") => void} notes
 * @property {(index: number) => void} select
 *
 * @typedef {object} LessonPanel
 * @property {HTMLElement} element
 * @property {(lesson: Lesson|null, scene: number) => void} show
 * @property {() => void} focusScene
 * @property {(away: boolean) => void} offScene
 * @property {(is: boolean) => void} blocked say that there is no window with notes
 * @property {(is: boolean) => void} lost say that the window with notes is closed since a reload
 * @property {(direction: 1|-1) => boolean} turn scroll to the question, or back; whether there is any way to go
 */

/**
 * Make the panel of a lesson, hidden while none runs.
 *
 * @param {Pick<Context, "data"|"store"|"events"|"topology"|"announce"|"highlightTerms">} context
 * @param {LessonActions} actions
 * @returns {LessonPanel}
 */
export function createLessonPanel(context, actions) {
  const { store, announce, highlightTerms } = context;
  const bar = element("progress", { class: "lesson-bar", "aria-label": "Lesson progress" });
  const place = element("span", { class: "lesson-place" });
  const text = element("div", { class: "lesson-scene" });
  const [back, on] = [button("Back", () => actions.step(-1)), button("Next", () => actions.step(1))];
  const returning = button("Back to the scene", actions.back);
  const present = button("Present", () => store.set({ presenting: !store.get().presenting }));
  const steps = element("div", { class: "lesson-steps" }, back, on, returning);
  const leave = button("Leave the lesson", actions.leave);
  const notes = button("Teacher's notes", () => actions.notes());
  const more = element("div", { class: "lesson-more" }, present, notes, leave);
  const notices = createNotices(actions);
  const foot = element("div", { class: "lesson-foot" }, steps, more, ...notices.elements);
  const head = element("p", { class: "lesson-head" }, bar, place);
  const panel = element("section", { class: "lesson", "aria-label": "Lesson", hidden: true }, head, text, foot);
  const { fit, turn } = createFit(panel, foot, () => store.get().presenting);
  on.classList.add("lesson-on");
  leave.classList.add("lesson-leave");
  returning.classList.add("lesson-return");
  returning.hidden = true;
  present.setAttribute("aria-pressed", "false");

  /** @type {LessonPanel["show"]} */
  function show(lesson, scene) {
    if (hide(panel, lesson === null) || lesson === null) return;
    const count = lesson.scenes.length;
    [bar.max, bar.value] = [count, scene];
    place.replaceChildren(...(scene === 0 ? ["Introduction"] : placeParts(lesson, scene)));
    text.lang = lesson.language;
    text.replaceChildren(...highlightTerms(...partsOf(lesson, scene)));
    back.disabled = scene === 0;
    on.disabled = scene === count;
    on.textContent = scene === 0 ? "Start" : "Next";
    panel.parentElement?.scrollTo?.({ top: 0 });
    fit();
    const isFree = document.activeElement === document.body || panel.contains(document.activeElement);
    if (isFree) focusScene();
    announce(scene === 0 ? `Lesson: ${lesson.title}` : `Scene ${scene} of ${count}: ${lesson.scenes[scene - 1].title}`);
  }

  function focusScene() {
    text.querySelector("h2")?.focus({ preventScroll: true });
  }

  /** @param {Lesson} lesson @param {number} scene */
  function partsOf(lesson, scene) {
    if (scene === 0) return openingParts(lesson);
    return sceneParts(lesson, lesson.scenes[scene - 1], { ...context, select: actions.select });
  }

  store.subscribe((state, changed) => {
    if (!changed.has("presenting")) return;
    present.setAttribute("aria-pressed", String(state.presenting));
    panel.parentElement?.scrollTo?.({ top: 0 });
    present.textContent = state.presenting ? "Stop presenting" : "Present";
    fit();
    if (document.activeElement === present) present.scrollIntoView({ block: "nearest" });
  });

  return {
    element: panel, show, turn, focusScene, ...notices.say,
    offScene(away) {
      returning.hidden = !away;
    },
  };
}

/** @param {Lesson} lesson @param {number} scene */
function placeParts({ title, scenes }, scene) {
  return [element("bdi", {}, title), `: scene ${scene} of ${scenes.length}`];
}

/**
 * Hide the panel, or show it; a focus in it goes to the list of events.
 *
 * @param {HTMLElement} panel
 * @param {boolean} hidden
 * @returns {boolean} whether it is hidden now
 */
function hide(panel, hidden) {
  const held = panel.contains(document.activeElement);
  panel.hidden = hidden;
  /** @type {HTMLElement|null} */
  const list = document.querySelector(".list-heading");
  if (held && hidden) list?.focus();
  return hidden;
}

/**
 * Make the lines about notes that are not open: the browser blocked them, or a reload closed them.
 *
 * @param {Pick<LessonActions, "notes">} actions
 * @returns {{elements: HTMLElement[], say: Pick<LessonPanel, "blocked"|"lost">}}
 */
function createNotices({ notes }) {
  const tab = button("open the notes in a tab", () => notes("tab"));
  const again = button("Open it again", () => notes());
  for (const link of [tab, again]) link.classList.add("link");
  const refused = "The browser blocked the notes window. Allow pop-ups for this page, or ";
  const isBlocked = element("p", { class: "lesson-blocked", role: "alert", hidden: true }, refused, tab, ".");
  const gone = "The notes window is closed. ";
  const isLost = element("p", { class: "lesson-blocked", role: "alert", hidden: true }, gone, again, ".");
  return {
    elements: [isBlocked, isLost],
    say: {
      blocked(is) {
        isBlocked.hidden = !is;
      },
      lost(is) {
        isLost.hidden = !is;
      },
    },
  };
}

/** @param {string} words @param {() => void} pressed */
function button(words, pressed) {
  const made = element("button", { type: "button" }, words);
  made.addEventListener("click", pressed);
  return made;
}
