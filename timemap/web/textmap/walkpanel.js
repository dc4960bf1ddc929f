// Part of the panel for the walk over the map.
// It has four buttons, a step, places to go to, and what is here.

import { element } from "#timemap/page/nodes.js";
import { hereWords } from "#timemap/textmap/here.js";
import { createMark } from "#timemap/textmap/mark.js";
import { createNames } from "#timemap/textmap/names.js";
import { nodesOf, plain } from "#timemap/textmap/text.js";
import { ARROWS, createWalk, STEPS } from "#timemap/textmap/walk.js";

/** @import { Context, LonLat, MapState } from "#timemap/types.d.ts" */
/** @import { createDescriber } from "#timemap/textmap/describe.js" */
/** @import { Text } from "#timemap/textmap/text.js" */

/** @typedef {Pick<Context, "data"|"store"|"events"|"map"|"topology"|"announce">} WalkContext */
/** @typedef {{name: string, point: LonLat}} Goal */

const FIRST_STEP = 5;
const EDGE = "This is the edge of the map.";
const OUTSIDE = "That place is outside the map.";
const HELP = "The arrow keys or the four buttons take a step; Home goes back to the start. What is there is read out.";
const PAD = Object.freeze([["North", 0], ["West", 6], ["East", 2], ["South", 4]]);

/**
 * Make the walk.
 *
 * @param {WalkContext} context
 * @param {ReturnType<typeof createDescriber>} describer
 */
export function createWalkPanel(context, describer) {
  const { data, map, store, announce } = context;
  const start = data.focus ?? data.view;
  const walk = createWalk(start, () => describer.groundOf().land.extent);
  const mark = createMark(map);
  const here = element("div", { class: "walk-here" });
  const step = createChoice("Step", STEPS.map((km) => new Option(`${km} km`, String(km))));
  step.choice.value = String(FIRST_STEP);
  const goals = createGoals((point) => went({ moved: walk.to(point) }));
  const pad = createPad({
    step: (direction) => went(walk.step(direction, Number(step.choice.value))),
    home: () => went({ moved: walk.to(start) }),
  });

  function draw() {
    const state = store.get();
    const names = createNames(data, state.moment, state.language);
    const told = hereWords({ known: context, ground: describer.groundOf(), names, state }, walk.point());
    here.replaceChildren(...told.map((text) => element("p", {}, ...nodesOf(text))));
    mark.show(walk.point());
    return told;
  }

  /** @param {{moved: boolean, atEdge?: boolean}} taken no `atEdge` for a way that is no step */
  function went({ moved, atEdge }) {
    const told = draw();
    const first = atEdge ? [EDGE] : [];
    if (moved) announce([...first, ...told.map(plain)].join(" "));
    else announce(atEdge ? EDGE : OUTSIDE);
  }

  return {
    element: element("section", { class: "walk", "aria-labelledby": "walk-title" },
      element("h3", { id: "walk-title" }, "Walk over the map"),
      element("p", { class: "quiet", id: "walk-help" }, HELP), pad,
      element("div", { class: "walk-choices" }, step.element, goals.element), here),
    /** Write what is here on another day or in another language; it is not read out. */
    draw() {
      goals.fill(goalsOf(context, describer, store.get()));
      draw();
    },
    hide: mark.hide,
  };
}

/**
 * Make the four buttons, which the arrow keys press as well.
 *
 * @param {{step: (direction: number) => void, home: () => void}} actions
 */
function createPad({ step, home }) {
  const buttons = PAD.map(([name, direction]) => {
    const button = element("button", { type: "button", class: `walk-${String(name).toLowerCase()}` }, String(name));
    button.addEventListener("click", () => step(Number(direction)));
    return button;
  });
  const label = { role: "group", "aria-label": "Text map", "aria-describedby": "walk-help" };
  const pad = element("div", { class: "walk-pad", tabindex: 0, "data-own-keys": true, ...label }, ...buttons);
  pad.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const direction = /** @type {Record<string, number>} */ (ARROWS)[event.key];
    if (direction !== undefined) step(direction);
    else if (event.key === "Home") home();
    else return;
    event.preventDefault();
  });
  return pad;
}

/** @param {string} name @param {HTMLElement[]} options */
function createChoice(name, options) {
  const choice = element("select", {}, ...options);
  return { choice, element: element("label", { class: "walk-choice" }, name, " ", choice) };
}

/**
 * Make the choice of places to go to; it goes there by a press of its button.
 *
 * @param {(point: LonLat) => void} go
 */
function createGoals(go) {
  const { choice, element: label } = createChoice("Go to", []);
  const button = element("button", { type: "button" }, "Go");
  /** @type {Goal[]} */
  let listed = [];
  button.addEventListener("click", () => {
    const goal = listed[choice.selectedIndex];
    if (goal) go(goal.point);
  });

  /** @param {[title: string, goals: Goal[]][]} groups */
  function fill(groups) {
    const held = listed[choice.selectedIndex]?.name; // the words of the choice may have been translated
    const shown = groups.filter(([, goals]) => goals.length > 0);
    listed = shown.flatMap(([, goals]) => goals);
    choice.replaceChildren(...shown.map(([title, goals]) => (
      element("optgroup", { label: title }, ...goals.map(({ name }) => new Option(name))))));
    const again = listed.findIndex(({ name }) => name === held);
    choice.selectedIndex = Math.max(again, 0);
  }

  return { element: element("span", { class: "walk-goals" }, label, button), fill };
}

/**
 * Return where one can go: towns by name, areas and events of the day.
 *
 * @param {WalkContext} context
 * @param {ReturnType<typeof createDescriber>} describer
 * @param {MapState} state
 * @returns {[title: string, goals: Goal[]][]}
 */
function goalsOf({ data, topology, events }, describer, state) {
  const { land, facts } = describer.groundOf();
  const names = createNames(data, state.moment, state.language);
  const byName = (/** @type {Goal} */ one, /** @type {Goal} */ other) => one.name.localeCompare(other.name);
  const first = data.focus ? [{ name: plain(names.focusName()), point: data.focus }] : [];
  const towns = land.towns.filter(({ country }) => country === land.home)
    .map((town) => ({ name: plain(names.place(town)), point: town }));
  const areas = land.finder.areasOn(state.moment)
    .map((area) => ({ name: plain(names.area(area, topology)), point: facts.shapeFor(area.cells).shape.point }));
  const happened = describer.eventsOn(state)
    .map((index) => ({ name: events.title.at(index), point: { lat: events.lat[index], lon: events.lon[index] } }));
  return [
    ["Start", first],
    ["Cities and towns", towns.sort(byName)],
    ["Areas on this day", areas],
    ["Events on this day", happened],
  ];
}
