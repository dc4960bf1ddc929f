// Messages by which another page steers the document.
// A page that may touch the window can call window.timemap instead.

import { isWebAddress } from "#timemap/panel/sources.js";
import { FEW, asText } from "#timemap/state/fields.js";
import { shownText, shownValue } from "#timemap/state/shown.js";
import { dayIso, isoDay } from "#timemap/time/dates.js";
import { rowsOf } from "#timemap/time/keytable.js";

/** @import { DayLayers } from "#timemap/map/daylayers.js" */
/** @import { AddressState, Context, Field } from "#timemap/types.d.ts" */

/** What a page around sets besides the fields of the state. */
const EXTRAS = Object.freeze(["collecting", "draft", "fillsWindow", "notesLost"]);

/** @typedef {any} Received what another page sent: anything, so each field is looked at before it is used */

/**
 * @typedef {Pick<Context, "data" | "store" | "events" | "map" | "visibleArea" | "host" | "channel" | "address" |
 *   "lessons" |
 *   "select" | "theme" | "press"> & MoreParts} MessageParts
 *
 * @typedef {object} MoreParts
 * @property {Pick<DayLayers, "areas" | "written" | "symbols" | "counts">} day
 * @property {{take: (answer: Received) => void}} share
 * @property {{welcome: (start: Received) => void}} start
 */

/**
 * Listen to the embedding page, and answer it.
 *
 * In: `{type: "timemap:set", state}` with any fields of the state, `{type: "timemap:open", address, state, command}`
 * with a whole state as an address has it,
 * perhaps with fields that only a page sets and a name that comes back with `timemap:state`,
 * `{type: "timemap:goTo", date}`, `{type: "timemap:select", event}`, `{type: "timemap:key", key, code, shiftKey,
 * repeat}` for a key pressed outside, named as
 * browsers name it, `{type: "timemap:ask"}`, and `{type: "timemap:shared", address, here, picture}` (see
 * viewaddress.js).
 * Out: `{type: "timemap:ready", version}` once, `{type: "timemap:state", state, address, step}` (see host.js) after
 * each release, never while dragging or
 * playing, `{type: "timemap:list", heading, filters, rows}` (see listed.js) with it, `{type: "timemap:view", view}`
 * where the map is looked at, both also when asked, the state then with `look: {seen, theme, patterns}`, and `{type:
 * "timemap:problem", problems}` for what a message got
 * wrong; the rest of that message still counts. Fullscreen.js adds `{type: "timemap:full-screen"}`, viewaddress.js
 * `{type: "timemap:share", address}`, start/ `{type: "timemap:start-closed"}` and `{type: "timemap:page", page}`,
 * lesson/addscenebutton.js `{type: "timemap:scene", scene}`, lesson/notes.js `{type: "timemap:notes", open}`.
 *
 * @param {MessageParts} parts
 * @returns {{api: ReturnType<typeof createApi>}} what `window.timemap` offers
 */
export function createMessages(parts) {
  const { data, store, map, host, visibleArea } = parts;
  const { send } = parts.channel;
  /** @param {Received} state @param {string[]} problems */
  const set = (state, problems) => setState(parts, state, problems);
  const api = createApi(parts, (state) => set(state, []));
  const tellView = () => send({ type: "timemap:view", view: visibleArea.currentView() });

  /** Return how the map looks: the bounds of what is seen of it, its colours, and patterns where they are on. */
  function look() {
    return {
      seen: visibleArea.bounds(),
      theme: document.documentElement.dataset.theme,
      patterns: Number(store.get().patterns),
    };
  }

  function answer() {
    send({ ...host.stateMessage(), look: look() });
    tellView();
  }

  /** @param {Received} message @param {string[]} problems */
  function open({ address, command, state, start }, problems) {
    if (typeof address === "string") host.open(address, typeof command === "string" ? command : undefined);
    else problems.push("address: expected a text");
    if (state !== undefined) host.joinOpened(() => set(state, problems));
    if (start === undefined) return;
    if (isStart(start)) parts.start.welcome(start);
    else
      problems.push(
        `start: got ${shownValue(start)}, expected pages as a list of texts, and shown as true or false`,
      );
  }

  /** @type {Record<string, (message: Received, problems: string[]) => void>} */
  const takes = {
    "timemap:set": ({ state }, problems) => set(state, problems),
    "timemap:open": open,
    "timemap:goTo": ({ date }, problems) => attempt(() => api.goTo(date), problems),
    "timemap:select": ({ event }, problems) => attempt(() => api.select(event), problems),
    "timemap:key"(message, problems) {
      const key = readKey(message, problems);
      if (key) parts.press(key);
    },
    "timemap:ask": answer,
    "timemap:shared"(message, problems) {
      if (isShared(message)) parts.share.take(message);
      else problems.push("timemap:shared: expected an address of the web, and a picture that needs no network");
    },
  };

  /** @param {MessageEvent} event */
  function heard(event) {
    if (event.source !== globalThis.parent || typeof event.data?.type !== "string") return;
    /** @type {string[]} */
    const problems = [];
    const { type } = event.data;
    if (Object.hasOwn(takes, type)) attempt(() => takes[type](event.data, problems), problems);
    else if (type.startsWith("timemap:"))
      problems.push(`type: got ${shownValue(type)}, which is not a message to the map`);
    if (problems.length > 0) send({ type: "timemap:problem", problems: inBrief(problems) });
  }

  store.subscribe((state, changed) => {
    if (changed.has("presenting")) send({ type: "timemap:presenting", presenting: state.presenting });
  });
  map.on("moveend", tellView);
  globalThis.addEventListener("message", heard);
  send({ type: "timemap:ready", version: data.version });
  return { api };
}

/**
 * Return what a page that may touch the window can call.
 *
 * @param {Pick<MessageParts, "store" | "events" | "host" | "select" | "day">} parts
 * @param {(state: Received) => void} set
 */
function createApi({ store, events, host, select, day }, set) {
  return {
    get moment() {
      return dayIso(store.get().moment);
    },
    get compare() {
      const { compare } = store.get();
      return compare === null ? null : dayIso(compare);
    },
    get state() {
      return host.stateMessage().state;
    },
    /** @param {string} date */
    goTo(date) {
      const moment = isoDay(date);
      if (moment === null)
        throw new RangeError(`got "${shownText(String(date))}", expected a date such as 2014-10-06`);
      store.set({ moment, playing: false });
    },
    /** @param {string} [id] */
    select(id) {
      const index = id ? events.indexOf(id) : -1;
      if (id && index < 0)
        throw new RangeError(`got "${shownText(String(id))}", expected the id of an event in this document`);
      select(index);
    },
    set,
    visibleEvents: () => Array.from(events.visible(store.get()), (index) => events.id.at(index)),
    names: () => day.written(),
    symbols: () => day.symbols(),
    counts: () => day.counts(),
    /** @param {string} [date] */
    areasOn: (date) => day.areas.areasOn(date === undefined ? store.get().moment : isoDay(date) ?? NaN),
  };
}

/**
 * Set the fields that a message names.
 *
 * @param {Pick<MessageParts, "data" | "address" | "store" | "host" | "lessons" | "theme" | "select">} parts
 * @param {Received} state
 * @param {string[]} problems filled with sentences
 */
function setState({ data, address, store, host, lessons, theme: page, select }, state, problems) {
  if (typeof state !== "object" || state === null) {
    problems.push(`state: got ${shownValue(state)}, expected fields of the state such as moment and mode`);
    return;
  }
  if (state.notesLost === true) lessons.notesLost();
  if (state.draft) attempt(() => lessons.add(state.draft), problems);
  const { patch, theme, collecting } = readState(state, host.state(), { data, address }, problems);
  if (theme) page.name(theme);
  if (state.fillsWindow !== undefined) store.set({ fillsWindow: state.fillsWindow === true });
  if (collecting !== undefined) store.set({ collecting });
  if (Object.keys(patch).length > 0) host.apply(patch);
  const { selected = -1 } = patch;
  if (selected >= 0 && state.moment === undefined) select(selected); // an event that comes without a day brings its own
}

/**
 * Turn the state of a message into a patch of the state.
 *
 * What is wrong is left out and said.
 *
 * @param {Record<string, unknown>} values
 * @param {AddressState} state the present one
 * @param {{data: {fields: {fields: Field[]}}, address: Pick<Context["address"],
 *   "patch">}} context
 * @param {string[]} problems filled with sentences
 * @returns {{patch: Partial<AddressState>, theme: "light"|"dark"|undefined, collecting:
 *   boolean|string|undefined}}
 */
export function readState(values, state, { data, address }, problems) {
  const { fields } = data.fields;
  const known = new Set([...fields.map(({ name }) => name), ...EXTRAS]);
  for (const name of Object.keys(values)) {
    if (!known.has(name))
      problems.push(
        `${shownText(name)}: not a field of the state. Fields: ${fields.map((field) => field.name).join(", ")}`,
      );
  }
  const { patch, problems: found } = address.patch(values, state);
  for (const { name, value, expected, hint } of found)
    problems.push(`${name}: got "${shownText(value)}", expected ${expected}. ${hint}`.trim());
  const theme = asText(values.theme ?? null) || undefined;
  const themes = [fields.find(({ name }) => name === "theme")?.of ?? []].flat();
  if (theme && !themes.includes(theme))
    problems.push(`theme: got "${shownText(theme)}", expected one of ${themes.join(", ")}`);
  const { collecting } = values;
  const collects = typeof collecting === "boolean" || typeof collecting === "string";
  if (collecting !== undefined && !collects)
    problems.push(`collecting: got ${shownValue(collecting)}, expected true, false or a text`);
  return {
    patch,
    theme: theme && themes.includes(theme) ? /** @type {"light"|"dark"} */ (theme) : undefined,
    collecting: collects ? collecting : undefined,
  };
}

/**
 * Return the key press that a message passes on; null for none of ours.
 *
 * @param {{key?: unknown, code?: unknown, shiftKey?: unknown, repeat?: unknown}} message
 * @param {string[]} problems filled with sentences
 * @returns {{key: string, code: string, shiftKey: boolean, repeat: boolean}|null}
 */
export function readKey({ key, code = "", shiftKey = false, repeat = false }, problems) {
  if (
    typeof key === "string" &&
    typeof code === "string" &&
    typeof shiftKey === "boolean" &&
    typeof repeat === "boolean"
  ) {
    if (key === "Escape" || [false, true].some((held) => rowsOf({ key, code, shiftKey: held }, true, true).length > 0))
      return { key, code, shiftKey, repeat };
  }
  problems.push(
    `key: got ${shownValue({ key, code, shiftKey, repeat })}, expected a key that the map uses, such as PageDown, with shiftKey and repeat true or false`,
  );
  return null;
}

/** @param {() => void} run @param {string[]} problems */
function attempt(run, problems) {
  try {
    run();
  } catch (error) {
    // What the code itself refuses is said in its words; the browser's own words mean nothing to who wrote the message.
    problems.push(error instanceof RangeError && error.message.includes("expected")
      ? error.message
      : "the message could not be followed, expected plain values as the guide to embedding lists them");
  }
}

/**
 * Return the first problems, and how many more there are.
 *
 * @param {string[]} problems
 * @returns {string[]}
 */
function inBrief(problems) {
  const rest = problems.length - FEW;
  return rest > 0 ? [...problems.slice(0, FEW), `${rest} more problems like these`] : problems;
}

/** @param {Received} start @returns {start is {pages?: string[], shown?: boolean}} */
function isStart(start) {
  const { pages = [], shown = false } = start ?? { pages: null };
  return Array.isArray(pages) && pages.every((name) => typeof name === "string") && typeof shown === "boolean";
}

/**
 * Return whether the page around says at which address it shows the map.
 *
 * A picture is one that needs no network.
 *
 * @param {Received} message
 * @returns {boolean}
 */
function isShared({ address, picture = "" }) {
  const isInside = typeof picture === "string" && (picture === "" || picture.startsWith("data:image/"));
  return isInside && typeof address === "string" && isWebAddress(address);
}
