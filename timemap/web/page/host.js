// State in the document's own address, or told to the page around.
// Both bring it back.

import { listed } from "#timemap/page/listed.js";
import { WAITING } from "#timemap/own/askown.js";
import { countOwn } from "#timemap/own/ownwords.js";
import { FEW, namesIn, problemWords, queryOf } from "#timemap/state/fields.js";
import { createSteps } from "#timemap/state/history.js";
import { afterLastStep } from "#timemap/time/frames.js";

/** @import { AddressState, Context, Field, Host } from "#timemap/types.d.ts" */

const SETTLED = 200; // milliseconds without a further change after which a change counts as released

/** @typedef {"new"|"same"|null} Step whether a change is a step of its own for Back, see history.js */

/**
 * Follow the state and show what an address asks for.
 *
 * @param {Pick<Context, "data" | "events" | "store" | "address" | "viewport" | "visibleArea" | "lessons" | "channel"> &
 *   {notice: {show: (lines: string[]) => void}}} parts
 * @returns {Host}
 */
export function createHost({ data, events, store, address, viewport, visibleArea, lessons, channel, notice }) {
  const { embedded, send } = channel;
  // Of the last address that was opened: its name for the page around, its version of the data, and whether the map has
  // not written it its own way yet.
  /** @type {{command: string, madeWith: string, isUnwritten: boolean, view: AddressState["view"]}} */
  const link = { command: "", madeWith: "", isUnwritten: false, view: null };
  let told = "";
  const state = () => ({ ...store.get(), view: viewport.get() });
  const write = () => address.write(state());
  const settling = createSettling({ fields: data.fields.fields, store, write, report });

  /** Return the whole state as a message has it. */
  function message() {
    const all = store.get();
    const own = events.own ? { ownShown: countOwn(events, events.visible(all)) } : {};
    return { ...address.toMessage(all), ...visibleArea.currentView(), playing: all.playing, ...own };
  }

  /** @param {string|null} [step] */
  function stateMessage(step = null) {
    return { type: "timemap:state", state: message(), address: query(), step, command: link.command };
  }

  /** Return the state as an address has it, with the version of the data where a link brought one. */
  function query() {
    return queryOf({ ...write(), ...(link.madeWith ? { version: link.madeWith } : {}) });
  }

  /** @param {Step} step @param {Record<string, string>} params */
  function report(step, params) {
    if (step === "new") link.madeWith = "";
    const text = JSON.stringify([message(), params, link.command]);
    if (text === told) return;
    told = text;
    send(stateMessage(step));
    if (embedded) send({ type: "timemap:list", ...listed({ data, events }, store.get()) });
    else if (step !== null || link.isUnwritten) writeOwn(query(), step);
    link.isUnwritten = false;
  }

  /** @param {Parameters<Host["apply"]>[0]} patch */
  const apply = (patch) => applyTo({ store, lessons, viewport }, patch);

  /**
   * Show what an address asks for, and say what of it cannot be followed.
   *
   * @param {string} text
   * @param {string} [asker] name of the address for the page around
   */
  function open(text, asker = link.command) {
    const { state: asked, problems } = address.read(text);
    const { lesson, scene, presenting, language } = asked;
    [link.command, link.view] = [asker, asked.view];
    apply(lesson ? { lesson, scene, presenting, language } : asked); // a scene brings all the rest along
    link.madeWith = problems.some(({ name }) => name === "version") ? "" : (namesIn(text).version ?? "");
    link.isUnwritten = true;
    const lines = problems.slice(0, FEW).map((problem) => problemWords(problem));
    if (problems.length > FEW) lines.push(`${problems.length - FEW} more parts of the address were ignored.`);
    if (link.madeWith && link.madeWith !== data.version) lines.push(outdated(link.madeWith, data.version));
    notice.show(lines);
    settling.restart(address.write({ ...store.get(), ...asked }));
  }

  /**
   * Set more right after an address was opened.
   *
   * It counts as opened with it and is no step.
   *
   * @param {() => void} set
   */
  function joinOpened(set) {
    set();
    settling.restart(address.write({ ...store.get(), view: link.view }));
  }

  function start() {
    if (ownAddress().length > 1) open(ownAddress());
    else settling.written(write());
    if (!embedded) globalThis.addEventListener("popstate", () => open(ownAddress()));
    // A step of the date is written together with what else follows it: a browser shows a new address in a frame of its
    // own.
    store.subscribe((_, changed) =>
      !embedded && changed.size === 1 && changed.has("moment") ? afterLastStep(settling.settled) : settling.settle(),
    );
    viewport.onChange(settling.settle);
  }

  return { state, stateMessage, apply, open, joinOpened, lead: (text) => settling.lead(() => open(text)), start };
}

/**
 * Report changes of the state once they have settled.
 *
 * A hand on the slider or playing reports nothing.
 *
 * @param {{fields: Field[], store: Context["store"], write: () => Record<string, string>,
 *   report: (step: Step, params: Record<string, string>) => void}} options
 */
function createSettling({ fields, store, write, report }) {
  const steps = createSteps(fields);
  /** @type {Record<string, string>} */
  let before = {};
  let isLed = false; // what was opened is a step of its own
  let timer = 0;

  function settle() {
    clearTimeout(timer);
    timer = globalThis.setTimeout(settled, SETTLED);
  }

  function settled() {
    const { dragging, playing } = store.get();
    if (dragging || playing) return;
    const params = write();
    const changes = steps.stepOf(before, params);
    const step = isLed && changes !== null ? "new" : changes;
    [before, isLed] = [params, false];
    report(step, params);
  }

  /** @param {Record<string, string>} params */
  function written(params) {
    before = params;
  }

  return {
    settle, settled, written,
    /** @param {Record<string, string>} params what an address brought, which is no step */
    restart(params) {
      written(params);
      steps.reset();
      settle();
    },
    /** @param {() => void} open opens what somebody pressed in the map: Back leads to what was seen before */
    lead(open) {
      clearTimeout(timer);
      settled();
      const seen = before;
      open();
      [before, isLed] = [seen, true];
    },
  };
}

/**
 * Bring state, lesson and part of the map to what is asked for.
 *
 * @param {Pick<Context, "store" | "lessons" | "viewport">} parts
 * @param {Parameters<Host["apply"]>[0]} patch
 */
function applyTo({ store, lessons, viewport }, { view, lesson, scene, ...rest }) {
  const before = store.get();
  const next = lesson ?? before.lesson;
  if (before.lesson && next === "") lessons.leave();
  if (Object.keys(rest).length > 0) store.set({ ...rest, playing: false });
  if (next && (lesson !== undefined || scene !== undefined))
    lessons.start(next, scene ?? (next === before.lesson ? before.scene : 0));
  if (view !== undefined && String(Object.values(view ?? {})) !== String(Object.values(viewport.get() ?? {})))
    viewport.open(view);
}

/**
 * Return what stands in the address of the document itself.
 *
 * A program that opens files may have put it behind "?".
 *
 * @returns {string}
 */
export function ownAddress() {
  const { hash, search } = globalThis.location;
  if (hash.length > 1) return hash;
  return search === WAITING ? "" : search;
}

/** @param {string} query @param {Step} step */
function writeOwn(query, step) {
  const hash = `#${query}`;
  try {
    globalThis.history[step === "new" ? "pushState" : "replaceState"](
      null,
      "",
      `${globalThis.location.pathname}${hash === "#" ? "" : hash}`,
    );
  } catch {
    globalThis.location.hash = hash; // a browser that lets no file write its address does this
  }
}

/** @param {string} then @param {string} now */
function outdated(then, now) {
  return `The data has changed since this link was made: it was version ${then}, this is version ${now}. Events, areas or texts may differ.`;
}
