// Parts of the list: heading, line on more events, groups of rows.

import { numberWords } from "#timemap/events/eventwords.js";
import { element } from "#timemap/page/nodes.js";
import { dayWords } from "#timemap/time/dates.js";

/** @import { MapState } from "#timemap/types.d.ts" */

/** @typedef {{words: string, button: string, patch: Partial<MapState>}} More what there is besides, with its button */

/**
 * Make the parts, empty.
 *
 * @param {(patch: Partial<MapState>) => void} take sets what a button of the line offers
 */
export function createParts(take) {
  const heading = element("h2", { class: "list-heading", tabindex: -1 });
  const note = element("p", { class: "list-note", hidden: true });
  let told = "";

  /**
   * Say what there is besides.
   *
   * @param {More[]} more
   */
  function update(more) {
    const key = JSON.stringify(more);
    note.hidden = more.length === 0;
    if (key === told) return;
    told = key;
    const offer = (/** @type {More} */ { words, button: name, patch }) => (
      [words, " ", button(name, () => take(patch), heading), " "]
    );
    note.replaceChildren(...more.flatMap(offer));
  }

  const [empty, groups] = [element("div"), createGroups()];
  const left = element("p", { class: "list-left", hidden: true });
  const label = { class: "list", "aria-label": "Events shown on the map" };
  const list = element("section", label, heading, note, empty);
  return {
    heading, update, empty, groups,
    /** Say how many events paper has no room for. @param {number} number */
    leave(number) {
      left.hidden = number === 0;
      left.textContent = `and ${numberWords(number)} more`;
    },
    /** Put the rows into the list. @param {HTMLElement} rows */
    finish(rows) {
      list.append(rows, left);
      return list;
    },
  };
}

/** Make the groups of rows. Each has its heading where there are events of the day and of the days around. */
function createGroups() {
  const names = [element("h3", { class: "list-group" }), element("h3", { class: "list-group" }, "Nearby dates")];
  const lists = [element("ol", { class: "list-rows list-own" }), element("ol", { class: "list-rows" })];

  /** @param {HTMLElement[]} rows @param {number} own @param {MapState|null} state null where there is one kind only */
  function fill(rows, own, state) {
    refill(lists[0], rows.slice(0, own));
    refill(lists[1], rows.slice(own));
    if (state !== null) writeText(names[0], `On ${dayWords(state.moment)}`);
    names.forEach((name, at) => {
      name.hidden = state === null || lists[at].childElementCount === 0;
      lists[at].hidden = lists[at].childElementCount === 0;
    });
  }

  const all = element("div", {}, names[0], lists[0], names[1], lists[1]);

  /** Id of the event whose row has the focus; null for none. */
  function heldRow() {
    const held = document.activeElement;
    const row = /** @type {HTMLElement|null} */ (all.contains(held) ? held?.closest(".row") : null);
    return row?.dataset.event ?? null;
  }

  /** @param {string} id @returns {HTMLButtonElement|null} */
  const buttonOf = (id) => all.querySelector(`[data-event="${CSS.escape(id)}"] button`);
  return { element: all, fill, heldRow, buttonOf };
}

/**
 * Put rows into a list. Those that stay are left alone.
 *
 * @param {HTMLElement} list
 * @param {HTMLElement[]} rows
 */
function refill(list, rows) {
  /** @type {Set<Element>} */
  const nodes = new Set(rows);
  for (const node of [...list.children]) if (!nodes.has(node)) node.remove();
  let at = list.firstElementChild;
  for (const node of nodes) {
    if (node === at) at = node.nextElementSibling;
    else list.insertBefore(node, at);
  }
}

/**
 * Make a button that hands the focus on, as it may be gone afterwards.
 *
 * @param {string} text
 * @param {() => void} act
 * @param {HTMLElement|null} [onward]
 */
function button(text, act, onward = null) {
  const made = element("button", { type: "button" }, text);
  made.addEventListener("click", () => {
    act();
    onward?.focus();
  });
  return made;
}

/**
 * Write a text where another stands.
 *
 * @param {Node} node
 * @param {string} text
 */
export function writeText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}
