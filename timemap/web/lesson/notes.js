// Teacher's notes in a second window that follows the first, with a clock. No server is needed.

import { proseElement } from "#timemap/lesson/prose.js";
import { element } from "#timemap/page/nodes.js";

/** @import { Key, Lesson, Store } from "#timemap/types.d.ts" */

/**
 * Return a stretch of time as minutes and seconds.
 *
 * @param {number} milliseconds
 * @returns {string}
 */
export function elapsedWords(milliseconds) {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/**
 * @typedef {object} NotesActions
 * @property {(direction: 1|-1) => void} step
 * @property {() => Lesson|null} lesson
 * @property {(event: KeyboardEvent, target: Element|null) => boolean} press pass a key on to the first window
 * @property {(is: boolean) => void} blocked
 *
 * @typedef {{title: HTMLElement, time: HTMLElement, notes: HTMLElement, next: HTMLElement}} NotesParts
 */

/**
 * Make the notes. Nothing is opened before it is asked for.
 *
 * @param {{store: Store}} context
 * @param {NotesActions} actions
 * @returns {{open: (kind?: "window"|"tab") => void, show: (lesson: Lesson|null, scene: number) => void}}
 */
export function createNotes({ store }, actions) {
  /** @type {Window|null} */
  let view = null;
  /** @type {Document|null} */
  let page = null; // what is built; a window that is loaded again has another
  /** @type {NotesParts|null} */
  let parts = null;
  let begun = 0;
  /** @type {ReturnType<typeof setInterval>|undefined} */
  let ticking;

  /**
   * Return the parts of the notes, or null where no window is open.
   *
   * They are built anew where their window was loaded again; of a file a browser may count that as a strange page.
   */
  function opened() {
    if (view === null || view.closed) return null;
    try {
      if (view.document !== page) build(view.document);
      return parts;
    } catch {
      return null;
    }
  }

  function open(kind = "window") {
    if (opened() === null) {
      view?.close();
      view = globalThis.open("", "_blank", kind === "tab" ? "" : "popup,width=720,height=760");
      actions.blocked(view === null);
      if (view === null) return;
      begun = Date.now();
      page = null;
      clearInterval(ticking);
      ticking = setInterval(tick, 500);
    }
    tick();
    view?.focus();
  }

  /** @param {Document} made */
  function build(made) {
    page = made;
    parts = buildPage(made, actions);
    show(actions.lesson(), store.get().scene);
  }

  function tick() {
    const shown = opened();
    if (shown === null) {
      clearInterval(ticking);
      return;
    }
    const now = new Date();
    const time = now.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
    shown.time.textContent = `${time} \u00b7 ${elapsedWords(now.getTime() - begun)}`;
  }

  /** @param {Lesson|null} lesson @param {number} scene */
  function show(lesson, scene) {
    const shown = opened();
    if (shown !== null && lesson !== null) showScene(shown, lesson, scene);
  }

  // Left by the window that they follow, notes would stand still.
  globalThis.addEventListener("pagehide", () => view?.close());
  return { open, show };
}

/**
 * Build the page of the notes.
 *
 * @param {Document} page
 * @param {NotesActions} actions
 * @returns {NotesParts}
 */
function buildPage(page, actions) {
  page.title = "Teacher's notes";
  page.documentElement.lang = "en";
  const [title, time] = [element("h1"), element("div", { class: "time", role: "timer" })];
  const [notes, next] = [element("div", { class: "notes" }), element("div")];
  const coming = element("div", { class: "next" }, element("h2", {}, "Next scene"), next);
  const [back, on] = [button("Back", () => actions.step(-1)), button("Next", () => actions.step(1))];
  page.head.replaceChildren(element("style", {}, styleOfNotes()), element("title", {}, "Teacher's notes"));
  page.body.replaceChildren(element("header", {}, title, time), element("main", {}, notes, back, on, coming));
  page.addEventListener("keydown", (event) => {
    if (actions.press(event, /** @type {Element|null} */ (event.target))) event.preventDefault();
  });
  return { title, time, notes, next };
}

/** Return the style sheet of the notes, which the policy of the document lets the window have as it is. */
function styleOfNotes() {
  return document.getElementById("timemap-notes-style")?.textContent ?? "";
}

/** @param {string} words @param {() => void} pressed */
function button(words, pressed) {
  const made = element("button", { type: "button" }, words);
  made.addEventListener("click", pressed);
  return made;
}

/** @param {NotesParts} parts @param {Lesson} lesson @param {number} scene */
function showScene({ title, notes, next }, lesson, scene) {
  const here = lesson.scenes[scene - 1];
  const coming = lesson.scenes[scene];
  const place = here ? `${scene} of ${lesson.scenes.length}: ` : "";
  title.replaceChildren(place, element("bdi", {}, here ? here.title : lesson.title));
  notes.lang = lesson.language;
  next.lang = lesson.language;
  notes.replaceChildren(proseElement((here ? here.teacher : lesson.teacher) || "No note for this scene."));
  if (here?.question) notes.append(element("h2", {}, "Question"), proseElement(here.question));
  if (coming) next.replaceChildren(element("p", {}, element("strong", {}, coming.title)), proseElement(coming.text));
  else next.replaceChildren(element("p", {}, "This is the last scene."));
}
