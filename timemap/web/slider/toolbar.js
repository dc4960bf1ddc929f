// Controls beside the strip. What they show is read from the store.

import { createDayField } from "#timemap/page/dayfield.js";
import { element, icon } from "#timemap/page/nodes.js";
import { placeWords } from "#timemap/events/eventwords.js";
import { dayAndRangeWords } from "#timemap/slider/counts.js";
import { createModeChoice, createNumberChoice } from "#timemap/slider/choices.js";
import { dayWords } from "#timemap/time/dates.js";
import { isWhole, setRange } from "#timemap/time/range.js";

/** @import { Changes, MapState } from "#timemap/types.d.ts" */
/** @import { SliderActions, SliderContext } from "#timemap/slider/slider.js" */

/** @typedef {SliderActions & {periods: () => void}} ToolbarActions */

const PATHS = {
  back: "M10.5 2.5 5 8l5.5 5.5",
  on: "M5.5 2.5 11 8l-5.5 5.5",
  play: "M4 2.5v11L13 8z",
  pause: "M4 3h3v10H4zM9 3h3v10H9z",
};
const FOLLOWS = "Follow events: during playback, the map moves to each new event and shows its title";
const SPEEDS = [1, 7, 30, 90, 365];

/**
 * Make the controls.
 *
 * @param {SliderContext} context
 * @param {ToolbarActions} actions
 * @returns `update` writes the days, `follow` what else has changed, `begin` all of it, `more` how many
 *   periods found no room above the bars, `zoomed` whether only a part is in sight
 */
export function createToolbar(context, actions) {
  const { data, store, events } = context;
  const steps = createStepButtons(context, actions);
  const fields = createDayFields(context, actions);
  const count = element("p", { class: "toolbar-count" });
  const whole = wordButton("All years", actions.everything, "Show all years on the timeline (0)");
  const modes = createModeChoice(store);
  const periods = wordButton("Periods", actions.periods);
  const compare = wordButton("Compare", actions.compare, "Compare with another day");
  const more = createMore(context, actions);
  const follows = wordButton("Follow", () => store.set({ follow: !store.get().follow }), FOLLOWS);
  follows.classList.add("toolbar-follow");
  const node = element("div", { class: "slider-toolbar", role: "group", "aria-label": "Date controls" },
    element("div", { class: "toolbar-steps" }, ...steps.buttons, fields.moment.element, steps.place),
    follows,
    element("div", { class: "toolbar-counts" }, count, whole),
    more.button,
    element("div", { class: "toolbar-folds", id: "toolbar-folds" },
      fields.range, element("div", { class: "toolbar-show" }, modes.element, periods, compare), more.element));
  more.opens(node);
  let inPart = false;

  /** @param {MapState} state */
  function drawWhole({ range }) {
    whole.hidden = !inPart && isWhole(range, data.whole);
  }

  /** @param {MapState} state @param {Changes} keys */
  function follow(state, keys) {
    const has = (/** @type {(keyof MapState)[]} */ ...names) => names.some((name) => keys.has(name));
    if (has("moment", "range", "shown", "compare")) write(count, dayAndRangeWords(events, state, data.whole));
    if (has("moment", "range", "shown", "selected", "playing")) steps.draw(state);
    if (has("range")) drawWhole(state);
    if (has("mode", "window")) modes.draw(state);
    if (has("follow")) follows.setAttribute("aria-pressed", String(state.follow));
    if (has("compare")) compare.setAttribute("aria-pressed", String(state.compare !== null));
    if (has("speed", "skipEmpty")) more.draw(state);
  }

  /** @param {number} hidden */
  function tellHidden(hidden) {
    const words = hidden === 0 ? "Periods" : `Periods (${hidden} not shown)`;
    periods.setAttribute("aria-label", words);
    periods.title = words;
  }

  return {
    element: node, follow, addSetting: more.add, update: fields.update, more: tellHidden,
    begin(/** @type {MapState} */ state) {
      fields.update(state);
      follow(state, new Set(["moment", "range", "mode", "compare", "follow", "speed"]));
    },
    zoomed(/** @type {boolean} */ part) {
      inPart = part;
      drawWhole(store.get());
    },
  };
}

/**
 * Make the buttons back, play and on. A step that leads nowhere is dimmed and says so.
 *
 * @param {SliderContext} context
 * @param {ToolbarActions} actions
 */
function createStepButtons({ store, events }, actions) {
  const back = iconButton("back", () => actions.event(-1));
  const play = iconButton("play", () => store.set({ playing: !store.get().playing }));
  const on = iconButton("on", () => actions.event(1));
  const place = element("span", { class: "toolbar-place" });
  play.classList.add("play");

  /** @param {MapState} state */
  function draw(state) {
    label(play, state.playing ? "Pause" : "Play", "Space", state.playing ? PATHS.pause : PATHS.play);
    label(back, "Previous event", "Page Up", PATHS.back);
    label(on, "Next event", "Page Down", PATHS.on);
    const [earlier, later] = [actions.leads(-1), actions.leads(1)];
    dim(back, earlier ? "Previous event (Page Up)" : "No earlier event", !earlier);
    dim(on, later ? "Next event (Page Down)" : "No later event", !later);
    const none = state.shown !== null && events.countMeeting(state.range, state.shown) === 0;
    if (none) write(place, ""); // the count says that nothing matches
    else if (!earlier && !later) write(place, "No other events");
    else if (!earlier) write(place, "No earlier event");
    else write(place, later ? chosenPlace(state) : "No later event");
  }

  /** @param {HTMLElement} node @param {string} title @param {boolean} dimmed */
  function dim(node, title, dimmed) {
    node.setAttribute("aria-disabled", String(dimmed));
    node.title = title;
  }

  /** @param {MapState} state */
  function chosenPlace(state) {
    return state.selected < 0 ? "" : placeWords(events, state);
  }

  return { buttons: [back, play, on], place, draw };
}

/**
 * Make the fields of the moment and of both ends of the range.
 *
 * @param {SliderContext} context
 * @param {ToolbarActions} actions
 */
function createDayFields({ data, store }, actions) {
  const moment = createDayField(actions.day, { label: "Date shown" });
  const set = (/** @type {number} */ first, /** @type {number} */ end) => setRange(store, [first, end], data.whole);
  const from = createDayField((day) => set(day, store.get().range[1]), { label: "From" });
  const to = createDayField((day) => set(store.get().range[0], day + 1), { label: "To", end: "last" });
  const range = element("div", { class: "toolbar-range", role: "group", "aria-label": "Date range" },
    element("span", { class: "choice-name" }, "From"), from.element,
    element("span", { class: "choice-name" }, "to"), to.element);
  const story = { inside: data.whole, name: "The map covers" };

  /**
   * Refuse a first day. What the range is by then counts: the fields may be shown it a moment later.
   *
   * @param {number} day
   */
  function tooLate(day) {
    const last = store.get().range[1] - 1;
    return day > last ? `The first day must not be after the last, ${dayWords(last)}.` : null;
  }

  /** @param {number} day */
  function tooEarly(day) {
    const [first] = store.get().range;
    return day < first ? `The last day must not be before the first, ${dayWords(first)}.` : null;
  }

  /** @param {MapState} state */
  function update(state) {
    const [first, last] = [state.range[0], state.range[1] - 1];
    const ofRange = { inside: state.range, name: "The date range is" };
    moment.show(state.moment, isWhole(state.range, data.whole) ? story : ofRange);
    from.show(first, { ...story, refuse: tooLate });
    to.show(last, { ...story, refuse: tooEarly });
  }

  return { moment, range, update };
}

/**
 * Make the settings that fold away behind a button.
 *
 * @param {SliderContext} context
 * @param {ToolbarActions} actions
 */
function createMore({ store, help }, actions) {
  const speedWords = (/** @type {number} */ days) => (days === 1 ? "1 day per second" : `${days} days per second`);
  const speed = createNumberChoice("Speed", SPEEDS, speedWords, (days) => store.set({ speed: days }));
  const skip = element("input", { type: "checkbox" });
  skip.addEventListener("change", () => store.set({ skipEmpty: skip.checked }));
  const keys = wordButton("Keyboard shortcuts", () => help?.open(), "Keyboard shortcuts (?)");
  keys.hidden = !help;
  const panel = element("div", { class: "toolbar-more" },
    speed.element, zoomButtons(actions),
    element("label", { class: "choice" }, skip, element("span", {}, "Skip days without events")), keys);
  const button = element("button", { type: "button", class: "toolbar-settings" }, "Settings");
  button.setAttribute("aria-expanded", "false");
  button.setAttribute("aria-controls", "toolbar-folds");

  /** @param {HTMLElement} toolbar */
  function opens(toolbar) {
    const turn = (/** @type {boolean} */ open) => {
      toolbar.classList.toggle("open", open);
      button.setAttribute("aria-expanded", String(open));
    };
    button.addEventListener("click", () => turn(!toolbar.classList.contains("open")));
    toolbar.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || event.defaultPrevented || !toolbar.classList.contains("open")) return;
      event.preventDefault();
      turn(false);
      button.focus();
    });
  }

  /** @param {MapState} state */
  function draw(state) {
    speed.draw(state.speed);
    skip.checked = state.skipEmpty;
  }

  return { element: panel, button, opens, draw, add: (/** @type {HTMLElement} */ setting) => keys.before(setting) };
}

/**
 * Make the buttons that zoom the timeline without a wheel or two fingers.
 *
 * @param {ToolbarActions} actions
 */
function zoomButtons({ zoom }) {
  const out = wordButton("\u2212", () => zoom(-1), "Zoom out of the timeline");
  const closer = wordButton("+", () => zoom(1), "Zoom in on the timeline");
  for (const node of [out, closer]) node.setAttribute("aria-label", node.title);
  return element("div", { class: "choice", role: "group", "aria-label": "Timeline zoom" },
    element("span", { class: "choice-name" }, "Timeline"), out, closer);
}

/** @param {string} words @param {() => void} pressed @param {string} [title] */
function wordButton(words, pressed, title = words) {
  const node = element("button", { type: "button", title }, words);
  node.addEventListener("click", () => pressed());
  return node;
}

/** @param {keyof typeof PATHS} path @param {() => void} pressed */
function iconButton(path, pressed) {
  const node = element("button", { type: "button" }, icon(PATHS[path]));
  node.addEventListener("click", pressed);
  return node;
}

/** @param {HTMLElement} node @param {string} words @param {string} key @param {string} path */
function label(node, words, key, path) {
  if (node.getAttribute("aria-label") === words) return;
  node.setAttribute("aria-label", words);
  node.title = `${words} (${key})`;
  node.querySelector("path")?.setAttribute("d", path);
}

/** @param {Node} node @param {string} text */
function write(node, text) {
  if (node.textContent !== text) node.textContent = text;
}
