// Beside the map stands the scene: its title, text and question, what it rests on, how far the lesson has come, and the ways back and on.

import { swatchElement } from "#timemap/areas/patterns.js";
import { whenWords } from "#timemap/events/eventwords.js";
import { symbolElement } from "#timemap/events/symbols.js";
import { daysOf } from "#timemap/lesson/course.js";
import { figureElement } from "#timemap/lesson/figure.js";
import { createFit } from "#timemap/lesson/fit.js";
import { pointedOut } from "#timemap/lesson/pointed.js";
import { proseElement } from "#timemap/lesson/prose.js";
import { element } from "#timemap/page/nodes.js";
import { sourceItem } from "#timemap/panel/sources.js";

/**
 * Make the panel of a lesson, hidden while none runs.
 *
 * @param {{data: object, clock: object, events: object, topology: object, say: (text: string) => void, mark: (...roots: HTMLElement[]) => HTMLElement[]}} context
 * @param {{step: (direction: 1|-1) => void, leave: () => void, back: () => void, notes: (kind?: "window"|"tab") => void, select: (index: number) => void}} does
 * @returns {{element: HTMLElement, show: (lesson: object|null, scene: number) => void, astray: (away: boolean) => void, blocked: (is: boolean) => void, turn: (direction: 1|-1) => boolean}} `blocked` says that there is no window with notes, `turn` scrolls to the question, or back, and returns whether there was something to scroll to
 */
export function createLessonPanel({ data, clock, events, topology, say, mark }, does) {
  const bar = element("progress", { class: "lesson-bar", "aria-label": "Progress of the lesson" });
  const place = element("span", { class: "lesson-place" });
  const text = element("div", { class: "lesson-scene" });
  const [back, on] = [button("Back", () => does.step(-1)), button("Next", () => does.step(1))];
  const returning = button("Back to the scene", does.back);
  const present = button("Present", () => clock.set({ presenting: !clock.get().presenting }));
  const steps = element("div", { class: "lesson-steps" }, back, on, returning);
  const leave = button("Leave the lesson", does.leave);
  const more = element("div", { class: "lesson-more" }, present, button("Teacher's notes", () => does.notes()), leave);
  const tab = button("open them in a tab", () => does.notes("tab"));
  const noNotes = element("p", { class: "lesson-blocked", role: "alert", hidden: true }, "The browser blocked the window with the notes. Allow pop-ups for this page, or ", tab, ".");
  const foot = element("div", { class: "lesson-foot" }, steps, more, noNotes);
  const panel = element("section", { class: "lesson", "aria-label": "Lesson", hidden: true }, element("p", { class: "lesson-head" }, bar, place), text, foot);
  const { fit, turn } = createFit(panel, foot, () => clock.get().presenting);
  on.classList.add("lesson-on");
  tab.classList.add("link");
  leave.classList.add("lesson-leave");
  returning.classList.add("lesson-return");
  returning.hidden = true;
  present.setAttribute("aria-pressed", "false");

  function show(lesson, scene) {
    panel.hidden = lesson === null;
    if (lesson === null) return;
    bar.max = lesson.scenes.length;
    bar.value = scene;
    place.textContent = scene === 0 ? lesson.title : `${lesson.title}: scene ${scene} of ${lesson.scenes.length}`;
    text.lang = lesson.language;
    text.replaceChildren(...mark(...(scene === 0 ? opening(lesson) : sceneParts(lesson, lesson.scenes[scene - 1]))));
    back.disabled = scene === 0;
    on.disabled = scene === lesson.scenes.length;
    on.textContent = scene === 0 ? "Begin" : "Next";
    panel.parentElement?.scrollTo?.({ top: 0 });
    fit();
    const title = text.querySelector("h2");
    if (document.activeElement === document.body || panel.contains(document.activeElement)) title?.focus({ preventScroll: true });
    say(scene === 0 ? `Lesson: ${lesson.title}` : `Scene ${scene} of ${lesson.scenes.length}: ${lesson.scenes[scene - 1].title}`);
  }

  function opening({ title, age, minutes, aims, words, intro, sources }) {
    return [
      element("h2", { tabindex: -1 }, title),
      element("p", { class: "quiet" }, [age ? `Age ${age}` : "", minutes ? `${minutes} minutes` : ""].filter(Boolean).join(", ")),
      proseElement(intro),
      ...section("Aims", aims.map((aim) => element("li", {}, aim))),
      ...section("Words to know", words.map(({ word, explanation, usedBy }) => element("li", {}, element("strong", { dir: "auto" }, word), `: ${explanation}${usedBy ? ` Used by: ${usedBy}` : ""}`))),
      ...section("Sources", sources.map(sourceItem)),
    ];
  }

  function sceneParts(lesson, scene) {
    const indices = scene.events.map((id) => events.indexOf(id)).filter((index) => index >= 0);
    const words = lesson.words.filter(({ term }) => term && scene.terms.includes(term));
    return [
      element("h2", { tabindex: -1 }, scene.title),
      element("p", { class: "lesson-day" }, daysOf(scene)),
      proseElement(scene.text),
      ...(scene.picture ? [figureElement(scene.picture)] : []),
      ...(scene.question ? [element("div", { class: "lesson-question" }, element("h3", {}, "Question"), proseElement(scene.question))] : []),
      ...section("Outlined on the map", scene.compare === null ? pointedOut(scene.areas, data, topology.at(scene.moment), scene.moment).map(areaItem) : []),
      ...section("Events and their sources", indices.map(eventItem)),
      ...section("Contested words", words.map(({ word, explanation, usedBy }) => element("li", {}, element("q", { dir: "auto" }, word), ` \u2013 ${usedBy}. ${explanation}`))),
      ...section("Sources", scene.sources.map(sourceItem)),
    ];
  }

  function areaItem({ name, controller }) {
    return element("li", { class: "lesson-event" }, swatchElement(data.controllers[controller]), element("p", {}, name));
  }

  function eventItem(index) {
    const link = element("button", { type: "button", class: "link" }, events.title[index]);
    link.addEventListener("click", () => does.select(index));
    return element("li", { class: "lesson-event" }, symbolElement(data.categories[events.mainCategory(index)]), element("div", {}, link, element("p", { class: "quiet" }, whenWords(events, index))));
  }

  clock.subscribe((state, changed) => {
    if (!changed.has("presenting")) return;
    present.setAttribute("aria-pressed", String(state.presenting));
    panel.parentElement?.scrollTo?.({ top: 0 });
    present.textContent = state.presenting ? "Stop presenting" : "Present";
    fit();
  });

  return {
    element: panel, show, turn,
    blocked(is) {
      noNotes.hidden = !is;
    },
    astray(away) {
      returning.hidden = !away;
    },
  };
}

function section(title, items) {
  return items.length === 0 ? [] : [element("h3", {}, title), element("ul", { class: "lesson-list" }, ...items)];
}

function button(words, pressed) {
  const made = element("button", { type: "button" }, words);
  made.addEventListener("click", pressed);
  return made;
}
