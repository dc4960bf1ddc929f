// Putting events in order: a list that is moved by mouse, finger or buttons; nothing is timed, and checking shows dates and sources instead of points.

import { countWords } from "#timemap/events/eventwords.js";
import { letRowsBeDragged } from "#timemap/exercise/drag.js";
import { createRow } from "#timemap/exercise/exerciserow.js";
import { FEWEST, inOrder, judged, mixedSet, MOST } from "#timemap/exercise/ordering.js";
import { element } from "#timemap/page/nodes.js";
import { dayWords } from "#timemap/time/dates.js";

const USUAL = 6;

/**
 * Make the exercise, closed; it asks for events that pass range and filters.
 *
 * @param {{data: object, clock: object, events: object, select: (index: number) => void, say: (text: string) => void}} context
 * @returns {{element: HTMLElement, button: HTMLElement}} the exercise, and the button that opens it
 */
export function createExercise(context) {
  const { clock, events, say } = context;
  const opener = button("Put events in order", open);
  const title = element("h2", { tabindex: -1 }, "Put events in order");
  const about = element("p", { class: "quiet" });
  const count = element("select", {}, ...Array.from({ length: MOST - FEWEST + 1 }, (_, more) => element("option", {}, String(FEWEST + more))));
  const name = element("span");
  const choice = element("div", { class: "exercise-choice" }, element("label", {}, "Events ", count), name, button("New set", () => begin(set + 1)));
  const list = element("ol", { class: "exercise-rows" });
  const result = element("p", { class: "exercise-result", role: "status" });
  const check = button("Check", judge);
  const solve = button("Show the order", solveIt);
  const steps = element("div", { class: "exercise-steps" }, result, check, solve, button("Close", close));
  const part = element("section", { class: "exercise", "aria-label": "Put events in order", hidden: true }, title, about, choice, list, steps);
  let rows = [];
  let set = 1;
  opener.classList.add("exercise-open");
  check.classList.add("exercise-check");
  count.value = String(USUAL);
  count.addEventListener("change", () => begin(set));

  function open() {
    part.hidden = false;
    fill(true);
    clock.set({ selected: -1, cell: -1, playing: false });
    begin(set);
    part.parentElement?.scrollTo?.({ top: 0 });
    title.focus({ preventScroll: true });
  }

  /** Let the exercise have the room of what it does not need. */
  function fill(whole) {
    document.documentElement.classList.toggle("in-exercise", whole);
    globalThis.dispatchEvent(new Event("resize"));
  }

  function shut() {
    part.hidden = true;
    fill(false);
  }

  function close() {
    shut();
    opener.focus();
  }

  function begin(number) {
    const state = clock.get();
    const among = events.visible({ ...state, mode: "range" });
    const asked = mixedSet(events, among, Number(count.value), number);
    const [first, last] = [state.range[0], state.range[1] - 1].map((day) => dayWords(day));
    set = number;
    rows = asked.map((index) => createRow(context, index, step));
    list.replaceChildren(...rows.map((row) => row.element));
    name.textContent = `Set ${set}`;
    choice.hidden = check.hidden = asked.length === 0;
    solve.hidden = true;
    result.textContent = "";
    about.textContent = asked.length === 0
      ? `Too few events on different days: ${countWords(among.length)} in all. Choose more years or fewer filters.`
      : `${asked.length} of the ${countWords(among.length)} from ${first} to ${last} that match your filters. Put what came first at the top.`;
    say(asked.length === 0 ? about.textContent : `Set ${set}, ${countWords(asked.length)}`);
  }

  /** The others move round the row, which itself stays in the page, so that it keeps the focus or the finger. */
  function move(row, to) {
    const from = rows.indexOf(row);
    for (let at = from; at < to; at += 1) row.element.before(list.children[at + 1]);
    for (let at = from; at > to; at -= 1) row.element.after(list.children[at - 1]);
    rows.splice(to, 0, ...rows.splice(from, 1));
    row.element.scrollIntoView({ block: "nearest" });
    for (const each of rows) each.unmark();
    result.textContent = "";
  }

  function step(row, by) {
    const to = rows.indexOf(row) + by;
    if (to >= 0 && to < rows.length) move(row, to);
    tellPlace(row);
  }

  function tellPlace(row) {
    say(`${row.title}: place ${rows.indexOf(row) + 1} of ${rows.length}`);
  }

  function judge() {
    const signs = judged(events, rows.map(({ index }) => index));
    const wrong = signs.filter((sign) => sign !== 0).length;
    rows.forEach((row, place) => row.tell(signs[place]));
    solve.hidden = wrong === 0;
    result.textContent = wrong === 0
      ? "These events stand in order. Each now tells its date and who says so."
      : `Not in order yet: ${wrong === 1 ? "1 event belongs" : `${wrong} events belong`} elsewhere. Each now tells its date and who says so.`;
  }

  function solveIt() {
    inOrder(events, rows.map(({ index }) => index)).forEach((index, to) => move(rows.find((row) => row.index === index), to));
    judge();
    check.focus();
  }

  const rowOf = (node) => rows.find((row) => row.element === node);
  letRowsBeDragged(list, { grip: ".exercise-grip", move: (node, to) => move(rowOf(node), to), done: (node) => tellPlace(rowOf(node)) });
  clock.subscribe((state, changed) => {
    if (changed.has("lesson") && state.lesson) shut();
    if (!part.hidden && (changed.has("range") || changed.has("shown"))) begin(set);
  });
  return { element: part, button: opener };
}

function button(words, pressed) {
  const made = element("button", { type: "button" }, words);
  made.addEventListener("click", pressed);
  return made;
}
