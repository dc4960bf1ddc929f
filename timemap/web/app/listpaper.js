// List of events on the paper of the app. The frame of the map cannot grow with it.

/** @typedef {{title: string, lines: string[]}} PaperRow */
/** @typedef {{heading: string, filters: string, rows: PaperRow[]}} PaperList what page/listed.js tells */

/**
 * Make what stands under the map on paper: all events that the map lists.
 *
 * @param {ShadowRoot} root
 * @returns {{take: (list: PaperList) => void, destroy: () => void}}
 */
export function createPrintedList(root) {
  const section = document.createElement("section");
  const printing = globalThis.matchMedia("print");
  /** @type {PaperList|null} */
  let list = null;
  section.className = "paper";
  root.append(section);

  /** @param {string} name @param {...(Node|string)} children */
  function make(name, ...children) {
    const node = document.createElement(name);
    node.append(...children);
    return node;
  }

  /** @param {PaperRow} row */
  const item = ({ title, lines }) => make("li", make("h3", title), ...lines.map((line) => make("p", line)));

  function lay() {
    if (list === null) return;
    section.replaceChildren(make("h2", list.heading), make("p", list.filters), make("ol", ...list.rows.map(item)));
  }

  function follow() {
    if (printing.matches) lay();
    else section.replaceChildren();
  }

  globalThis.addEventListener("beforeprint", lay);
  printing.addEventListener("change", follow);

  return {
    take(message) {
      list = message;
      follow();
    },
    destroy() {
      globalThis.removeEventListener("beforeprint", lay);
      printing.removeEventListener("change", follow);
      section.remove();
    },
  };
}
