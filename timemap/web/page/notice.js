// Notice over the map, until it is closed.

import { element } from "#timemap/page/nodes.js";

/**
 * Make the notice, closed unless there are first lines.
 *
 * @param {string[]} [first] lines that stay until it is closed by hand
 * @returns {{element: HTMLElement, show: (lines: string[]) => void}} `show` with no line closes it, but for first ones
 */
export function createNotice(first = []) {
  const list = element("ul", {});
  const close = element("button", { type: "button" }, "Close");
  const box = element("div", { class: "notice", role: "alert", hidden: true }, list, close);

  let kept = first;

  /** @param {string[]} more */
  function show(more) {
    const lines = [...kept, ...more];
    list.replaceChildren(...lines.map((line) => element("li", { dir: "auto" }, line)));
    box.hidden = lines.length === 0;
  }

  close.addEventListener("click", () => {
    kept = [];
    show([]);
  });
  show([]);
  return { element: box, show };
}
