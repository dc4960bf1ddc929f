// The teacher's notes stand in a second window, which follows the first: the notes of the scene, what comes next, and a clock. No server is needed.

import { proseElement } from "#timemap/lesson/prose.js";
import { element } from "#timemap/page/nodes.js";

const STYLE = `
  body { font: 18px/1.45 system-ui, "Noto Sans", sans-serif; margin: 0; padding: 1rem 1.4rem; color: #1f2328; background: #fff; }
  h1 { font-size: 1.3rem; margin: 0; } h2 { font-size: 1.05rem; margin: 1.2rem 0 .3rem; }
  header { display: flex; justify-content: space-between; gap: 1rem; align-items: baseline; border-bottom: 1px solid #d0d4d9; padding-bottom: .5rem; }
  .time { font-size: 1.6rem; font-variant-numeric: tabular-nums; white-space: nowrap; } .quiet { color: #57606a; }
  .notes { font-size: 1.15rem; } button { font: inherit; padding: .4rem 1rem; margin: 1rem .6rem 0 0; }
  .next { border-top: 1px solid #d0d4d9; margin-top: 1.2rem; padding-top: .2rem; }`;

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
 * Make the notes; nothing is opened before it is asked for.
 *
 * @param {{clock: object}} context
 * @param {{step: (direction: 1|-1) => void, lesson: () => object|null, press: (event: KeyboardEvent, target: Element) => boolean, blocked: (is: boolean) => void}} does `press` passes a key on to the first window
 * @returns {{open: (kind?: "window"|"tab") => void, show: (lesson: object|null, scene: number) => void}}
 */
export function createNotes({ clock }, does) {
  let view = null;
  let page = null; // what is built; a window that is loaded again has another
  let begun = 0;
  let ticking = 0;
  const parts = {};

  /** Whether the notes are there, built anew where their window was loaded again; of a file a browser may count that as a strange page. */
  function isOpen() {
    if (view === null || view.closed) return false;
    try {
      if (view.document !== page) build(view.document);
      return true;
    } catch {
      return false;
    }
  }

  function open(kind = "window") {
    if (!isOpen()) {
      view?.close();
      view = globalThis.open("", "_blank", kind === "tab" ? "" : "popup,width=720,height=760");
      does.blocked(view === null);
      if (view === null) return;
      begun = Date.now();
      page = null;
      clearInterval(ticking);
      ticking = setInterval(tick, 500);
    }
    tick();
    view.focus();
  }

  function build(made) {
    page = made;
    page.title = "Teacher's notes";
    page.documentElement.lang = "en";
    Object.assign(parts, {
      title: element("h1"), time: element("div", { class: "time", role: "timer" }), notes: element("div", { class: "notes" }), next: element("div"),
    });
    const [back, on] = [["Back", -1], ["Next", 1]].map(([words, direction]) => {
      const button = element("button", { type: "button" }, words);
      button.addEventListener("click", () => does.step(direction));
      return button;
    });
    page.head.replaceChildren(element("style", {}, STYLE), element("title", {}, "Teacher's notes"));
    page.body.replaceChildren(element("header", {}, parts.title, parts.time), parts.notes, back, on, element("div", { class: "next" }, element("h2", {}, "Next scene"), parts.next));
    page.addEventListener("keydown", (event) => {
      if (does.press(event, event.target)) event.preventDefault();
    });
    show(does.lesson(), clock.get().scene);
  }

  function tick() {
    if (!isOpen()) {
      clearInterval(ticking);
      return;
    }
    const now = new Date();
    parts.time.textContent = `${now.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" })} \u00b7 ${elapsedWords(now.getTime() - begun)}`;
  }

  function show(lesson, scene) {
    if (!isOpen() || lesson === null) return;
    const here = lesson.scenes[scene - 1];
    const next = lesson.scenes[scene];
    parts.title.textContent = here ? `${scene} of ${lesson.scenes.length}: ${here.title}` : lesson.title;
    parts.notes.replaceChildren(proseElement((here ? here.teacher : lesson.teacher) || "No note for this scene."));
    if (here?.question) parts.notes.append(element("h2", {}, "Question"), proseElement(here.question));
    parts.next.replaceChildren(...(next ? [element("p", {}, element("strong", {}, next.title)), proseElement(next.text)] : [element("p", {}, "This is the last scene.")]));
  }

  // Left by the window that they follow, notes would stand still.
  globalThis.addEventListener("pagehide", () => view?.close());
  return { open, show };
}
