// Divider between the two days, moved by mouse, finger, pen or keys. It says which day each side shows.

import { element } from "#timemap/page/nodes.js";

const STEP = 0.02; // share of the width by which a key moves it
const STRIDE = 0.1; // with Shift
const LEAST = 0.02; // it can always be taken back from the edge
const BESIDE = 60; // pixels that a day beside the divider needs besides its own width, with the buttons of the map

/**
 * Return where a key moves the divider, null for any other key.
 *
 * @param {string} key
 * @param {boolean} shifted
 * @param {number} share
 * @returns {number|null}
 */
export function shareAfter(key, shifted, share) {
  const step = shifted ? STRIDE : STEP;
  if (key === "ArrowLeft") return kept(share - step);
  if (key === "ArrowRight") return kept(share + step);
  if (key === "Home") return LEAST;
  return key === "End" ? 1 - LEAST : null;
}

/** Return a share at which the divider can still be taken. @param {number} share */
export function kept(share) {
  return Math.min(Math.max(share, LEAST), 1 - LEAST);
}

const LOOK = Object.freeze({
  class: "divider", role: "slider", tabindex: 0, "aria-label": "Divider between the left and the right day",
  "aria-orientation": "horizontal", "aria-valuemin": 0, "aria-valuemax": 100, "data-own-keys": true,
});

/** @type {(handle: HTMLElement, share: () => number, put: (share: number) => void) => void} */
function listenToKeys(handle, share, put) {
  handle.addEventListener("keydown", (event) => {
    const next = event.ctrlKey || event.altKey || event.metaKey ? null : shareAfter(event.key, event.shiftKey, share());
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation(); // these keys would move the date
    put(next);
  });
}

/**
 * Make the buttons that move the divider by single presses.
 *
 * @param {(by: number) => void} move by a share of the width
 */
export function createDividerButtons(move) {
  /** @param {string} sign @param {string} way @param {number} by */
  function button(sign, way, by) {
    const made = element("button", { type: "button", "aria-label": `Move the divider ${way}` }, sign);
    made.addEventListener("click", () => move(by));
    return made;
  }

  return element("div", { class: "choice", role: "group", "aria-label": "Divider" },
    element("span", { class: "choice-name" }, "Divider"),
    button("\u2190", "left", -STRIDE), button("\u2192", "right", STRIDE));
}

/**
 * Make the divider.
 *
 * @param {HTMLElement} ground what it divides
 * @param {(share: number) => void} moved called in the frame in which it moves
 * @param {() => number} rest the share at which it stands until it is moved by hand
 */
export function createDivider(ground, moved, rest) {
  const [left, right] = ["left", "right"].map((side) => element("span", { class: `divider-day divider-${side}` }));
  const handle = element("div", LOOK,
    element("span", { class: "divider-line" }), element("span", { class: "divider-grip" }), left, right);
  let share = 0.5;
  let byHand = false;
  let frame = 0;
  let width = 0;

  function place() {
    frame = 0;
    handle.style.transform = `translateX(${(share * width).toFixed(1)}px)`;
    handle.classList.toggle("near-left", share < 0.2);
    handle.classList.toggle("near-right", share > 0.8);
    moved(share);
  }

  function update() {
    const percent = Math.round(share * 100);
    handle.setAttribute("aria-valuenow", String(percent));
    const words = `${percent}% of the map shows ${left.textContent}, the rest ${right.textContent}`;
    handle.setAttribute("aria-valuetext", words);
  }

  /** @param {number} next */
  function put(next) {
    byHand = true;
    share = kept(next);
    update();
    if (frame === 0) frame = globalThis.requestAnimationFrame(place);
  }

  /** Bring it to where it rests. */
  function stand() {
    width = ground.clientWidth;
    if (!byHand) share = kept(Math.max(rest(), Math.min(0.5, (left.offsetWidth + BESIDE) / Math.max(width, 1))));
    update();
    place();
  }

  handle.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "mouse" && event.button !== 0) return;
    handle.setPointerCapture(event.pointerId);
    handle.classList.add("held");
  });
  handle.addEventListener("pointermove", (event) => {
    if (!handle.hasPointerCapture(event.pointerId)) return;
    const box = ground.getBoundingClientRect();
    put((event.clientX - box.left) / box.width);
  });
  for (const end of ["pointerup", "pointercancel"]) handle.addEventListener(end, () => handle.classList.remove("held"));
  listenToKeys(handle, () => share, put);
  new globalThis.ResizeObserver(stand).observe(ground);

  return {
    element: handle,
    days: [left, right],
    stand,
    /** @type {(by: number) => void} */
    moveBy: (by) => put(share + by),
    /** Say which days the sides show. @type {(leftWords: string, rightWords: string) => void} */
    label(leftWords, rightWords) {
      if (left.textContent === leftWords && right.textContent === rightWords) return;
      if (left.textContent !== leftWords) left.textContent = leftWords;
      if (right.textContent !== rightWords) right.textContent = rightWords;
      update();
    },
  };
}
