// The toolbar holds what words and buttons do to the clock; everything it shows is read back from the clock.

import { createDayField } from "#timemap/page/dayfield.js";
import { element, icon } from "#timemap/page/nodes.js";
import { placeWords } from "#timemap/events/eventwords.js";
import { MODES, WINDOWS } from "#timemap/time/modes.js";

const PATHS = {
  back: "M10.5 2.5 5 8l5.5 5.5",
  on: "M5.5 2.5 11 8l-5.5 5.5",
  play: "M4 2.5v11L13 8z",
  pause: "M4 3h3v10H4zM9 3h3v10H9z",
  settings: "M2 4.5h12M2 8h12M2 11.5h12",
  whole: "M1.5 8h13M4.5 5 1.5 8l3 3M11.5 5l3 3-3 3",
  periods: "M1.5 4h8M6 8h8.5M1.5 12h6",
  compare: "M8 1.5v13M1.5 4h5v8h-5zM9.5 4h5v8h-5z",
  keys: "M1.5 4h13v8h-13zM4 7h.01M7 7h.01M10 7h.01M5 9.7h6",
};
const SPEEDS = [1, 7, 30, 90, 365];

/**
 * Make the toolbar.
 *
 * @param {{clock: object, events: object, help?: {open: () => void}}} context
 * @param {{event: (direction: 1|-1) => void, wholeAxis: () => void, compare: () => void, periods: () => void, day: (day: number) => void}} does
 * @returns {{element: HTMLElement, draw: (state: object, zoomed: boolean) => void, tell: (state: object) => void, more: (periods: number) => void}} `tell` writes the day, `more` says how many periods found no room above the bars
 */
export function createToolbar(context, does) {
  const { clock } = context;
  const back = button("back", "Previous event", "Page Up", () => does.event(-1));
  const play = button("play", "Play", "Space", () => clock.set({ playing: !clock.get().playing }));
  const on = button("on", "Next event", "Page Down", () => does.event(1));
  const place = element("span", { class: "toolbar-place", title: "The chosen event among those of the range" });
  play.classList.add("play");
  const speed = choice("Speed", SPEEDS, (days) => (days === 1 ? "1 day a second" : `${days} days a second`), (value) => clock.set({ speed: value }));
  const skip = element("input", { type: "checkbox" });
  skip.addEventListener("change", () => clock.set({ skipEmpty: skip.checked }));
  const modes = modeChoice(clock);
  const whole = button("whole", "All dates", "0", does.wholeAxis);
  const hidden = element("span", { class: "button-more", hidden: true });
  const periods = button("periods", "Periods", "", does.periods);
  periods.append(hidden);
  const compare = button("compare", "Compare", "", does.compare);
  const keys = button("keys", "Keys", "?", () => context.help?.open());
  const day = createDayField(does.day, { "aria-label": "Day shown" });
  const more = element("div", { class: "toolbar-more", id: "toolbar-more" },
    element("label", { class: "choice toolbar-day" }, element("span", { class: "choice-name" }, "Day"), day.input), speed.element,
    element("label", { class: "choice" }, skip, element("span", {}, "Skip empty stretches")));
  const settings = button("settings", "Settings", "", () => {
    const open = node.classList.toggle("open");
    settings.setAttribute("aria-expanded", String(open));
  });
  settings.setAttribute("aria-expanded", "false");
  settings.setAttribute("aria-controls", "toolbar-more");
  settings.classList.add("toolbar-settings");
  for (const extra of [periods, compare, keys]) extra.classList.add("toolbar-extra");
  const node = element("div", { class: "slider-toolbar", role: "group", "aria-label": "Date controls" },
    element("div", { class: "toolbar-steps" }, back, play, on, place), modes.element, more, element("div", { class: "toolbar-end" }, whole, periods, compare, settings, keys));

  function tell({ moment, range }) {
    day.show(moment, range);
  }

  function draw(state, zoomed) {
    name(play, state.playing ? "Pause" : "Play", "Space", state.playing ? PATHS.pause : PATHS.play);
    place.textContent = placeWords(context.events, state);
    speed.draw(state.speed);
    skip.checked = state.skipEmpty;
    modes.draw(state);
    whole.hidden = !zoomed;
    compare.setAttribute("aria-pressed", String(state.compare !== null));
    keys.hidden = !context.help;
  }

  function tellHidden(count) {
    hidden.hidden = count === 0;
    hidden.textContent = `+${count}`;
    const words = count === 0 ? "Periods" : `Periods, ${count} more than have room here`;
    periods.setAttribute("aria-label", words);
    periods.title = words;
  }

  return { element: node, draw, tell, more: tellHidden };
}

function modeChoice(clock) {
  const radios = MODES.map(({ id: value, words }) => {
    const radio = element("input", { type: "radio", name: "timemap-mode", value });
    radio.addEventListener("change", () => clock.set({ mode: value }));
    return { value, radio, label: element("label", { class: "choice" }, radio, element("span", {}, words)) };
  });
  const days = choice("Days before and after that count as this day", WINDOWS, (count) => (count === 0 ? "exactly" : `± ${count} days`),
    (value) => clock.set({ window: value }));
  days.element.classList.add("unlabelled");
  const group = element("fieldset", { class: "modes" }, element("legend", {}, "Events"), radios[0].label, days.element, radios[1].label, radios[2].label);
  return {
    element: group,
    draw({ mode, window }) {
      for (const { value, radio } of radios) radio.checked = value === mode;
      days.draw(window);
      days.enable(mode === "day");
    },
  };
}

/** A list of numbers to choose from; a number that is not among them, as an address may bring, is added. */
function choice(label, numbers, words, chosen) {
  const option = (number) => element("option", { value: number }, words(number));
  const select = element("select", { "aria-label": label, title: label }, ...numbers.map(option));
  select.addEventListener("change", () => chosen(Number(select.value)));
  function draw(number) {
    if (![...select.options].some((entry) => Number(entry.value) === number)) select.append(option(number));
    select.value = String(number);
  }
  return { element: element("label", { class: "choice" }, element("span", { class: "choice-name" }, label), select), draw, enable: (on) => { select.disabled = !on; } };
}

function button(path, words, key, pressed) {
  const node = element("button", { type: "button" }, icon(PATHS[path]), element("span", { class: "button-words" }));
  name(node, words, key, PATHS[path]);
  node.addEventListener("click", pressed);
  return node;
}

function name(node, words, key, path) {
  if (node.getAttribute("aria-label") === words) return;
  node.setAttribute("aria-label", words);
  node.title = key ? `${words} (${key})` : words;
  node.querySelector(".button-words").textContent = words;
  node.querySelector("path").setAttribute("d", path);
}
