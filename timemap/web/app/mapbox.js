// Box of the map on the page: its frame, height, theme, and whole window.

import { SAID } from "#timemap/app/mapkeys.js";

/** How the focus moves. */
const FOCUS = ["focusin", "focusout"];

/**
 * @typedef {object} MapBox
 * @property {HTMLElement} box
 * @property {Element} host what is on the page for all of it
 * @property {HTMLIFrameElement} iframe
 * @property {HeadStart|null} begun what was begun with the page; null where the frame is new
 * @property {HTMLElement} loading
 * @property {(whole: boolean) => void} fill lay the map over all of the page, or put it back
 * @property {() => void} fit end the map where the screen ends
 * @property {() => "light"|"dark"} theme
 */

/**
 * Return "dark" or "light" for a background colour as a browser writes it.
 *
 * @param {string} colour
 * @returns {"light"|"dark"}
 */
export function themeOf(colour) {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(colour.trim())?.slice(1);
  const parts = hex?.map((part) => parseInt(part, 16));
  const [red, green, blue] = parts ?? colour.match(/\d+(\.\d+)?/g)?.map(Number) ?? [255, 255, 255];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 128 ? "dark" : "light";
}

/**
 * Make the box with its frame.
 *
 * @param {ShadowRoot} root
 * @param {{document: string, frame: Record<string, string>}} data
 * @param {AbortSignal} signal its end
 * @returns {MapBox}
 */
export function createBox(root, data, signal) {
  const { host } = root;
  const box = document.createElement("div");
  box.className = "box";
  const loading = document.createElement("p");
  loading.className = "loading";
  loading.setAttribute("role", "status");
  loading.textContent = "Loading the map";
  root.append(box);
  const begun = takeOver(box, data);
  const iframe = begun?.iframe ?? addFrame(box, data.frame);
  box.append(loading);

  /** @param {boolean} whole in the top layer it keeps its document */
  function fill(whole) {
    if (whole === box.classList.contains("whole")) return;
    box.classList.toggle("whole", whole);
    if (!("togglePopover" in box)) return; // Safari before 17: the style sheet alone lays it over the page
    /* eslint-disable no-restricted-properties -- asked for above */
    if (whole) box.popover = "manual";
    box.togglePopover(whole);
    /* eslint-enable no-restricted-properties */
    if (!whole) box.removeAttribute("popover");
  }

  /** What stands above the map on the page is taken off its height. */
  function fit() {
    const main = host.closest('[data-testid="stMain"]');
    const { top } = host.getBoundingClientRect();
    const above = main ? top - main.getBoundingClientRect().top + main.scrollTop : top;
    box.style.setProperty("--above", `${Math.max(0, Math.round(above))}px`);
  }

  const watcher = new globalThis.ResizeObserver(fit);
  watcher.observe(document.documentElement);
  watcher.observe(host);
  signal.addEventListener("abort", () => watcher.disconnect());
  liveWithDialogs(host, signal);
  return {
    box, host, iframe, begun, loading, fill, fit,
    theme: () => themeOf(globalThis.getComputedStyle(host).getPropertyValue("--st-background-color")),
  };
}

/**
 * Let the map go on beside a dialog of Streamlit's.
 *
 * It makes all else inert, also where it only says that the server is lost, which the map can do without. It would also
 * fetch the focus back from whoever types into the map: it does not hear that it was left.
 *
 * @param {Element} host
 * @param {AbortSignal} signal
 */
function liveWithDialogs(host, signal) {
  function stayAlive() {
    const held = () => host.closest("[inert]");
    for (let outer = held(); outer !== null; outer = held()) outer.removeAttribute("inert");
  }

  /** @param {Event} event */
  function letFocusGo(event) {
    const dialog = document.querySelector(SAID);
    const target = /** @type {Node|null} */ (event.target);
    if (dialog !== null && (target === host || dialog.contains(target))) event.stopImmediatePropagation();
  }

  const dialogs = new globalThis.MutationObserver(stayAlive);
  dialogs.observe(document.documentElement, { subtree: true, attributeFilter: ["inert"] });
  signal.addEventListener("abort", () => dialogs.disconnect());
  for (const name of FOCUS) globalThis.addEventListener(name, letFocusGo, { capture: true, signal });
}

/**
 * Take over the frame that was begun with the page, if it has the document.
 *
 * See headstart.js.
 *
 * @param {HTMLElement} box
 * @param {{document: string}} data
 * @returns {HeadStart|null}
 */
function takeOver(box, data) {
  const early = globalThis.timemapHeadStart;
  delete globalThis.timemapHeadStart;
  if (early?.iframe.isConnected && early.iframe.src.split("#")[0] === new URL(data.document, document.baseURI).href) {
    try {
      /* eslint-disable no-restricted-properties -- only a browser that moves frames has an early one */
      box.moveBefore(early.iframe, null);
      early.iframe.removeAttribute("id");
      early.iframe.inert = false;
      /* eslint-enable no-restricted-properties */
      return early;
    } catch {
      // the box is not on the page yet: a new frame is as good
    }
  }
  early?.iframe.remove();
  return null;
}

/** @param {HTMLElement} box @param {Record<string, string>} attributes */
function addFrame(box, attributes) {
  const iframe = document.createElement("iframe");
  for (const [name, value] of Object.entries(attributes)) iframe.setAttribute(name, value);
  box.append(iframe);
  return iframe;
}
