// Another page can embed the document and steer it: by messages, or through window.timemap where it may touch the window.

import { dayIso, isoDay } from "#timemap/time/dates.js";
import { KEYS } from "#timemap/time/keys.js";
import { MODES, WIDEST_WINDOW } from "#timemap/time/modes.js";

const SETTLED = 200; // milliseconds without a further change after which a change counts as released
const NO_LESSONS = Object.freeze({ known: () => false });
const THEMES = new Set(["light", "dark"]);

/**
 * Listen to the embedding page and tell it what was released.
 *
 * In: `{type: "timemap:set", state}`, `{type: "timemap:goTo", date}`, `{type: "timemap:select", event}`,
 * `{type: "timemap:key", key, shiftKey, repeat}` for a key pressed outside, named as browsers name it, and `{type: "timemap:ask"}`.
 * Out: `{type: "timemap:ready", version}` once, `{type: "timemap:state", state}` after each release, never while dragging
 * or playing, `{type: "timemap:view", view}` where the map is looked at, both also when asked, and `{type: "timemap:problem", problems}` for
 * what a message got wrong; the rest of that message still counts. Fullscreen.js adds
 * `{type: "timemap:full-screen"}`, lesson/collect.js `{type: "timemap:scene", scene}`.
 *
 * @param {{data: object, clock: object, events: object, map: L.Map, areas: object, lessons: object, select: (index: number) => void, theme: {name: (theme: string) => void},
 *   press: (event: object) => void}} context
 * @returns {{api: object}} what `window.timemap` offers
 */
export function createMessages(context) {
  const { data, clock, events, map, areas, lessons, select } = context;
  const parent = globalThis.parent;
  const embedded = parent !== globalThis.self;
  const tell = (message) => embedded && parent.postMessage(message, "*");
  let told = "";
  let timer = 0;

  const api = {
    get moment() {
      return dayIso(clock.get().moment);
    },
    get compare() {
      const { compare } = clock.get();
      return compare === null ? null : dayIso(compare);
    },
    goTo(date) {
      const day = isoDay(date);
      if (!Number.isInteger(day)) throw new RangeError(`read "${date}", expected a date such as 2014-10-06`);
      clock.set({ moment: day, playing: false });
    },
    select(id) {
      const index = id ? events.indexOf(id) : -1;
      if (id && index < 0) throw new RangeError(`read "${id}", expected the id of an event in this document`);
      select(index);
    },
    visibleEvents: () => Array.from(events.visible(clock.get()), (index) => events.id[index]),
    areasOn: (date) => areas.areasOn(date === undefined ? clock.get().moment : isoDay(date)),
  };

  function shown() {
    const { mode, window, playing, lesson, scene, selected } = clock.get();
    return { moment: api.moment, lesson, scene, compare: api.compare, selected: events.id[selected] ?? null, mode, window, playing };
  }

  function settled() {
    const { dragging, playing } = clock.get();
    if (dragging || playing) return;
    const text = JSON.stringify(shown());
    if (text !== told) tell({ type: "timemap:state", state: shown() });
    told = text;
  }

  function tellView() {
    const { lat, lng } = map.getCenter();
    tell({ type: "timemap:view", view: { lat, lon: lng, zoom: map.getZoom() } });
  }

  function answer() {
    tell({ type: "timemap:state", state: shown() });
    tellView();
  }

  function heard(event) {
    if (event.source !== parent || typeof event.data?.type !== "string") return;
    const problems = [];
    if (event.data.type === "timemap:set") {
      if (event.data.state?.draft) attempt(() => lessons.add(event.data.state.draft), problems);
      const { patch, theme } = readState(event.data.state, { events, languages: data.languages, lessons }, problems);
      if (theme) context.theme.name(theme);
      if (clock.get().lesson && patch.lesson === undefined) for (const name of ["range", "shown"]) delete patch[name]; // a scene has its own
      clock.set(patch);
      if (patch.selected >= 0 && patch.moment === undefined) select(patch.selected); // an event that comes without a day brings its own
    } else if (event.data.type === "timemap:goTo") attempt(() => api.goTo(event.data.date), problems);
    else if (event.data.type === "timemap:select") attempt(() => api.select(event.data.event), problems);
    else if (event.data.type === "timemap:key") press(event.data, problems);
    else if (event.data.type === "timemap:ask") answer();
    else if (event.data.type.startsWith("timemap:")) problems.push(`type: read ${JSON.stringify(event.data.type)}, which is no message to the map`);
    if (problems.length > 0) tell({ type: "timemap:problem", problems });
  }

  function press(message, problems) {
    const key = readKey(message, problems);
    if (key) context.press(key);
  }

  clock.subscribe((state, changed) => {
    if (changed.has("presenting")) tell({ type: "timemap:presenting", presenting: state.presenting });
    clearTimeout(timer);
    timer = setTimeout(settled, SETTLED);
  });
  map.on("moveend", tellView);
  globalThis.addEventListener("message", heard);
  tell({ type: "timemap:ready", version: data.version });
  return { api };
}

/**
 * Turn the state of a message into a patch of the clock; what is wrong is left out and said.
 *
 * @param {object} state
 * @param {{events: object, languages: {code: string}[], lessons?: {known: (id: string) => boolean}}} known
 * @param {string[]} problems filled with sentences
 * @returns {{patch: object, theme: string|undefined}}
 */
export function readState(state, { events, languages, lessons = NO_LESSONS }, problems) {
  const patch = {};
  if (typeof state !== "object" || state === null) {
    problems.push("expected a state with range, moment, compare, mode, window, language, events, selected or theme");
    return { patch, theme: undefined };
  }
  const oneOf = (name, allowed) => {
    if (state[name] === undefined) return undefined;
    if (allowed(state[name])) return state[name];
    problems.push(`${name}: read ${JSON.stringify(state[name])}, which is not allowed here`);
    return undefined;
  };
  const range = oneOf("range", (value) => Array.isArray(value) && value.length === 2 && isoDay(value[0]) < isoDay(value[1]));
  if (range) patch.range = range.map(isoDay);
  const moment = oneOf("moment", (value) => Number.isInteger(isoDay(value)));
  if (moment) patch.moment = isoDay(moment);
  const compare = oneOf("compare", (value) => value === null || Number.isInteger(isoDay(value)));
  if (compare !== undefined) patch.compare = compare === null ? null : isoDay(compare);
  const lesson = oneOf("lesson", (value) => value === "" || value === null || lessons.known(value));
  if (lesson !== undefined) patch.lesson = lesson ?? "";
  const scene = oneOf("scene", (value) => Number.isInteger(value) && value >= 0);
  if (scene !== undefined) patch.scene = scene;
  const mode = oneOf("mode", (value) => MODES.some(({ id }) => id === value));
  if (mode) patch.mode = mode;
  const window = oneOf("window", (value) => Number.isInteger(value) && value >= 0 && value <= WIDEST_WINDOW);
  if (window !== undefined) patch.window = window;
  const collecting = oneOf("collecting", (value) => typeof value === "boolean" || typeof value === "string");
  if (collecting !== undefined) patch.collecting = collecting;
  const language = oneOf("language", (value) => languages.some(({ code }) => code === value));
  if (language) patch.language = language;
  const selected = oneOf("selected", (value) => value === null || events.indexOf(value) >= 0);
  if (selected !== undefined) patch.selected = selected === null ? -1 : events.indexOf(selected);
  const chosen = oneOf("events", (value) => value === null || Array.isArray(value));
  if (chosen !== undefined) patch.shown = chosen === null ? null : flags(chosen, events);
  return { patch, theme: oneOf("theme", (value) => THEMES.has(value)) };
}

/**
 * Return the key press that a message passes on, or null when it is none of ours.
 *
 * @param {{key: string, shiftKey?: boolean, repeat?: boolean}} message
 * @param {string[]} problems filled with sentences
 * @returns {{key: string, shiftKey: boolean, repeat: boolean}|null}
 */
export function readKey({ key, shiftKey = false, repeat = false }, problems) {
  if (KEYS.some(({ keys }) => keys.includes(key)) && typeof shiftKey === "boolean" && typeof repeat === "boolean") return { key, shiftKey, repeat };
  problems.push(`key: read ${JSON.stringify({ key, shiftKey, repeat })}, expected a key of the map's own, such as PageDown, with shiftKey and repeat true or false`);
  return null;
}

function flags(ids, events) {
  const wanted = new Set(ids);
  return Uint8Array.from(events.id, (id) => (wanted.has(id) ? 1 : 0));
}

function attempt(run, problems) {
  try {
    run();
  } catch (error) {
    problems.push(error.message);
  }
}
