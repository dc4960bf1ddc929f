// The parts of the list: heading, a line on what there is besides, groups of rows, and pages of many.

import { element } from "#timemap/page/nodes.js";
import { dayWords } from "#timemap/time/dates.js";

/** Rows in the page at a time. */
export const PAGE = 40;

/**
 * Make the parts, empty.
 *
 * @param {(patch: object) => void} take sets what a button of the line offers
 * @returns {{element: HTMLElement, heading: HTMLElement, empty: HTMLElement, groups: object, pages: object,
 *   tell: (more: {words: string, button: string, patch: object}[]) => void}}
 */
export function createParts(take) {
  const heading = element("h2", { class: "list-heading", tabindex: -1 });
  const note = element("p", { class: "list-note", hidden: true });
  let told = "";

  /** Say what there is besides, each with its button. */
  function tell(more) {
    const key = JSON.stringify(more);
    note.hidden = more.length === 0;
    if (key === told) return;
    told = key;
    const offer = ({ words, button: name, patch }) => [words, " ", button(name, () => take(patch), heading), " "];
    note.replaceChildren(...more.flatMap(offer));
  }

  const [empty, groups, pages] = [element("div"), createGroups(), createPages()];
  const label = { class: "list", "aria-label": "Events seen on the map" };
  const list = element("section", label, heading, note, empty, pages.element, groups.element);
  return { element: list, heading, tell, empty, groups, pages };
}

/** The rows of the day's own events and those of the days around, each under its heading where there are both. */
function createGroups() {
  const names = [element("h3", { class: "list-group" }), element("h3", { class: "list-group" }, "The days around")];
  const lists = [element("ol", { class: "list-rows list-own" }), element("ol", { class: "list-rows" })];

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
    return all.contains(document.activeElement) ? document.activeElement.closest(".row")?.dataset.event ?? null : null;
  }

  const buttonOf = (id) => all.querySelector(`[data-event="${CSS.escape(id)}"] button`);
  return { element: all, fill, heldRow, buttonOf };
}

/** Rows that stay are left alone. */
function refill(list, rows) {
  const nodes = new Set(rows);
  for (const node of [...list.children]) if (!nodes.has(node)) node.remove();
  let at = list.firstElementChild;
  for (const node of nodes) {
    if (node === at) at = at.nextElementSibling;
    else list.insertBefore(node, at);
  }
}

function createPages() {
  const [earlier, later] = [button("Earlier", () => turned(-1)), button("Later", () => turned(1))];
  const place = element("span");
  const pages = element("p", { class: "list-pages" }, earlier, place, later);
  let turned = () => {};

  function show(first, count) {
    pages.hidden = count <= PAGE;
    earlier.disabled = first === 0;
    later.disabled = first + PAGE >= count;
    place.textContent = ` ${first + 1}\u2013${Math.min(first + PAGE, count)} of ${count} `;
  }

  return {
    element: pages, show,
    onTurn(run) {
      turned = run;
    },
  };
}

/** A button that hands the focus on where one is named: it may be gone afterwards. */
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
