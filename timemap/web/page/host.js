// The document's place: alone it keeps its state in its own address, in another page it tells that page; both bring it back.

import { listed } from "#timemap/page/listed.js";
import { isNamedIn, namesIn, problemWords } from "#timemap/state/fields.js";
import { createSteps } from "#timemap/state/history.js";
import { dayIso } from "#timemap/time/dates.js";
import { afterLastStep } from "#timemap/time/frames.js";

const SETTLED = 200; // milliseconds without a further change after which a change counts as released

/**
 * Follow the state and show what an address asks for.
 *
 * @param {{data: object, clock: object, address: object, viewport: object, lessons: object, notice: {show: (lines: string[]) => void}}} context
 * @returns {{state: () => object, stateMessage: () => object, shared: () => string, apply: (state: object) => void, open: (text: string, command?: string) => void, lead: (text: string) => void, start: () => void, tell: (message: object) => void, embedded: boolean, isNamed: () => boolean}} `lead` opens as a press in the map does, which Back takes back; `isNamed` says whether the document's own address asks for a state
 */
export function createHost(context) {
  const { data, clock, address, viewport, sight, lessons, notice } = context;
  const { parent, location, history } = globalThis;
  const embedded = parent !== globalThis.self;
  const steps = createSteps(data.fields.fields);
  let command = ""; // name of the last address that the page around asked to be shown
  let written = {};
  let madeWith = ""; // the version of the data that stands in an address as long as nothing in it has changed
  let led = false; // what was opened is a step of its own
  let opened = false; // an address that is not written yet as the map would write it
  let told = "";
  let timer = 0;

  const tell = (what) => embedded && parent.postMessage(what, "*");
  const state = () => ({ ...clock.get(), view: viewport.get() });

  /** The whole state as a message has it. */
  function message() {
    const all = clock.get();
    return { ...address.tell(all), ...sight.here(), playing: all.playing };
  }

  /** The message with the state; `step` says whether it is one of its own for Back (see history.js). */
  function stateMessage(step = null) {
    return { type: "timemap:state", state: message(), address: query(), step, command };
  }

  function apply({ view, lesson, scene, ...rest }) {
    const before = clock.get();
    const next = lesson ?? before.lesson;
    if (before.lesson && next === "") lessons.leave();
    if (Object.keys(rest).length > 0) clock.set({ ...rest, playing: false });
    if (next && (lesson !== undefined || scene !== undefined)) lessons.start(next, scene ?? (next === before.lesson ? before.scene : 0));
    if (view !== undefined && String(Object.values(view ?? {})) !== String(Object.values(viewport.get() ?? {}))) viewport.open(view);
  }

  /** Show what an address asks for, and say what of it cannot be followed. */
  function open(text, asker = command) {
    const { state: asked, problems } = address.read(text);
    const { lesson, scene, presenting, language } = asked;
    command = asker;
    apply(lesson ? { lesson, scene, presenting, language } : asked); // a scene brings all the rest along
    madeWith = problems.some(({ name }) => name === "version") ? "" : namesIn(text).version ?? "";
    opened = true;
    const lines = problems.map((problem) => problemWords(problem));
    if (madeWith && madeWith !== data.version) lines.push(outdated(madeWith, data.version));
    notice.show(lines);
    written = address.write({ ...clock.get(), ...asked });
    steps.reset();
    settle();
  }

  /** Open what somebody pressed in the map: Back leads to what was seen before. */
  function lead(text) {
    clearTimeout(timer);
    settled();
    const before = written;
    open(text);
    [written, led] = [before, true];
  }

  function settle() {
    clearTimeout(timer);
    timer = setTimeout(settled, SETTLED);
  }

  /** A step of the date is written together with what else follows it: a browser shows a new address in a frame of its own. */
  function follow(_, changed) {
    if (!embedded && changed.size === 1 && changed.has("moment")) afterLastStep(settled);
    else settle();
  }

  function settled() {
    const { dragging, playing } = clock.get();
    if (dragging || playing) return;
    const params = address.write(state());
    const changes = steps.stepOf(written, params);
    const step = led && changes !== null ? "new" : changes;
    [written, led] = [params, false];
    if (step === "new") madeWith = "";
    const text = JSON.stringify([message(), params, command]);
    if (text === told) return;
    told = text;
    tell(stateMessage(step));
    if (embedded) tell({ type: "timemap:list", ...listed(context, clock.get()) });
    if (!embedded && (step !== null || opened)) writeOwn(step);
    opened = false;
  }

  /** The state as an address that is handed on has it: with its day, on whatever day a map opens later, and its place; a lesson brings its own. */
  function shared() {
    const now = clock.get();
    const params = new URLSearchParams({ ...(now.lesson ? {} : { moment: dayIso(now.moment) }), ...address.write({ ...now, view: sight.here() }) });
    return params.toString().replaceAll("%2C", ",");
  }

  /** The state as an address has it, with the version of the data where a link brought one. */
  function query() {
    const params = new URLSearchParams(address.write(state()));
    if (madeWith) params.set("version", madeWith);
    return params.toString().replaceAll("%2C", ",");
  }

  function writeOwn(step) {
    const hash = `#${query()}`;
    try {
      history[step === "new" ? "pushState" : "replaceState"](null, "", `${location.pathname}${hash === "#" ? "" : hash}`);
    } catch {
      location.hash = hash; // a browser that lets no file write its address does this
    }
  }

  /** What stands in the address of the document itself: a program that opens files may have put it behind "?". */
  const own = () => (location.hash.length > 1 ? location.hash : location.search);

  function start() {
    if (own().length > 1) open(own());
    else written = address.write(state());
    if (!embedded) globalThis.addEventListener("popstate", () => open(own()));
    clock.subscribe(follow);
    viewport.onChange(settle);
  }

  return { state, stateMessage, shared, apply, open, lead, start, tell, embedded, isNamed: () => isNamedIn(own(), data.fields.fields) };
}

function outdated(then, now) {
  return `The data has changed since this link was made: it was version ${then}, this is version ${now}. Events, areas or texts may differ.`;
}
