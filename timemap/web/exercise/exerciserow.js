// Row of the exercise: title and place. Once checked it also tells verdict, date and sources.

import { whenWords } from "#timemap/events/eventwords.js";
import { element, icon } from "#timemap/page/nodes.js";
import { ownSources } from "#timemap/own/owncard.js";
import { markWords } from "#timemap/own/ownwords.js";
import { sourceItem } from "#timemap/panel/sources.js";

/** @import { Context } from "#timemap/types.d.ts" */
/** @import { Verdict } from "#timemap/exercise/ordering.js" */

/**
 * @typedef {object} ExerciseRow
 * @property {HTMLElement} element
 * @property {number} index
 * @property {string} title
 * @property {(verdict: Verdict) => void} update
 * @property {() => void} unmark
 */

/** Buttons of a row: words, icon, and by how many places they move it. @type {Readonly<[string, string, -1|1][]>} */
const MOVES = [["Move up", "M8 13V3.5M3.5 8 8 3.5 12.5 8", -1], ["Move down", "M8 3V12.5M3.5 8 8 12.5 12.5 8", 1]];
const GRIP = "M5 4h.01M11 4h.01M5 8h.01M11 8h.01M5 12h.01M11 12h.01";
const VERDICTS = Object.freeze({
  "-1": "\u2191 Should be earlier", 0: "\u2713 In the right place", 1: "\u2193 Should be later",
});

/**
 * Make the row of an event.
 *
 * @param {Pick<Context, "data"|"events"|"select">} context
 * @param {number} index
 * @param {(row: ExerciseRow, by: -1|1) => void} step moves the row
 * @returns {ExerciseRow}
 */
export function createRow({ data, events, select }, index, step) {
  const title = events.title.at(index);
  const heading = element("p", { class: "exercise-title" }, title);
  const verdict = element("p", { class: "exercise-verdict", hidden: true });
  const told = element("details", { class: "exercise-told", hidden: true });
  const buttons = MOVES.map(([words, path, by]) => {
    const made = element("button", { type: "button", "aria-label": `${words}: ${title}`, title: words }, icon(path));
    made.addEventListener("click", () => step(self, by));
    return made;
  });
  const row = element("li", { class: "exercise-row" },
    element("span", { class: "exercise-grip", title: "Drag to move" }, icon(GRIP)),
    element("div", { class: "exercise-text" },
      verdict, heading, element("p", { class: "quiet" }, events.place.at(index))),
    element("div", { class: "exercise-moves" }, ...buttons),
    told);

  /** @param {Verdict} sign */
  function update(sign) {
    verdict.hidden = false;
    verdict.textContent = VERDICTS[sign];
    row.classList.toggle("stands-right", sign === 0);
    row.classList.toggle("belongs-elsewhere", sign !== 0);
    if (!told.hidden) return;
    told.hidden = false;
    const link = element("button", { type: "button", class: "link" }, title);
    link.addEventListener("click", () => select(index));
    heading.replaceChildren(link);
    const own = ownSources(data, events, index);
    const sources = events.sources.at(index).map((number) => data.sources[number]);
    const publishers = [...new Set(sources.map(({ publisher, title: name }) => publisher || name))].join("; ");
    const named = `Source${sources.length === 1 ? "" : "s"}: ${publishers}`;
    const byline = ` ${own ? markWords(data, events, index) : named}`;
    const when = element("strong", {}, whenWords(events, index));
    told.append(
      element("summary", {}, when, element("span", { class: "quiet" }, byline)),
      element("ul", { class: "sources" }, ...(own ?? sources.map(sourceItem))),
    );
  }

  function unmark() {
    verdict.hidden = true;
    row.classList.remove("stands-right", "belongs-elsewhere");
  }

  const self = { element: row, index, title, update, unmark };
  return self;
}
