// The map's document is opened in one sandboxed frame once; afterwards every change reaches it as a message, and what it tells goes back.

const SANDBOX = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads";
/** What only a command of the page may change: on any other message the map keeps what its own reader set. */
const OWN = ["moment", "lesson", "scene", "compare", "mode", "window", "selected"];
/** Keys that are the map's wherever on the page they are pressed. */
const KEYS = new Set(["ArrowLeft", "ArrowRight", "PageUp", "PageDown", "Home", "End", " ", "b", "B", "f", "F", "?"]);
/** What Streamlit says in a dialog stands in a corner (see app.css), such as that the server is lost, without which the map goes on. */
const SAID = '[data-testid="stDialog"] [role="dialog"]';
/** Where the focus is when it is on nothing in particular: the page, the part of it that scrolls, and what is only said. */
const NOTHING = `body, [data-testid="stMain"], ${SAID}`;
/** What may lead to another page, and shows that its reader has stayed where it does not. */
const PRESSES = ["pointerdown", "click", "pointercancel", "blur"];
/** What takes the keys while it is open. */
const DIALOG = `[role="dialog"]:not([popover], ${SAID}), dialog[open]`;
/** Free space under the map, in CSS pixels. */
const BELOW = 16;
/** Milliseconds after which who pressed a link and is still here is taken to stay. */
const WAY = 15_000;
/** Milliseconds that what else is on the page waits for the map; a document that does not start must not keep it away. */
const PATIENCE = 5000;

/** @type {WeakMap<Node, ReturnType<typeof createFrame>>} */
const frames = new WeakMap();
/** For each map by its name all that it told, and who takes it to the server: nobody before its ear is there, or while its reader is on the way to another page; then it waits. */
const voices = new Map();

/**
 * @typedef {object} Teller
 * @property {(name: string, value: unknown) => void} setStateValue tells Streamlit what stays so
 * @property {(name: string, value: unknown) => void} setTriggerValue tells Streamlit what has just happened
 */

/**
 * Streamlit calls this for the map and for its ear, at the mount and after every rerun that changes the data or the theme.
 *
 * @param {{parentElement: ShadowRoot, data: object} & Teller} component
 *   `data` is {name, ear: true, view} for the ear of the map of that name, `view` for whether it hears where that is looked at; for the map it is {name, document, command, message}: the
 *   document is its address, seen from any page of the app, none of which lies deeper than another.
 * @returns {() => void} to be called when the component goes away
 */
export default function mapComponent({ parentElement, data, setStateValue, setTriggerValue }) {
  if (data.ear) {
    lendEar(voiceOf(data.name), setStateValue, data.view);
    return () => {};
  }
  if (!frames.has(parentElement)) frames.set(parentElement, createFrame(parentElement, voiceOf(data.name)));
  const frame = frames.get(parentElement);
  frame.receive(data, { setStateValue, setTriggerValue });
  return () => {
    frame.destroy();
    frames.delete(parentElement);
  };
}

/** Streamlit may take the ear off the page for a moment (see component.py); what is told then still goes through it, and brings it back. */
function lendEar(voice, setStateValue, view) {
  voice.view = view;
  voice.speak = () => setStateValue("told", voice.told);
  speak(voice);
}

function voiceOf(name) {
  if (!voices.has(name)) voices.set(name, { told: {}, waits: new Set(), leaving: false, busy: false, speak: null, hold: null, view: false });
  return voices.get(name);
}

function tell(voice, part) {
  voice.told = { ...voice.told, ...part };
  voice.waits.add("speak");
  speak(voice);
}

/**
 * Tell what waits, one thing at a time: of all that is told in one task Streamlit makes one message and one run, that of a fragment where one is among it.
 * Nothing is told after a link was pressed: with each message Streamlit names the page that it still shows, and would bring its reader back.
 */
function speak(voice) {
  if (voice.leaving || voice.busy) return;
  const way = ["hold", "speak"].find((name) => voice.waits.has(name) && voice[name] !== null);
  if (way === undefined) return;
  voice.waits.delete(way);
  voice[way]();
  voice.busy = true;
  setTimeout(() => {
    voice.busy = false;
    speak(voice);
  });
}

/**
 * Return what a message carries to the map: everything at first and on a command, else not what the map's own reader sets.
 *
 * @param {object} state
 * @param {boolean} commanded
 * @returns {object}
 */
export function toSend(state, commanded) {
  if (commanded) return state;
  return Object.fromEntries(Object.entries(state).filter(([name]) => !OWN.includes(name)));
}

/**
 * Return the part of the map's state that the page keeps, or null when it is not worth telling.
 *
 * @param {object} state
 * @returns {{moment: string, mode: string, window: number, selected: string|null, compare: string|null, lesson: string, scene: number}|null}
 */
export function toKeep(state) {
  if (state === null || typeof state !== "object" || state.playing || typeof state.moment !== "string") return null;
  return { moment: state.moment, mode: state.mode, window: state.window, selected: state.selected ?? null, compare: state.compare ?? null, lesson: state.lesson ?? "", scene: state.scene ?? 0 };
}

/**
 * Return whether a key press of the page is the map's: with the focus on nothing in particular, no dialog open and nothing held but Shift.
 * A note that stands beside its word (a popover) is in nobody's way.
 *
 * @param {KeyboardEvent} event
 * @param {{querySelector: (selector: string) => unknown}} page
 * @returns {boolean}
 */
export function isForMap(event, page) {
  if (!KEYS.has(event.key) || event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.defaultPrevented) return false;
  return event.target.matches(NOTHING) && page.querySelector(DIALOG) === null;
}

/**
 * Return whether a press is on its way to another page of the app, in this window.
 *
 * @param {Event & {button?: number, ctrlKey?: boolean, shiftKey?: boolean, metaKey?: boolean, altKey?: boolean}} event a press of a pointer, or a click, which may come from a key
 * @param {{origin: string, pathname: string}} here
 * @returns {boolean}
 */
export function leadsAway(event, here) {
  if (event.button > 0 || event.ctrlKey || event.shiftKey || event.metaKey || event.altKey) return false;
  const link = event.composedPath().find((node) => node.href !== undefined && node.pathname !== undefined);
  if (link === undefined || link.download || !link.protocol.startsWith("http")) return false;
  return !["_blank", "_parent", "_top"].includes(link.target) && link.origin === here.origin && link.pathname !== here.pathname;
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

function createFrame(root, voice) {
  const host = root.host ?? root;
  const box = document.createElement("div");
  box.className = "box";
  const loading = document.createElement("p");
  loading.className = "loading";
  loading.setAttribute("role", "status");
  loading.textContent = "Loading the map";
  const iframe = document.createElement("iframe");
  iframe.setAttribute("sandbox", SANDBOX);
  iframe.setAttribute("allow", "fullscreen");
  iframe.title = "Map with its date slider";
  box.append(iframe, loading);
  root.append(box);

  let shown = "";
  let arrived = false;
  let ready = false;
  let teller = null;
  let message = null;
  let command = null;
  let known = "";
  let view = null;
  let knownView = "";
  let patience = 0;
  let way = 0;
  voice.told = {};
  voice.leaving = false;
  voice.waits.clear();

  function receive(data, newTeller) {
    teller = newTeller;
    message = { ...data.message, state: { ...data.message.state, theme: theme() } };
    const commanded = data.command !== command;
    command = data.command;
    if (data.document !== shown) open(data.document);
    else if (ready) post(commanded);
    fit();
  }

  function open(address) {
    const url = new URL(address, document.baseURI).href;
    if (shown === "") iframe.src = url;
    else iframe.contentWindow.location.replace(url); // a new source would be a step of the browser's history
    shown = address;
    ready = false;
    loading.hidden = false;
    clearTimeout(patience);
    patience = setTimeout(arrive, PATIENCE);
  }

  /** What the server says in place of a document that is gone is to be read. */
  function uncover() {
    if (shown !== "") loading.hidden = true;
  }

  /** The page draws the rest. */
  function arrive() {
    clearTimeout(patience);
    if (arrived) return;
    arrived = true;
    voice.hold = () => teller.setStateValue("arrived", true);
    voice.waits.add("hold");
    speak(voice);
  }

  function post(commanded) {
    if (commanded) known = JSON.stringify(toKeep(message.state));
    iframe.contentWindow.postMessage({ ...message, state: toSend(message.state, commanded) }, "*");
  }

  function listen(event) {
    if (event.source !== iframe.contentWindow || event.data === null || typeof event.data !== "object") return;
    if (event.data.type === "timemap:ready") {
      ready = true;
      loading.hidden = true;
      post(true);
      arrive();
    } else if (event.data.type === "timemap:state" && ready) {
      keep(toKeep(event.data.state));
    } else if (event.data.type === "timemap:view") {
      view = event.data.view;
    } else if (event.data.type === "timemap:scene") {
      teller.setTriggerValue("scene", event.data.scene);
    } else if (event.data.type === "timemap:full-screen") {
      toggleFullScreen().catch(() => fill(!box.matches(":popover-open"))); // refused by the browser: the map fills the window
    } else if (event.data.type === "timemap:presenting") {
      fill(event.data.presenting === true);
    }
  }

  function passOn(event) {
    if (!ready || !isForMap(event, document)) return;
    event.preventDefault();
    const { key, shiftKey, repeat } = event;
    if (key === "?") iframe.focus(); // to where the list of keys opens and is closed
    iframe.contentWindow.postMessage({ type: "timemap:key", key, shiftKey, repeat }, "*");
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

  function keep(seen) {
    const text = JSON.stringify(seen);
    if (seen === null || text === known) return;
    known = text;
    tell(voice, { command, ...seen });
  }

  /** Where the map is looked at is told when its reader turns to the page, where files are made of what is seen; panning itself tells nothing. */
  function tellView() {
    const text = JSON.stringify(view);
    if (!voice.view || view === null || text === knownView) return;
    knownView = text;
    tell(voice, { view });
  }

  /** What waited is told when its reader is seen to stay: who pressed on a link but let go elsewhere, or came back to the map, or is still here after a while. */
  function notice(event) {
    if (event.type === "blur") {
      if (event.target === globalThis) setTimeout(() => iframe.getRootNode().activeElement === iframe && stay());
      return;
    }
    const leads = event.type !== "pointercancel" && leadsAway(event, globalThis.location);
    if (event.type === "click" && leads) {
      clearTimeout(way);
      way = setTimeout(stay, WAY);
    }
    if (leads) voice.leaving = true;
    else if (way === 0) stay();
  }

  function stay() {
    clearTimeout(way);
    way = 0;
    voice.leaving = false;
    speak(voice);
  }

  function theme() {
    return themeOf(globalThis.getComputedStyle(host).getPropertyValue("--st-background-color"));
  }

  /** The map ends where the screen ends: what stands above it on the page is taken off its height. */
  function fit() {
    const main = host.closest('[data-testid="stMain"]');
    const above = main ? host.getBoundingClientRect().top - main.getBoundingClientRect().top + main.scrollTop : host.getBoundingClientRect().top;
    box.style.setProperty("--above", `${Math.max(0, Math.round(above)) + BELOW}px`);
  }

  /** A dialog of Streamlit's makes all else inert; the map, which goes on without a server, stays as it is. */
  function stayAlive() {
    for (let held = host.closest("[inert]"); held !== null; held = host.closest("[inert]")) held.removeAttribute("inert");
  }

  const dialogs = new globalThis.MutationObserver(stayAlive);
  dialogs.observe(document.documentElement, { subtree: true, attributeFilter: ["inert"] });
  const watcher = new globalThis.ResizeObserver(fit);
  watcher.observe(document.documentElement);
  watcher.observe(host);
  globalThis.addEventListener("message", listen);
  document.addEventListener("keydown", passOn);
  for (const name of PRESSES) globalThis.addEventListener(name, notice, true);
  box.addEventListener("pointerleave", tellView);
  iframe.addEventListener("blur", tellView);
  iframe.addEventListener("load", uncover);

  return {
    receive,
    destroy() {
      clearTimeout(patience);
      clearTimeout(way);
      voice.hold = null;
      watcher.disconnect();
      dialogs.disconnect();
      globalThis.removeEventListener("message", listen);
      document.removeEventListener("keydown", passOn);
      for (const name of PRESSES) globalThis.removeEventListener(name, notice, true);
      box.remove();
    },
  };
}
