// Notice over the map, until it is closed.

import { element } from "#timemap/page/nodes.js";

/**
 * Make the notice, closed.
 *
 * @returns {{element: HTMLElement, show: (lines: string[]) => void}} `show` with no line closes it
 */
export function createNotice() {
  const list = element("ul", {});
  const close = element("button", { type: "button" }, "Close");
  const box = element("div", { class: "notice", role: "alert", hidden: true }, list, close);

  /** @param {string[]} lines */
  function show(lines) {
    list.replaceChildren(...lines.map((line) => element("li", { dir: "auto" }, line)));
    box.hidden = lines.length === 0;
  }

  close.addEventListener("click", () => show([]));
  return { element: box, show };
}
