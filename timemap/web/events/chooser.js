// Chooser: a small list over the map that offers the events at one spot.
import { countWords, numberWords } from "#timemap/events/eventwords.js";
import { markedWhen } from "#timemap/own/ownwords.js";
import { element } from "#timemap/page/nodes.js";
import { eventSymbol } from "#timemap/events/symbols.js";

/** @import {Context, Point} from "#timemap/types.d.ts" */

const MOST = 200;
const MARGIN = 8;
const CLOSE = { type: "button", class: "chooser-close", "aria-label": "Close the list", title: "Close" };
const DIALOG = { class: "chooser", role: "dialog", hidden: true };

/**
 * Make the chooser of a map.
 *
 * @param {Pick<Context, "data"|"store"|"events"|"map"> & {choose: (index: number) => void}} context
 */
export function createChooser({ data, store, events, map, choose }) {
  const heading = element("div", { class: "chooser-title" });
  const list = element("ul", { class: "chooser-list" });
  const shut = element("button", CLOSE, "\u00d7");
  const box = element("div", DIALOG, heading, shut, list);
  /** @type {HTMLElement|null} */
  let before = null;
  map.getContainer().append(hiddenWhenLeft(box));
  globalThis.L.DomEvent.disableClickPropagation(box);
  globalThis.L.DomEvent.disableScrollPropagation(box);

  /** @param {number} index */
  function entry(index) {
    const button = element(
      "button",
      { type: "button", class: "chooser-event", "aria-current": index === store.get().selected },
      eventSymbol(data, events, index),
      element(
        "span", { class: "chooser-words" }, element("span", { class: "chooser-when" }, markedWhen(events, index)),
        element("span", { dir: "auto" }, events.title.at(index)),
      ),
    );
    button.addEventListener("click", () => {
      close();
      choose(index);
    });
    return element("li", {}, button);
  }

  /** @type {(indices: ArrayLike<number>, point: Point, title?: string) => void} */
  function open(indices, point, title = `${countWords(indices.length)} here`) {
    before = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    entitle(title, heading, [box, list]);
    list.replaceChildren(...Array.from(indices).slice(0, MOST).map(entry));
    if (indices.length > MOST) {
      const words = `and ${numberWords(indices.length - MOST)} more: zoom in or narrow the date range to see them`;
      list.append(element("li", { class: "chooser-more" }, words));
    }
    box.hidden = false;
    place(box, point, map.getContainer());
    const buttons = [...list.querySelectorAll("button")];
    (buttons.find((button) => button.hasAttribute("aria-current")) ?? buttons[0])?.focus({ preventScroll: true });
  }

  function close() {
    if (box.hidden) return;
    const inside = box.contains(document.activeElement);
    box.hidden = true;
    list.replaceChildren();
    if (inside) (before?.isConnected ? before : map.getContainer()).focus({ preventScroll: true });
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    const buttons = [...list.querySelectorAll("button")];
    const target = stepTo(event.key, buttons.findIndex((button) => button === document.activeElement), buttons.length);
    if (event.key === "Escape") close();
    else if (target !== undefined) buttons[(target + buttons.length) % buttons.length]?.focus();
    else if (!["Enter", " ", "ArrowLeft", "ArrowRight"].includes(event.key)) return;
    else if (event.key.startsWith("Arrow")) event.preventDefault();
    event.stopPropagation(); // neither the map nor the slider may take these
    if (target !== undefined || event.key === "Escape") event.preventDefault();
  }

  box.addEventListener("keydown", onKey);
  shut.addEventListener("click", close);
  map.on("movestart click", close);

  return { open };
}

/**
 * Write a title and name parts by it: without an id, as there are two choosers while two days are compared.
 *
 * @param {string} title
 * @param {HTMLElement} heading
 * @param {HTMLElement[]} parts
 */
function entitle(title, heading, parts) {
  heading.textContent = title;
  for (const part of parts) part.setAttribute("aria-label", title);
}

/** Hide a box as soon as the focus goes on to something else. @param {HTMLElement} box */
function hiddenWhenLeft(box) {
  box.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !box.contains(relatedTarget)) box.hidden = true;
  });
  return box;
}

/** Put the list beside a point of the map. @type {(box: HTMLElement, point: Point, ground: HTMLElement) => void} */
function place(box, point, { clientWidth, clientHeight }) {
  const left = Math.min(Math.max(MARGIN, point.x + 14), clientWidth - box.offsetWidth - MARGIN);
  const top = Math.min(Math.max(MARGIN, point.y - 20), clientHeight - box.offsetHeight - MARGIN);
  box.style.left = `${Math.max(0, left)}px`;
  box.style.top = `${Math.max(0, top)}px`;
}

/** Return to which button a key goes. @type {(key: string, at: number, count: number) => number|undefined} */
function stepTo(key, at, count) {
  if (key === "ArrowDown") return at + 1;
  if (key === "ArrowUp") return at - 1;
  if (key === "Home") return 0;
  return key === "End" ? count - 1 : undefined;
}
