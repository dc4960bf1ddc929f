// Exercise of putting events in order. Nothing is timed, and checking shows dates and sources instead of points.

import { countWords } from "#timemap/events/eventwords.js";
import { createBoard } from "#timemap/exercise/board.js";
import { FEWEST, inOrder, judged, mixedSet, MOST } from "#timemap/exercise/ordering.js";
import { element } from "#timemap/page/nodes.js";
import { dayWords } from "#timemap/time/dates.js";

/** @import { Context, DayRange, Events } from "#timemap/types.d.ts" */
/** @import { Board } from "#timemap/exercise/board.js" */

const USUAL = 6;

/**
 * Make the exercise, closed.
 *
 * It asks for events that pass range and filters.
 *
 * @param {Pick<Context, "data"|"store"|"events"|"select"|"announce">} context
 * @returns {{element: HTMLElement, button: HTMLElement}} the exercise, and the button that opens it
 */
export function createExercise(context) {
  const { store, events, announce } = context;
  const opener = button("Put events in order", open);
  const title = element("h2", { tabindex: -1 }, "Put events in order");
  const about = element("p", { class: "quiet" });
  const choice = createSetChoice(begin);
  const board = createBoard(context, () => answer.clear());
  const answer = createAnswer(events, board, close);
  const part = element("section", { class: "exercise", "aria-label": "Put events in order", hidden: true },
    title, about, choice.element, board.element, answer.element);
  opener.classList.add("exercise-open");

  function open() {
    part.hidden = false;
    fill(true);
    store.set({ selected: -1, cell: -1, playing: false });
    begin();
    part.parentElement?.scrollTo?.({ top: 0 });
    title.focus({ preventScroll: true });
  }

  /**
   * Let the exercise have the room of what it does not need, or give it back.
   *
   * @param {boolean} whole
   */
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

  function begin() {
    const state = store.get();
    const { number, set } = choice.get();
    const among = events.visible({ ...state, mode: "range" });
    const asked = mixedSet(events, among, number, set);
    board.fill(asked);
    choice.show(asked.length > 0);
    answer.begin(asked.length > 0);
    about.textContent = taskWords(asked.length, among.length, state.range);
    announce(asked.length === 0 ? about.textContent : `Exercise ${set}, ${countWords(asked.length)}`);
  }

  store.subscribe((state, changed) => {
    if (changed.has("lesson") && state.lesson) shut();
    if (!part.hidden && (changed.has("range") || changed.has("shown"))) begin();
  });
  return { element: part, button: opener };
}

/**
 * Make the choice of how many events there are, and of the set.
 *
 * @param {() => void} onChange
 */
function createSetChoice(onChange) {
  const numbers = Array.from({ length: MOST - FEWEST + 1 }, (_, more) => String(FEWEST + more));
  const count = element("select", {}, ...numbers.map((number) => element("option", {}, number)));
  const name = element("span");
  let set = 1;
  const another = button("New exercise", () => {
    set += 1;
    onChange();
  });
  const label = element("label", {}, "Number of events ", count);
  const choice = element("div", { class: "exercise-choice" }, label, name, another);
  count.value = String(USUAL);
  count.addEventListener("change", onChange);
  return {
    element: choice,
    get: () => ({ number: Number(count.value), set }),
    show(/** @type {boolean} */ any) {
      name.textContent = `Exercise ${set}`;
      choice.hidden = !any;
    },
  };
}

/**
 * Make the foot of the exercise, which checks and shows the order.
 *
 * @param {Events} events
 * @param {Board} board
 * @param {() => void} close
 */
function createAnswer(events, board, close) {
  const result = element("p", { class: "exercise-result", role: "status" });
  const check = button("Check", judge);
  const solve = button("Show answer", () => {
    board.arrange(inOrder(events, board.order()));
    judge();
    check.focus();
  });
  check.classList.add("exercise-check");

  function judge() {
    const verdicts = judged(events, board.order());
    const wrong = verdicts.filter((verdict) => verdict !== 0).length;
    board.update(verdicts);
    solve.hidden = wrong === 0;
    result.textContent = resultWords(wrong);
  }

  function clear() {
    result.textContent = "";
  }

  /** @param {boolean} any whether there is anything to be checked */
  function begin(any) {
    check.hidden = !any;
    solve.hidden = true;
    clear();
  }

  const steps = element("div", { class: "exercise-steps" }, result, check, solve, button("Close", close));
  return { element: steps, begin, clear };
}

/** @param {number} asked how many events @param {number} among how many that match @param {DayRange} range */
function taskWords(asked, among, [from, end]) {
  const all = countWords(among);
  if (asked === 0) return `Only ${all}, too few on different days. Widen the date range or clear a filter.`;
  const days = `from ${dayWords(from)} to ${dayWords(end - 1)}`;
  return `${asked} of the ${all} ${days} that match your filters. Put the earliest at the top.`;
}

/** @param {number} wrong how many events stand wrong */
function resultWords(wrong) {
  if (wrong === 0) return "Correct order. The dates and sources are shown below each event.";
  const events = wrong === 1 ? "1 event is" : `${wrong} events are`;
  return `Not quite: ${events} out of place. The dates and sources are shown below each event.`;
}

/** @param {string} words @param {() => void} pressed */
function button(words, pressed) {
  const made = element("button", { type: "button" }, words);
  made.addEventListener("click", pressed);
  return made;
}
