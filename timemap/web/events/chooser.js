// Where several events lie at one spot, a small list over the map offers all of them, to the pointer and to the arrow keys alike.
import { countWords, whenWords } from "#timemap/events/eventwords.js";
import { element } from "#timemap/page/nodes.js";
import { symbolElement } from "#timemap/events/symbols.js";

const MOST = 200;
const MARGIN = 8;

/**
 * Make the chooser of a map.
 *
 * @param {{data: object, clock: object, events: object, map: L.Map, choose: (index: number) => void}} context
 * @returns {{open: (indices: ArrayLike<number>, point: {x: number, y: number}, title?: string) => void}}
 */
export function createChooser({ data, clock, events, map, choose }) {
  const heading = element("div", { class: "chooser-title", id: "chooser-title" });
  const list = element("ul", { class: "chooser-list", "aria-labelledby": "chooser-title" });
  const shut = element("button", { type: "button", class: "chooser-close", "aria-label": "Close the list", title: "Close" }, "\u00d7");
  const box = element("div", { class: "chooser", role: "dialog", "aria-labelledby": "chooser-title", hidden: true }, heading, shut, list);
  let before = null;
  map.getContainer().append(box);
  globalThis.L.DomEvent.disableClickPropagation(box);
  globalThis.L.DomEvent.disableScrollPropagation(box);

  function entry(index) {
    const button = element(
      "button",
      { type: "button", class: "chooser-event", "aria-current": index === clock.get().selected },
      symbolElement(data.categories[events.mainCategory(index)]),
      element("span", { class: "chooser-words" }, element("span", { class: "chooser-when" }, whenWords(events, index)), element("span", { dir: "auto" }, events.title[index])),
    );
    button.addEventListener("click", () => {
      close();
      choose(index);
    });
    return element("li", {}, button);
  }

  function open(indices, point, title = `${countWords(indices.length)} here`) {
    before = document.activeElement;
    heading.textContent = title;
    list.replaceChildren(...Array.from(indices).slice(0, MOST).map(entry));
    if (indices.length > MOST) list.append(element("li", { class: "chooser-more" }, `and ${indices.length - MOST} more: zoom in or choose fewer years to see them`));
    box.hidden = false;
    const { clientWidth, clientHeight } = map.getContainer();
    const left = Math.min(Math.max(MARGIN, point.x + 14), clientWidth - box.offsetWidth - MARGIN);
    const top = Math.min(Math.max(MARGIN, point.y - 20), clientHeight - box.offsetHeight - MARGIN);
    box.style.left = `${Math.max(0, left)}px`;
    box.style.top = `${Math.max(0, top)}px`;
    (list.querySelector("[aria-current]") ?? list.querySelector("button"))?.focus({ preventScroll: true });
  }

  function close() {
    if (box.hidden) return;
    const inside = box.contains(document.activeElement);
    box.hidden = true;
    list.replaceChildren();
    if (inside) (before?.isConnected ? before : map.getContainer()).focus({ preventScroll: true });
  }

  function onKey(event) {
    const buttons = [...list.querySelectorAll("button")];
    const at = buttons.indexOf(document.activeElement);
    const target = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
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
