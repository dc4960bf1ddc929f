// The map's document stands in one sandboxed frame; it holds the state, and the page writes that to its address and tells the server.

import { createPaper } from "#timemap/app/listpaper.js";
import { createTeller } from "#timemap/app/teller.js";
import { opensHereOnly } from "#timemap/page/here.js";
import { isRemembered, remember } from "#timemap/start/remembered.js";
import { isNamedIn } from "#timemap/state/fields.js";
import { rowOf } from "#timemap/time/keytable.js";

/** What Streamlit says in a dialog stands in a corner (see app.css), such as that the server is lost, without which the map goes on. */
const SAID = '[data-testid="stDialog"] [role="dialog"]';
/** Where the focus is when it is on nothing in particular: the page, the part of it that scrolls, and what is only said. */
const NOTHING = `body, [data-testid="stMain"], ${SAID}`;
/** What may lead to another page, and shows that its reader has stayed where it does not. */
const PRESSES = ["pointerdown", "click", "pointercancel", "blur"];
/** How the focus moves. */
const FOCUS = ["focusin", "focusout"];
/** What takes the keys while it is open. */
const DIALOG = `[role="dialog"]:not([popover], ${SAID}), dialog[open]`;
/** Esc closes what the map has open, and stays the page's own as well. */
const CLOSING = Object.freeze({});
/** Milliseconds that what else is on the page waits for the map; a document that does not start must not keep it away. */
const PATIENCE = 5000;
/** Fields of the state that are told only when their reader turns to the page, and never alone. */
const QUIET = ["lat", "lon", "zoom", "playing"];

/** @type {WeakMap<Node, ReturnType<typeof createFrame>>} */
const frames = new WeakMap();

/**
 * Streamlit calls this at the mount and after every rerun that changes the data or the theme.
 *
 * @param {object} component
 * @param {ShadowRoot} component.parentElement
 * @param {object} component.data `document` is the address of the document, relative to the page that has all others; `frame` has the attributes of its frame; `names` are those that an address of the
 *   map may have; `start` is the state as an address has it; another `command` shows that state again; `pages` are pages that the start of the map leads to, `welcome` whether it is shown at once; `page` is what only the page sets, `once` the same with a command; `explicit` are names that the address of the page always has
 * @param {(name: string, value: unknown) => void} component.setStateValue tells Streamlit what stays so
 * @param {(name: string, value: unknown) => void} component.setTriggerValue tells Streamlit what has just happened
 * @returns {() => void} to be called when the component goes away
 */
export function mapComponent({ parentElement, data, setStateValue, setTriggerValue }) {
  if (!frames.has(parentElement)) frames.set(parentElement, createFrame(parentElement, data));
  const frame = frames.get(parentElement);
  frame.receive(data, { setStateValue, setTriggerValue });
  return () => {
    frame.destroy();
    frames.delete(parentElement);
  };
}

/**
 * Return an address of the map merged with another: a name that the second has counts as there.
 *
 * @param {string} start
 * @param {string} own
 * @returns {string}
 */
export function merged(start, own) {
  const names = new URLSearchParams(start);
  for (const [name, value] of new URLSearchParams(own)) names.set(ownName(name), value);
  return names.toString();
}

/**
 * Return the address of the page with the state of the map in it, and whatever else was there.
 *
 * @param {string} search the query of the page now
 * @param {string} address the state of the map
 * @param {string[]} names those that the map may have
 * @param {string[]} [explicit] those of them that are there in any case, empty where the state has none
 * @returns {string} with "?" where it is not empty
 */
export function pageQuery(search, address, names, explicit = []) {
  const own = new URLSearchParams(address);
  const none = explicit.filter((name) => !own.has(name)).map((name) => `${name}=`);
  const others = [...new URLSearchParams(search)].filter(([name]) => !names.includes(ownName(name)));
  const query = [address, ...none, new URLSearchParams(others).toString()].filter(Boolean).join("&");
  return query === "" ? "" : `?${query}`;
}

/** Lead to another page of the app as Back would: that keeps the visit. */
function leadTo(address) {
  globalThis.history.pushState({}, "", address);
  globalThis.dispatchEvent(new globalThis.PopStateEvent("popstate", { state: {} }));
}

/** The name as it was meant, without what a mail program made of the "&" before it. */
function ownName(name) {
  return name.replace(/^(amp;)+/, "");
}

/**
 * Return the part of the map's state that the server is told at once, or null when it is not worth telling.
 *
 * @param {object} state
 * @returns {object|null}
 */
export function toTell(state) {
  if (state === null || typeof state !== "object" || state.playing || typeof state.moment !== "string") return null;
  return Object.fromEntries(Object.entries(state).filter(([name]) => !QUIET.includes(name)));
}

/**
 * Return whether a key press of the page is the map's: one that is not only the map's own, with the focus on nothing in particular, no dialog open and nothing held but Shift.
 * A note that stands beside its word (a popover) is in nobody's way.
 *
 * @param {KeyboardEvent} event
 * @param {{querySelector: (selector: string) => unknown}} page
 * @param {boolean} inLesson whether a lesson runs
 * @param {Element|null} [host] what has the map's frame: while the focus is on its way there, keys still come to the page
 * @returns {boolean}
 */
export function isForMap(event, page, inLesson, host = null) {
  const row = event.key === "Escape" ? CLOSING : rowOf(event, inLesson);
  if (!row || row.inMap || event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.defaultPrevented) return false;
  return (event.target === host || event.target.matches(NOTHING)) && page.querySelector(DIALOG) === null;
}

/**
 * Return "dark" or "light" for a background colour written as the browser computes it.
 *
 * @param {string} colour
 * @returns {"light"|"dark"}
 */
export function themeOf(colour) {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(colour.trim());
  const parts = hex ? hex.slice(1).map((part) => parseInt(part, 16)) : (colour.match(/\d+(\.\d+)?/g) ?? [255, 255, 255]).map(Number);
  const [red, green, blue] = parts;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 128 ? "dark" : "light";
}

/**
 * Put the frame into its box: that which was begun with the page (see headstart.js), if it has the same document, or a new one.
 *
 * @param {HTMLElement} box
 * @param {{document: string, frame: Record<string, string>}} data
 * @returns {{iframe: HTMLIFrameElement, ready: boolean|null, presenting?: boolean}} `ready` says whether the document is; null where it has not begun
 */
function place(box, data) {
  const early = globalThis.timemapHeadStart;
  delete globalThis.timemapHeadStart;
  if (early?.iframe.isConnected && early.iframe.src.split("#")[0] === new URL(data.document, document.baseURI).href) {
    try {
      box.moveBefore(early.iframe, null);
      early.iframe.removeAttribute("id");
      early.iframe.inert = false;
      return early;
    } catch {
      // the box is not on the page yet: a new frame is as good
    }
  }
  early?.iframe.remove();
  const iframe = document.createElement("iframe");
  for (const [name, value] of Object.entries(data.frame)) iframe.setAttribute(name, value);
  box.append(iframe);
  return { iframe, ready: null };
}

function createFrame(root, first) {
  const host = root.host ?? root;
  const box = document.createElement("div");
  box.className = "box";
  const loading = document.createElement("p");
  loading.className = "loading";
  loading.setAttribute("role", "status");
  loading.textContent = "Loading the map";
  root.append(box);
  const paper = createPaper(root);
  const begun = place(box, first);
  const { iframe } = begun;
  box.append(loading);

  const path = globalThis.location.pathname;
  const teller = createTeller(() => unwritten !== null && write(unwritten));
  let shown = "";
  let ready = false;
  let data = null;
  let told = "";
  let last = null; // what the map told last
  let patience = 0;
  let turned = false;
  let unwritten = null;
  const askers = [];

  function receive(newData, streamlit) {
    const commanded = data !== null && newData.command !== data.command;
    data = newData;
    teller.receive(streamlit);
    if (data.document !== shown) open();
    else if (ready && commanded) command(data.start);
    else if (ready) send({ type: "timemap:set", state: { theme: theme(), ...data.page } });
    fit();
  }

  function open() {
    const isBegun = shown === "" && begun.ready !== null;
    shown = data.document;
    ready = false;
    loading.hidden = false;
    if (!isBegun) load(new URL(shown, document.baseURI).href);
    clearTimeout(patience);
    patience = setTimeout(() => teller.tell("told", { command: data.command }), PATIENCE);
    if (isBegun && begun.ready) takes["timemap:ready"]();
    if (isBegun && begun.presenting) takes["timemap:presenting"](begun); // as its address asked for
  }

  function load(url) {
    if (iframe.src === "") iframe.src = url;
    else iframe.contentWindow.location.replace(url); // no step of its own for Back
  }

  const send = (message) => iframe.contentWindow.postMessage(message, "*");

  /** Show a whole state, and what only the page sets; what the map tells from then on names the command. */
  function command(asked) {
    const isBare = last === null && ![asked, globalThis.location.search].some((text) => isNamedIn(text, [...data.names, "embed"]));
    const start = { pages: Object.keys(data.pages), shown: data.welcome && isBare && !isRemembered() };
    send({ type: "timemap:open", address: asked, command: data.command, state: { theme: theme(), ...data.page, ...data.once }, start });
  }

  const takes = {
    "timemap:ready"() {
      ready = true;
      loading.hidden = true;
      clearTimeout(patience);
      command(last === null ? merged(data.start, globalThis.location.search) : last.address); // a frame may be loaded again
    },
    "timemap:state"(message) {
      if (!ready) return;
      last = message;
      if (message.look) for (const tell of askers.splice(0)) tell({ ...message.state, ...message.look });
      write(message);
      keep(toTell(message.state));
      if (turned) tellView(); // the map told where it is looked at after its reader had left it
    },
    "timemap:list": paper.take,
    "timemap:start-closed": remember,
    "timemap:page": ({ page }) => Object.hasOwn(data.pages, page) && leadTo(new URL(data.pages[page], document.baseURI).href),
    "timemap:share": ({ address }) => share(address),
    "timemap:scene": ({ scene }) => teller.happened("scene", scene),
    "timemap:full-screen": () => toggleFullScreen().catch(() => fill(!box.matches(":popover-open"))), // refused by the browser: the map fills the window
    "timemap:presenting"({ presenting }) {
      fill(presenting === true);
      if (presenting) iframe.focus(); // to where Escape ends it
    },
  };

  function listen({ source, data: message }) {
    if (source !== iframe.contentWindow || message === null || typeof message !== "object") return;
    if (Object.hasOwn(takes, message.type)) takes[message.type](message);
  }

  /** While its reader may be on the way to another page the address waits, too. */
  function write({ step }) {
    const { history, location } = globalThis;
    if (data.page.draft) return; // a lesson that is only in this window has no address
    unwritten = teller.leaving() ? { step: unwritten?.step === "new" ? "new" : step } : null;
    if (unwritten !== null || location.pathname !== path) return;
    const query = pageQuery(location.search, last.address, data.names, data.explicit);
    if (query === location.search) return;
    history[step === "new" ? "pushState" : "replaceState"](history.state, "", `${path}${query}${location.hash}`);
  }

  /** Say at which address this page shows a state; its server says who can follow that, and makes a QR code of it. */
  async function share(asked) {
    const { location, fetch } = globalThis;
    const query = pageQuery(location.search, String(asked), data.names, data.explicit);
    const address = `${location.origin}${path}${query}`;
    const own = { address, here: opensHereOnly(address), picture: "" };
    const said = await fetch(new URL(`share${query}`, document.baseURI)).then((answer) => answer.json()).catch(() => ({}));
    send({ ...own, ...said, type: "timemap:shared" });
  }

  function goBack() {
    if (ready && globalThis.location.pathname === path) send({ type: "timemap:open", address: globalThis.location.search });
  }

  function keep(wanted) {
    const text = JSON.stringify(wanted);
    if (wanted === null || text === told) return;
    told = text;
    tellAll();
  }

  function tellAll() {
    const { state, address, command: followed } = last;
    teller.tell("told", { ...state, address, command: followed });
  }

  /** Where the map is looked at is told when its reader turns to the page, where files are made of what is seen; panning itself tells nothing. */
  function tellView() {
    if (last !== null && toTell(last.state) !== null) tellAll();
  }

  function turn({ type }) {
    turned = type === "pointerleave" || type === "blur";
    if (turned) tellView();
  }

  function passOn(event) {
    if (!ready || !isForMap(event, document, Boolean(last?.state.lesson), host)) return;
    const { key, code, shiftKey, repeat } = event;
    if (key !== "Escape") event.preventDefault();
    if (rowOf(event, true)?.does === "help") iframe.focus(); // to where the list of keys opens and is closed
    send({ type: "timemap:key", key, code, shiftKey, repeat });
  }

  /** Lay the map over all of the page, or put it back; in the top layer it keeps its document. */
  function fill(whole) {
    if (whole === box.matches(":popover-open")) return;
    if (whole) box.popover = "manual";
    box.togglePopover(whole);
    if (!whole) box.removeAttribute("popover");
  }

  async function toggleFullScreen() {
    if (document.fullscreenElement) await document.exitFullscreen();
    else await iframe.requestFullscreen();
  }

  function theme() {
    return themeOf(globalThis.getComputedStyle(host).getPropertyValue("--st-background-color"));
  }

  /** The map ends where the screen ends: what stands above it on the page is taken off its height. */
  function fit() {
    const main = host.closest('[data-testid="stMain"]');
    const above = main ? host.getBoundingClientRect().top - main.getBoundingClientRect().top + main.scrollTop : host.getBoundingClientRect().top;
    box.style.setProperty("--above", `${Math.max(0, Math.round(above))}px`);
  }

  /** A dialog of Streamlit's makes all else inert; the map, which goes on without a server, stays as it is. */
  function stayAlive() {
    for (let held = host.closest("[inert]"); held !== null; held = host.closest("[inert]")) held.removeAttribute("inert");
  }

  /** What the server says in place of a document that is gone is to be read. */
  function uncover() {
    if (shown !== "") loading.hidden = true;
  }

  /** Such a dialog would also fetch the focus back from whoever types into the map: it does not hear that it was left. */
  function letFocusGo(event) {
    const dialog = document.querySelector(SAID);
    if (dialog !== null && (event.target === host || dialog.contains(event.target))) event.stopImmediatePropagation();
  }

  /** Return the state of the map at this moment, for what else on the page asks for a file of it (see downloadbutton.js); null where it has not started. */
  async function seen() {
    if (!ready) return null;
    const answer = new Promise((resolve) => {
      askers.push(resolve);
    });
    send({ type: "timemap:ask" });
    return answer;
  }

  /** Whatever is pressed on the page, such as what cites the view, is to know where the map is looked at. */
  function notice(event) {
    teller.notice(event, () => iframe.getRootNode().activeElement === iframe);
    if (event.type === "pointerdown") tellView();
  }

  const dialogs = new globalThis.MutationObserver(stayAlive);
  dialogs.observe(document.documentElement, { subtree: true, attributeFilter: ["inert"] });
  const watcher = new globalThis.ResizeObserver(fit);
  watcher.observe(document.documentElement);
  watcher.observe(host);
  globalThis.timemapSeen = seen;
  globalThis.addEventListener("message", listen);
  globalThis.addEventListener("popstate", goBack);
  document.addEventListener("keydown", passOn);
  for (const name of PRESSES) globalThis.addEventListener(name, notice, true);
  for (const name of FOCUS) globalThis.addEventListener(name, letFocusGo, true);
  iframe.addEventListener("load", uncover);
  for (const name of ["pointerenter", "pointerleave"]) box.addEventListener(name, turn);
  for (const name of ["focus", "blur"]) iframe.addEventListener(name, turn);

  return {
    receive,
    destroy() {
      clearTimeout(patience);
      teller.destroy();
      paper.destroy();
      watcher.disconnect();
      dialogs.disconnect();
      if (globalThis.timemapSeen === seen) delete globalThis.timemapSeen;
      globalThis.removeEventListener("message", listen);
      globalThis.removeEventListener("popstate", goBack);
      document.removeEventListener("keydown", passOn);
      for (const name of PRESSES) globalThis.removeEventListener(name, notice, true);
      for (const name of FOCUS) globalThis.removeEventListener(name, letFocusGo, true);
      box.remove();
    },
  };
}
