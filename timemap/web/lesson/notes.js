// Teacher's notes in a second window that follows the first, with a clock. No server is needed.

import { proseElement } from "#timemap/lesson/prose.js";
import { element } from "#timemap/page/nodes.js";

/** @import { Key, Lesson, Store } from "#timemap/types.d.ts" */

/** Name of the window, by which a page that is loaded again finds it. */
const NAME = "timemap-notes";
const POPUP = "popup,width=720,height=760";
const LEFT = "The map was reloaded or closed. Open the notes again from the lesson.";

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
 * @property {(is: boolean) => void} lost whether notes that were open before a reload are not any more
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
  /** @type {NotesParts|null} */
  let parts = null;
  const place = createWindow({ build, tick, actions });

  /** @param {Document} page */
  function build(page) {
    parts = buildPage(page, actions);
    show(actions.lesson(), store.get().scene);
  }

  /** @param {number} begun */
  function tick(begun) {
    const now = new Date();
    const time = now.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
    if (parts !== null) parts.time.textContent = `${time} \u00b7 ${elapsedWords(now.getTime() - begun)}`;
  }

  /** @param {Lesson|null} lesson @param {number} scene */
  function show(lesson, scene) {
    if (lesson === null) return;
    place.takeUp();
    if (place.isReady() && parts !== null) showScene(parts, lesson, scene);
  }

  return { open: place.open, show };
}

/**
 * Make the window of the notes.
 *
 * @param {object} parts
 * @param {(page: Document) => void} parts.build what stands in it, anew where it was loaded again
 * @param {(begun: number) => void} parts.tick
 * @param {NotesActions} parts.actions
 */
function createWindow({ build, tick, actions }) {
  const { held, isReady, forget } = createHeld(build);
  let begun = 0;
  let earlier = recalled();
  const name = earlier === null ? "_blank" : NAME; // a window with a name is not another frame's to open
  /** @type {ReturnType<typeof setInterval>|undefined} */
  let ticking;

  function open(kind = "window") {
    if (!isReady()) {
      held.view?.close();
      const how = kind === "tab" ? "" : POPUP;
      held.view = globalThis.open("", name, how);
      if (held.view !== null && !isReady()) {
        held.view.close(); // left by this page before it was loaded again
        held.view = globalThis.open("", "_blank", how);
      }
      actions.blocked(held.view === null);
      if (held.view === null) return;
      actions.lost(false);
      follow(begun || Date.now());
    }
    held.view?.focus();
  }

  /** @param {number} since when the notes began */
  function follow(since) {
    begun = since;
    remember(begun);
    clearInterval(ticking);
    ticking = setInterval(beat, 500);
    beat();
  }

  function beat() {
    if (isReady()) tick(begun);
    else end();
  }

  /** End with a window that is closed, or strange to this page. Nothing would move it on. */
  function end() {
    clearInterval(ticking);
    remember(0);
    const isLost = held.view !== null && !held.view.closed;
    if (!isLost) begun = 0;
    held.view?.close();
    actions.lost(isLost);
  }

  /** Take up the notes that were open before this page was loaded again. */
  function takeUp() {
    if (!earlier) return;
    [begun, earlier] = [earlier, 0];
    held.view = globalThis.open("", name, POPUP);
    if (held.view === null) actions.lost(true);
    else follow(begun);
  }

  /** Say in the notes that nothing moves them on any more. */
  function leave() {
    clearInterval(ticking);
    if (isReady()) held.view?.document.body.replaceChildren(element("p", { role: "alert" }, LEFT));
  }

  globalThis.addEventListener("pagehide", leave);
  globalThis.addEventListener("pageshow", ({ persisted }) => {
    if (!persisted || held.view === null) return;
    forget(); // Back has brought this page with all its state
    follow(begun);
  });
  return { open, isReady, takeUp };
}

/**
 * Make what holds a window, with what is built in it.
 *
 * @param {(page: Document) => void} build
 */
function createHeld(build) {
  /** @type {{view: Window|null}} */
  const held = { view: null };
  /** @type {Document|null} */
  let page = null; // what is built

  /** Return whether the window is open and this page's. One that a file opened is strange once either is reloaded. */
  function isReady() {
    if (held.view === null || held.view.closed) return false;
    try {
      if (held.view.document !== page) {
        page = held.view.document;
        build(page);
      }
      return true;
    } catch {
      return false;
    }
  }

  function forget() {
    page = null;
  }

  return { held, isReady, forget };
}

/** Return when the notes began that were open as this page was left; 0 for none, null where it may keep nothing. */
function recalled() {
  try {
    return Number(globalThis.sessionStorage.getItem(NAME)) || 0;
  } catch {
    return null; // a frame with an origin of its own
  }
}

/**
 * Keep for this page, loaded again, when its notes began.
 *
 * A frame with an origin of its own tells the page around, which can keep that there are some.
 *
 * @param {number} begun 0 for no notes
 */
function remember(begun) {
  try {
    globalThis.sessionStorage.setItem(NAME, String(begun));
  } catch {
    globalThis.parent.postMessage({ type: "timemap:notes", open: begun > 0 }, "*");
  }
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
