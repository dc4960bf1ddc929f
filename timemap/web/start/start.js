// The start: what this is and ways into it, rows of starting_points.csv; any key, click or change of the map goes on.

import { mapButton } from "#timemap/map/buttons.js";
import { onEscape } from "#timemap/page/escape.js";
import { element } from "#timemap/page/nodes.js";
import { createPictures } from "#timemap/start/picture.js";
import { isRemembered, remember } from "#timemap/start/remembered.js";
import { dayWords, isoDay } from "#timemap/time/dates.js";

/** What a reader who goes on changes. */
const GOES_ON = Object.freeze(["moment", "range", "mode", "compare", "selected", "cell", "lesson", "scene", "playing", "words", "categories", "parties", "hidden"]);

/**
 * Make the start.
 *
 * @param {object} context of the document; `host`, `address` and `topology` are there when it is shown
 * @returns {{element: HTMLElement, button: HTMLElement, terms: HTMLElement, begin: () => void, welcome: (start: {pages?: string[], shown?: boolean}) => void}} `begin` shows it where the document stands
 *   for itself, `welcome` does what the page around says; `terms` leads to the contested words where there is a page of them
 */
export function createStart(context) {
  const { data, clock } = context;
  const { points, days, pages: beside } = data.start;
  const [sentence] = data.sentence.split(/(?<=\.)\s/);
  const close = element("button", { type: "button", class: "start-close", "aria-label": "Close" }, "\u00d7");
  const heading = element("h2", { id: "start-title", tabindex: -1 }, data.title);
  const body = element("div", { class: "start-body" });
  const card = element("section", { class: "start", role: "dialog", "aria-labelledby": heading.id, hidden: true }, close, heading, element("p", {}, sentence), body);
  const terms = element("button", { type: "button", class: "link", hidden: true }, "Contested words");
  let around = []; // ids of pages that the page around leads to
  let before = null;
  let pictures = null;

  const hasPage = (name) => around.includes(name) || Object.hasOwn(beside, name);

  function goTo(name) {
    if (around.includes(name)) context.host.tell({ type: "timemap:page", page: name });
    else globalThis.location.assign(beside[name]);
  }

  function show() {
    before = card.contains(document.activeElement) ? before : document.activeElement;
    card.hidden = false;
    drawDoors();
    heading.focus({ preventScroll: true });
  }

  function hide({ back = true } = {}) {
    if (card.hidden) return false;
    card.hidden = true;
    remember();
    context.host.tell({ type: "timemap:start-closed" });
    if (back) (before?.isConnected && before !== document.body ? before : button).focus({ preventScroll: true });
    return true;
  }

  function open(address) {
    hide();
    context.host.lead(address);
  }

  const does = {
    view: ({ address }) => open(address),
    compare: ({ address }) => (hasPage("compare") ? goTo("compare") : open(address)),
    days: ({ title }) => list(title, days.map(({ day, title: happened }) => [`${dayWords(isoDay(day))}: ${happened}`, `moment=${day}`])),
    lessons: ({ title }) => (hasPage("lessons") ? goTo("lessons") : list(title, data.lessons.map((lesson) => [lesson.title, `lesson=${lesson.id}&presenting=yes`]))),
  };
  const isThere = ({ opens }) => (opens === "lessons" ? hasPage("lessons") || data.lessons.length > 0 : opens !== "days" || days.length > 0);

  function drawDoors() {
    const doors = points.filter(isThere).map((point) => ({ point, canvas: element("canvas", { "aria-hidden": "true" }) }));
    body.replaceChildren(element("ul", { class: "start-doors" }, ...doors.map(({ point, canvas }) => element("li", {}, door(point, canvas)))), ...(hasPage("words") ? [element("p", {}, linkTo("words", "Contested words: who says what"))] : []));
    requestAnimationFrame(() => {
      pictures ??= createPictures(context);
      for (const { point, canvas } of doors) if (canvas.isConnected) pictures.draw(canvas, sceneOf(point));
    });
  }

  function sceneOf({ address }) {
    const { moment, compare, view } = context.address.read(address).state;
    return { moment, compare, view: view ?? data.view };
  }

  function door(point, canvas) {
    const made = element("button", { type: "button" }, canvas, element("strong", {}, point.title), element("span", {}, point.text));
    made.addEventListener("click", () => does[point.opens](point));
    return made;
  }

  function linkTo(name, words) {
    const link = element("button", { type: "button", class: "link" }, words);
    link.addEventListener("click", () => goTo(name));
    return link;
  }

  function list(title, rows) {
    const back = element("button", { type: "button" }, "Back");
    back.addEventListener("click", show);
    const items = rows.map(([words, address]) => {
      const link = element("button", { type: "button", class: "link" }, words);
      link.addEventListener("click", () => open(address));
      return element("li", {}, link);
    });
    body.replaceChildren(element("h3", {}, title), element("ol", { class: "start-list" }, ...items), back);
    body.querySelector("button").focus();
  }

  function welcome({ pages = [], shown = false }) {
    around = pages;
    terms.hidden = !hasPage("words");
    if (shown === true) show();
  }

  const button = mapButton("start", "Start", () => (card.hidden ? show() : hide()));
  listen({ card, close, clock, hide });
  terms.addEventListener("click", () => goTo("words"));
  return {
    element: card, button, terms, welcome,
    begin() {
      const { embedded, isNamed } = context.host;
      if (!embedded) welcome({ shown: data.start.welcome && !isNamed() && !isRemembered() });
    },
  };
}

/** Esc and the cross close it and give the focus back; whoever turns elsewhere has left it. */
function listen({ card, close, clock, hide }) {
  close.addEventListener("click", () => hide());
  onEscape(() => hide({ back: document.hasFocus() })); // a page around that has the focus keeps it
  for (const name of ["pointerdown", "focusin"]) {
    document.addEventListener(name, ({ target }) => {
      if (!card.contains(target) && !target.closest?.(".map-buttons")) hide({ back: false });
    });
  }
  clock.subscribe((_, changed) => GOES_ON.some((name) => changed.has(name)) && hide({ back: false }));
}
