// Component of the map in the app. Its document stands in one sandboxed frame and holds the state; the page writes that
// to its address and tells the server.

import { createPrintedList } from "#timemap/app/listpaper.js";
import { createBox } from "#timemap/app/mapbox.js";
import { isForMap } from "#timemap/app/mapkeys.js";
import { createAddressBar, createReports } from "#timemap/app/mapreports.js";
import { rememberNotes, takeOpenNotes } from "#timemap/app/opennotes.js";
import { createOwnEvents, withoutOwn } from "#timemap/app/ownevents.js";
import { leadTo, merged } from "#timemap/app/pageaddress.js";
import { createRunWatch } from "#timemap/app/scriptrun.js";
import { createTeller } from "#timemap/app/serverlink.js";
import { isRemembered, remember } from "#timemap/start/remembered.js";
import { isNamedIn } from "#timemap/state/fields.js";
import { rowsOf } from "#timemap/time/keytable.js";

/** @import { Message } from "#timemap/types.d.ts" */
/** @import { MapBox } from "#timemap/app/mapbox.js" */
/** @import { Streamlit, Teller } from "#timemap/app/serverlink.js" */

/** Presses that may lead to another page, or show that a reader stays. */
const PRESSES = ["pointerdown", "click", "pointercancel", "blur"];
/** Milliseconds that the page waits for a document that does not start. */
const PATIENCE = 5000;

/**
 * @typedef {object} FrameData what the server gives the component
 * @property {string} document address of the document, relative to the page that has all others
 * @property {Record<string, string>} frame attributes of the frame
 * @property {string[]} names those that an address of the map may have
 * @property {string} start the state as an address has it
 * @property {string} command another one shows that state again
 * @property {boolean} opening whether the command only begins a visit: a map that is there stays as it is
 * @property {Record<string, string>} pages addresses of pages that the start of the map leads to
 * @property {boolean} welcome whether the start is shown at once
 * @property {Record<string, unknown>} page what only the page sets
 * @property {Record<string, unknown>} once the same with a command
 * @property {string} [own] address of own events, which are shown with those of the document; empty for none
 * @property {string[]} explicit names that the address of the page always has
 *
 * @typedef {object} StateMessage what the map tells of its state
 * @property {Record<string, unknown>} state
 * @property {string} address
 * @property {string} [command]
 * @property {string} [step]
 * @property {Record<string, unknown>} [look]
 *
 * @typedef {object} FrameLink what is between the page and the document in the frame
 * @property {FrameData} data
 * @property {boolean} ready whether the document is
 * @property {StateMessage|null} last what it told last
 * @property {(message: Message) => void} send
 *
 * @typedef {Record<string, (message: any) => void>} Takes by type of the message, of which nothing else is known
 */

/** @type {WeakMap<Node, ReturnType<typeof createFrame>>} */
const frames = new WeakMap();

/**
 * Show the map.
 *
 * Streamlit calls this at the mount and after every rerun that changes the data or the theme.
 *
 * @param {{parentElement: ShadowRoot, data: FrameData} & Streamlit} component
 * @returns {() => void} to be called when the component goes away
 */
export function mapComponent({ parentElement, data, setStateValue, setTriggerValue }) {
  const frame = frames.get(parentElement) ?? createFrame(parentElement, data);
  frames.set(parentElement, frame);
  frame.receive(data, { setStateValue, setTriggerValue });
  return () => {
    frame.destroy();
    frames.delete(parentElement);
  };
}

/** @param {ShadowRoot} root @param {FrameData} first */
function createFrame(root, first) {
  const ending = new AbortController();
  const box = createBox(root, first, ending.signal);
  const printedList = createPrintedList(root);
  const { iframe } = box;
  /** @type {FrameLink} */
  const link = {
    data: first, ready: false, last: null,
    send: (message) => iframe.contentWindow?.postMessage(message, "*"),
  };
  const runs = createRunWatch();
  const teller = createTeller(runs, () => address.writeLate());
  const address = createAddressBar(link, teller);
  const reports = createReports(link, teller);
  const seen = createAsker(link);
  const opener = createOpener(box, link, teller, () => takes);
  const ofState = takesOfState(link, { address, reports, seen });
  /** @type {Takes} */
  const takes = { ...opener.takes, ...ofState, ...takesOfPage(box, link, teller) };
  takes["timemap:list"] = printedList.take;
  takes["timemap:share"] = ({ address: asked }) => address.share(asked);

  /** @param {FrameData} data @param {Streamlit} streamlit */
  function receive(data, streamlit) {
    const commanded = data.command !== link.data.command;
    link.data = data;
    teller.receive(streamlit);
    if (opener.isOther(data)) opener.open();
    else if (link.ready && commanded) opener.command(data.opening && link.last ? link.last.address : data.start);
    else if (link.ready) link.send({ type: "timemap:set", state: { theme: box.theme(), ...data.page } });
    box.fit();
  }

  /** @param {MessageEvent} event */
  function listen({ source, data: message }) {
    if (source !== iframe.contentWindow || message === null || typeof message !== "object") return;
    if (Object.hasOwn(takes, message.type)) takes[message.type](message);
  }

  const { signal } = ending;
  globalThis.timemapSeen = seen.ask;
  globalThis.addEventListener("message", listen, { signal });
  globalThis.addEventListener("popstate", address.goBack, { signal });
  passKeysOn(box, link, signal);
  globalThis.addEventListener("change", runs.sent, { capture: true, signal });
  listenToPresses(box, reports, teller, signal);
  return {
    receive,
    destroy() {
      ending.abort();
      opener.destroy();
      teller.destroy();
      printedList.destroy();
      if (globalThis.timemapSeen === seen.ask) delete globalThis.timemapSeen;
      box.box.remove();
    },
  };
}

/**
 * Make what opens documents in the frame, and states in a document.
 *
 * @param {MapBox} box
 * @param {FrameLink} link
 * @param {Teller} teller
 * @param {() => Takes} takes
 */
function createOpener({ iframe, begun, loading, theme }, link, teller, takes) {
  const own = createOwnEvents(link.send);
  let shown = "";
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  let patience;

  function open() {
    const early = shown === "" && !link.data.own ? begun : null; // that one has started without them
    shown = link.data.document;
    const waiting = own.begin(link.data.own ?? "");
    link.ready = false;
    loading.hidden = false;
    if (early === null) load(`${new URL(shown, document.baseURI).href}${waiting}`);
    clearTimeout(patience);
    patience = setTimeout(() => teller.tell("told", { command: link.data.command }), PATIENCE);
    if (early?.ready) begin();
    if (early?.presenting) takes()["timemap:presenting"](early); // as its address asked for
  }

  /** @param {string} url */
  function load(url) {
    if (iframe.src === "") iframe.src = url;
    else iframe.contentWindow?.location.replace(url); // no step of its own for Back
  }

  function begin() {
    const { data, last } = link;
    link.ready = true;
    loading.hidden = true;
    clearTimeout(patience);
    // a frame may be loaded again
    const asked = last === null ? merged(data.start, globalThis.location.search) : last.address;
    command(data.own || last === null ? asked : withoutOwn(asked));
    if (takeOpenNotes()) link.send({ type: "timemap:set", state: { notesLost: true } });
  }

  /**
   * Show a whole state, and what only the page sets. What the map tells from then on names the command.
   *
   * @param {string} asked
   */
  function command(asked) {
    const { data, last } = link;
    const isNamed = [asked, globalThis.location.search].some((text) => isNamedIn(text, [...data.names, "embed"]));
    const isFirst = data.welcome && last === null && !isNamed && !isRemembered();
    const state = { theme: theme(), ...data.page, ...data.once };
    const start = { pages: Object.keys(data.pages), shown: isFirst };
    link.send({ type: "timemap:open", address: asked, command: data.command, state, start });
  }

  /** Show what the server says in place of a document that is gone. */
  function uncover() {
    if (shown !== "") loading.hidden = true;
  }

  iframe.addEventListener("load", uncover);
  return {
    open, command,
    /** @type {Takes} */
    takes: { "timemap:ready": begin, "timemap:own-wanted": own.send },
    isOther: (/** @type {FrameData} */ data) => data.document !== shown || own.isOther(data.own ?? ""),
    destroy: () => clearTimeout(patience),
  };
}

/**
 * Make what asks the map what it shows now, for files of it.
 *
 * @param {FrameLink} link
 */
function createAsker(link) {
  /** @type {((seen: Record<string, unknown>) => void)[]} */
  const askers = [];

  /** @returns {Promise<Record<string, unknown>|null>} null where it has not started */
  async function ask() {
    if (!link.ready) return null;
    /** @type {Promise<Record<string, unknown>>} */
    const answer = new Promise((resolve) => {
      askers.push(resolve);
    });
    link.send({ type: "timemap:ask" });
    return answer;
  }

  return {
    ask,
    answer(/** @type {Record<string, unknown>} */ seen) {
      for (const tell of askers.splice(0)) tell(seen);
    },
  };
}

/**
 * Make what takes the state that the map tells.
 *
 * @param {FrameLink} link
 * @param {object} parts
 * @param {ReturnType<typeof createAddressBar>} parts.address
 * @param {ReturnType<typeof createReports>} parts.reports
 * @param {ReturnType<typeof createAsker>} parts.seen
 * @returns {Takes}
 */
function takesOfState(link, { address, reports, seen }) {
  return {
    "timemap:state"(/** @type {StateMessage} */ message) {
      if (!link.ready) return;
      link.last = message;
      if (message.look) {
        seen.answer({ ...message.state, ...message.look });
        return; // asked for before it has settled: the map tells it once more, with its step for Back
      }
      address.write(message);
      reports.keep(message);
    },
  };
}

/**
 * Make what the map asks of its page.
 *
 * @param {MapBox} box
 * @param {FrameLink} link
 * @param {Teller} teller
 * @returns {Takes}
 */
function takesOfPage({ box, iframe, fill }, link, teller) {
  async function toggleFullScreen() {
    if (document.fullscreenElement) await document.exitFullscreen();
    else await iframe.requestFullscreen();
  }

  return {
    "timemap:start-closed": remember,
    "timemap:page"({ page }) {
      const { pages } = link.data;
      if (Object.hasOwn(pages, page)) teller.leave(() => leadTo(new URL(pages[page], document.baseURI).href));
    },
    "timemap:notes": ({ open }) => rememberNotes(open === true),
    "timemap:scene": ({ scene }) => teller.happened("scene", scene),
    "timemap:full-screen"() {
      // refused by the browser: the map fills the window
      toggleFullScreen().catch(() => {
        const fillsWindow = !box.classList.contains("whole");
        fill(fillsWindow);
        link.send({ type: "timemap:set", state: { fillsWindow } });
      });
    },
    "timemap:presenting"({ presenting }) {
      fill(presenting === true);
      if (presenting) iframe.focus(); // to where Escape ends it
    },
  };
}

/**
 * Pass the keys of the page on that are the map's.
 *
 * @param {MapBox} box
 * @param {FrameLink} link
 * @param {AbortSignal} signal
 */
function passKeysOn({ host, iframe }, link, signal) {
  document.addEventListener("keydown", (event) => {
    const { lesson, presenting } = link.last?.state ?? {};
    const state = { inLesson: Boolean(lesson), presenting: Boolean(presenting), host };
    if (!link.ready || !isForMap(event, document, state)) return;
    const { key, code, shiftKey, repeat } = event;
    if (key !== "Escape") event.preventDefault();
    if (rowsOf(event, true)[0]?.action === "help") iframe.focus(); // to where the list of keys opens and is closed
    link.send({ type: "timemap:key", key, code, shiftKey, repeat });
  }, { signal });
}

/**
 * Listen to presses on the page. They may lead away, or cite where the map is looked at.
 *
 * @param {MapBox} box
 * @param {ReturnType<typeof createReports>} reports
 * @param {Teller} teller
 * @param {AbortSignal} signal
 */
function listenToPresses({ box, iframe }, reports, teller, signal) {
  /** @param {Event} event */
  function notice(event) {
    const root = /** @type {Document|ShadowRoot} */ (iframe.getRootNode());
    teller.notice(event, () => root.activeElement === iframe);
    if (event.type === "pointerdown") reports.tellView();
  }

  for (const name of PRESSES) globalThis.addEventListener(name, notice, { capture: true, signal });
  for (const name of ["pointerenter", "pointerleave"]) box.addEventListener(name, reports.turn);
  for (const name of ["focus", "blur"]) iframe.addEventListener(name, reports.turn);
}
