// Buttons in the head of the page that lead to what stands under the map.

const BACK = "Back to map";
const MAP = "map";

/** @typedef {[words: string, key: string]} Part words on a button and the key of what it leads to */

/** @typedef {{draw: (parts: Part[]) => void, stop: () => void}} JumpButtons */

/** @type {WeakMap<Node, JumpButtons>} */
const drawn = new WeakMap();

/**
 * Show the buttons.
 *
 * Streamlit calls this at the mount and after every rerun that changes the data.
 *
 * @param {{parentElement: ShadowRoot, data: {parts: Part[]}}} component
 * @returns {() => void} to be called when the component goes away
 */
export default function jumpButtonsComponent({ parentElement, data }) {
  const { draw, stop } = drawn.get(parentElement) ?? create(parentElement);
  draw(data.parts);
  return () => {
    stop();
    drawn.delete(parentElement);
  };
}

/** @param {ShadowRoot} root @returns {JumpButtons} */
function create(root) {
  const nav = document.createElement("nav");
  nav.setAttribute("aria-label", "Under the map");
  root.append(nav);
  const back = button(BACK, () => partOf(MAP)?.scrollIntoView({ block: "end", behavior: smooth() }));
  back.className = "back";
  back.hidden = true;
  const watcher = new globalThis.IntersectionObserver((seen) => {
    back.hidden = (seen.at(-1)?.intersectionRatio ?? 0) > 0.6; // a busy browser tells of several crossings at once
  }, { threshold: [0, 0.6, 0.61] });
  /** @type {Element|null} */
  let watched = null;
  const arrivals = new globalThis.MutationObserver(watch);

  /** Watch the map, which may come to the page after these buttons. */
  function watch() {
    const map = partOf(MAP);
    arrivals.disconnect();
    if (map === null) arrivals.observe(document.body, { childList: true, subtree: true });
    if (map === null || map === watched) return;
    if (watched !== null) watcher.unobserve(watched);
    watched = map;
    watcher.observe(map);
  }

  /** @param {Part[]} parts */
  function draw(parts) {
    nav.replaceChildren(back, ...parts.map(([words, key]) => button(words, () => lead(key))));
    watch();
  }

  function stop() {
    watcher.disconnect();
    arrivals.disconnect();
  }

  /** @type {JumpButtons} */
  const made = { draw, stop };
  drawn.set(root, made);
  return made;
}

/** @param {string} words @param {() => void} press */
function button(words, press) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = words;
  made.addEventListener("click", press);
  return made;
}

const partOf = (/** @type {string} */ key) => document.querySelector(`.st-key-${key}`);

function smooth() {
  return globalThis.matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
}

/**
 * Open what is folded, bring it into sight, and let the keys go on there.
 *
 * @param {string} key
 */
function lead(key) {
  const part = partOf(key);
  if (part === null) return;
  const fold = part instanceof HTMLDetailsElement ? part : part.querySelector("details");
  const summary = fold?.querySelector("summary") ?? null;
  if (!fold?.open) summary?.click();
  part.scrollIntoView({ block: "start", behavior: smooth() });
  /** @type {HTMLElement|null} */
  const first = summary ?? part.querySelector("input, button, a");
  first?.focus({ preventScroll: true });
}
