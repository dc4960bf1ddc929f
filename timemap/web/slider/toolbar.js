// The controls beside the strip; what they show is read from the clock.

import { createDayField } from "#timemap/page/dayfield.js";
import { element, icon } from "#timemap/page/nodes.js";
import { placeWords } from "#timemap/events/eventwords.js";
import { dayAndRangeWords } from "#timemap/slider/counts.js";
import { createModeChoice, createNumberChoice } from "#timemap/slider/choices.js";
import { dayWords } from "#timemap/time/dates.js";
import { isWhole, setRange } from "#timemap/time/range.js";

const PATHS = {
  back: "M10.5 2.5 5 8l5.5 5.5",
  on: "M5.5 2.5 11 8l-5.5 5.5",
  play: "M4 2.5v11L13 8z",
  pause: "M4 3h3v10H4zM9 3h3v10H9z",
};
const FOLLOWS = "Follow events: while playing, the map moves to what has just happened and says what it is";
const SPEEDS = [1, 7, 30, 90, 365];

/**
 * Make the controls.
 *
 * @param {{data: object, clock: object, events: object, help?: {open: () => void}}} context
 * @param {{event: (direction: 1|-1) => void, leads: (direction: 1|-1) => boolean, everything: () => void, compare: ()
 *   => void, periods: () => void, day: (day: number) => void}} does
 * @returns {object} `tell` writes the days, `follow` what else has changed, `begin` all of it, `more` how many
 *   periods found no room above the bars, `zoomed` whether only a part is in sight
 */
export function createToolbar(context, does) {
  const { data, clock, events } = context;
  const steps = createStepButtons(context, does);
  const fields = createDayFields(context, does);
  const count = element("p", { class: "toolbar-count" });
  const whole = wordButton("All years", does.everything, "Show all years on the strip (key 0)");
  const modes = createModeChoice(clock);
  const periods = wordButton("Periods", does.periods);
  const compare = wordButton("Compare", does.compare, "Compare with another day");
  const more = createMore(context);
  const follows = wordButton("Follow", () => clock.set({ follow: !clock.get().follow }), FOLLOWS);
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

  function drawWhole({ range }) {
    whole.hidden = !inPart && isWhole(range, data.whole);
  }

  function follow(state, keys) {
    const has = (...names) => names.some((name) => keys.has(name));
    if (has("moment", "range", "shown")) write(count, dayAndRangeWords(events, state, data.whole));
    if (has("moment", "range", "shown", "selected", "playing")) steps.draw(state);
    if (has("range")) drawWhole(state);
    if (has("mode", "window")) modes.draw(state);
    if (has("follow")) follows.setAttribute("aria-pressed", String(state.follow));
    if (has("compare")) compare.setAttribute("aria-pressed", String(state.compare !== null));
    if (has("speed", "skipEmpty")) more.draw(state);
  }

  function tellHidden(hidden) {
    const words = hidden === 0 ? "Periods" : `Periods, ${hidden} more than have room here`;
    periods.setAttribute("aria-label", words);
    periods.title = words;
  }

  return {
    element: node, follow, addSetting: more.add, tell: fields.tell, more: tellHidden,
    begin(state) {
      fields.tell(state);
      follow(state, new Set(["moment", "range", "mode", "compare", "follow", "speed"]));
    },
    zoomed(part) {
      inPart = part;
      drawWhole(clock.get());
    },
  };
}

/** Back, play and on; a step that leads nowhere is dimmed and says so. */
function createStepButtons({ clock, events }, does) {
  const back = iconButton("back", () => does.event(-1));
  const play = iconButton("play", () => clock.set({ playing: !clock.get().playing }));
  const on = iconButton("on", () => does.event(1));
  const place = element("span", { class: "toolbar-place" });
  play.classList.add("play");

  function draw(state) {
    label(play, state.playing ? "Pause" : "Play", "Space", state.playing ? PATHS.pause : PATHS.play);
    label(back, "Previous event", "Page Up", PATHS.back);
    label(on, "Next event", "Page Down", PATHS.on);
    const [earlier, later] = [does.leads(-1), does.leads(1)];
    dim(back, earlier ? "Previous event (Page Up)" : "No earlier event", !earlier);
    dim(on, later ? "Next event (Page Down)" : "No later event", !later);
    if (!earlier && !later) write(place, "No other event");
    else if (!earlier) write(place, "No earlier event");
    else write(place, later ? chosenPlace(state) : "No later event");
  }

  function dim(node, title, dimmed) {
    node.setAttribute("aria-disabled", String(dimmed));
    node.title = title;
  }

  function chosenPlace(state) {
    return state.selected < 0 ? "" : placeWords(events, state);
  }

  return { buttons: [back, play, on], place, draw };
}

/** The fields of the moment and of both ends of the range. */
function createDayFields({ data, clock }, does) {
  const moment = createDayField(does.day, { label: "Day shown" });
  const set = (first, end) => setRange(clock, [first, end], data.whole);
  const from = createDayField((day) => set(day, clock.get().range[1]), { label: "From" });
  const to = createDayField((day) => set(clock.get().range[0], day + 1), { label: "To", end: "last" });
  const range = element("div", { class: "toolbar-range", role: "group", "aria-label": "Range" },
    element("span", { class: "choice-name" }, "From"), from.element,
    element("span", { class: "choice-name" }, "to"), to.element);
  const story = { inside: data.whole, name: "The map covers" };

  /** What the range is by then counts: the fields may be shown it a moment later. */
  function tooLate(day) {
    const last = clock.get().range[1] - 1;
    return day > last ? `The range cannot begin after its last day, ${dayWords(last)}.` : null;
  }

  function tooEarly(day) {
    const [first] = clock.get().range;
    return day < first ? `The range cannot end before its first day, ${dayWords(first)}.` : null;
  }

  function tell(state) {
    const [first, last] = [state.range[0], state.range[1] - 1];
    moment.show(state.moment, isWhole(state.range, data.whole) ? story : { inside: state.range, name: "The range is" });
    from.show(first, { ...story, refuse: tooLate });
    to.show(last, { ...story, refuse: tooEarly });
  }

  return { moment, range, tell };
}

/** What is seldom changed folds away behind a button. */
function createMore({ clock, help }) {
  const speedWords = (days) => (days === 1 ? "1 day a second" : `${days} days a second`);
  const speed = createNumberChoice("Speed", SPEEDS, speedWords, (days) => clock.set({ speed: days }));
  const skip = element("input", { type: "checkbox" });
  skip.addEventListener("change", () => clock.set({ skipEmpty: skip.checked }));
  const keys = wordButton("Keys and gestures", () => help?.open(), "Keys and gestures (?)");
  keys.hidden = !help;
  const panel = element("div", { class: "toolbar-more" },
    speed.element, element("label", { class: "choice" }, skip, element("span", {}, "Skip days without events")), keys);
  const button = element("button", { type: "button", class: "toolbar-settings" }, "Settings");
  button.setAttribute("aria-expanded", "false");
  button.setAttribute("aria-controls", "toolbar-folds");

  function opens(toolbar) {
    const turn = (open) => {
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

  function draw(state) {
    speed.draw(state.speed);
    skip.checked = state.skipEmpty;
  }

  return { element: panel, button, opens, draw, add: (setting) => keys.before(setting) };
}

function wordButton(words, pressed, title = words) {
  const node = element("button", { type: "button", title }, words);
  node.addEventListener("click", () => pressed());
  return node;
}

function iconButton(path, pressed) {
  const node = element("button", { type: "button" }, icon(PATHS[path]));
  node.addEventListener("click", pressed);
  return node;
}

function label(node, words, key, path) {
  if (node.getAttribute("aria-label") === words) return;
  node.setAttribute("aria-label", words);
  node.title = `${words} (${key})`;
  node.querySelector("path").setAttribute("d", path);
}

function write(node, text) {
  if (node.textContent !== text) node.textContent = text;
}
