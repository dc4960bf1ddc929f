// The list of events on the paper of the app: the frame of the map cannot grow with it.

/**
 * Make what stands under the map when the page is printed: all events that the map lists.
 *
 * @param {ShadowRoot} root
 * @returns {{take: (list: object) => void, destroy: () => void}} `take` is given what page/listed.js tells
 */
export function createPaper(root) {
  const section = document.createElement("section");
  const printing = globalThis.matchMedia("print");
  let list = null;
  section.className = "paper";
  root.append(section);

  function make(name, ...children) {
    const node = document.createElement(name);
    node.append(...children);
    return node;
  }

  const row = ({ title, lines }) => make("li", make("h3", title), ...lines.map((line) => make("p", line)));

  function lay() {
    if (list === null) return;
    section.replaceChildren(make("h2", list.heading), make("p", list.filters), make("ol", ...list.rows.map(row)));
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
