// Start card: what this is, and starting points.
// They are rows of starting_points.csv; any key, click or change of the map goes on.

import { mapButton } from "#timemap/map/mapbutton.js";
import { onEscape } from "#timemap/page/escape.js";
import { ownAddress } from "#timemap/page/host.js";
import { element } from "#timemap/page/nodes.js";
import { sentencesOf } from "#timemap/page/sentences.js";
import { createPictures } from "#timemap/start/picture.js";
import { isRemembered, remember } from "#timemap/start/remembered.js";
import { isNamedIn } from "#timemap/state/fields.js";
import { dayWords, isoDay } from "#timemap/time/dates.js";

/** @import { Context, MapData, StartingPoint } from "#timemap/types.d.ts" */

/** What a reader who goes on changes. */
const GOES_ON = Object.freeze(
  /** @type {const} */ ([
    "moment",
    "range",
    "mode",
    "compare",
    "selected",
    "cell",
    "lesson",
    "scene",
    "playing",
    "words",
    "categories",
    "parties",
    "own",
    "hidden",
  ]),
);

/**
 * Make the start.
 *
 * @param {Pick<Context, "data" | "store" | "map" | "topology" | "address" | "channel"> & {lead: (text: string) =>
 *   void}} context `lead` opens an address
 * @returns {{element: HTMLElement, button: HTMLElement, terms: HTMLElement, begin: () => void, welcome: (start:
 *   {pages?: string[], shown?: boolean}) => void}} `begin` shows it where the document stands
 *   for itself, `welcome` does what the page around says; `terms` leads to the contested words where there is a page of
 *   them
 */
export function createStart({ data, store, map, topology, address, channel, lead }) {
  const { card, close, heading, body } = createCard(data);
  const terms = link("Contested terms", () => pages.goTo("words"));
  terms.hidden = true;
  const pages = createPages(data.start.pages, channel);
  /** @type {Element|null} */
  let before = null;

  function show() {
    before = card.contains(document.activeElement) ? before : document.activeElement;
    card.hidden = false;
    startingPoints.draw();
    heading.focus({ preventScroll: true });
  }

  function hide({ back = true } = {}) {
    if (card.hidden) return false;
    card.hidden = true;
    remember();
    channel.send({ type: "timemap:start-closed" });
    const after = before instanceof HTMLElement && before.isConnected && before !== document.body ? before : button;
    if (back) after.focus({ preventScroll: true });
    return true;
  }

  /** @param {string} text of an address */
  function open(text) {
    const isLesson = Boolean(address.read(text).state.lesson);
    // The heading of the lesson takes the focus.
    if (isLesson && document.activeElement instanceof HTMLElement) document.activeElement.blur();
    hide({ back: !isLesson });
    lead(text);
  }

  /** @param {{pages?: string[], shown?: boolean}} start */
  function welcome({ pages: around = [], shown = false }) {
    pages.around(around);
    terms.hidden = !pages.has("words");
    if (shown === true) show();
  }

  const startingPoints = createStartingPoints({ data, map, topology, address }, { body, pages, open, show });
  const button = mapButton("start", "Start", () => (card.hidden ? show() : hide()));
  listen({ card, close, store, hide });
  return {
    element: card, button, terms, welcome,
    begin() {
      if (!channel.embedded)
        welcome({ shown: data.start.welcome && !isNamedIn(ownAddress(), data.fields.fields) && !isRemembered() });
    },
  };
}

/** @param {MapData} data */
function createCard(data) {
  const [sentence = ""] = sentencesOf(data.sentence);
  const close = element("button", { type: "button", class: "start-close", "aria-label": "Close" }, "\u00d7");
  const heading = element("h2", { id: "start-title", tabindex: -1 }, data.title);
  const body = element("div", { class: "start-body" });
  const card = element(
    "section",
    { class: "start", role: "dialog", "aria-labelledby": heading.id, hidden: true },
    close,
    heading,
    element("p", {}, sentence),
    body,
  );
  return { card, close, heading, body };
}

/**
 * Lead to pages, those of the page around or those beside the document.
 *
 * @param {Record<string, string>} beside addresses by name
 * @param {Pick<Context["channel"], "send">} channel
 */
function createPages(beside, channel) {
  /** @type {string[]} */
  let around = [];
  return {
    /** @param {string[]} names */
    around(names) {
      around = names;
    },
    /** @param {string} name */
    has: (name) => around.includes(name) || Object.hasOwn(beside, name),
    /** @param {string} name */
    goTo(name) {
      if (around.includes(name)) channel.send({ type: "timemap:page", page: name });
      else globalThis.location.assign(beside[name]);
    },
  };
}

/**
 * Make the starting points, each with a small picture.
 *
 * @param {Pick<Context, "data" | "map" | "topology" | "address">} context
 * @param {{body: HTMLElement, pages: ReturnType<typeof createPages>, open: (text: string) => void, show: () => void}}
 *   parts
 */
function createStartingPoints({ data, map, topology, address }, { body, pages, open, show }) {
  const { points, days } = data.start;
  /** @type {ReturnType<typeof createPictures>|null} */
  let pictures = null;

  /** @param {string} title @param {string[][]} rows */
  const listed = (title, rows) => list(body, title, rows, { open, show });
  const rowsOfDays = () => days.map(({ day, title }) => [`${dayWords(isoDay(day) ?? 0)}: ${title}`, `moment=${day}`]);
  const rowsOfLessons = () => data.lessons.map(({ id, title }) => [title, `lesson=${id}&presenting=yes`]);

  /** @type {Record<StartingPoint["opens"], (point: StartingPoint) => void>} */
  const actions = {
    view: (point) => open(point.address),
    compare: (point) => (pages.has("compare") ? pages.goTo("compare") : open(point.address)),
    days: ({ title }) => listed(title, rowsOfDays()),
    lessons: ({ title }) => (pages.has("lessons") ? pages.goTo("lessons") : listed(title, rowsOfLessons())),
  };

  /** @param {StartingPoint} point */
  const isThere = ({ opens }) =>
    opens === "lessons" ? pages.has("lessons") || data.lessons.length > 0 : opens !== "days" || days.length > 0;

  /** @param {StartingPoint} point */
  function sceneOf(point) {
    const { moment, compare, view } = address.read(point.address).state;
    return { moment, compare, view: view ?? data.view };
  }

  /** @param {StartingPoint} point @param {HTMLCanvasElement} canvas */
  function buttonOf(point, canvas) {
    const made = element(
      "button",
      { type: "button" },
      canvas,
      element("strong", {}, point.title),
      element("span", {}, point.text),
    );
    made.addEventListener("click", () => actions[point.opens](point));
    return made;
  }

  function draw() {
    const shown = points
      .filter(isThere)
      .map((point) => ({ point, canvas: element("canvas", { "aria-hidden": "true" }) }));
    const items = shown.map(({ point, canvas }) => element("li", {}, buttonOf(point, canvas)));
    const words = link("Contested terms", () => pages.goTo("words"));
    body.replaceChildren(element("ul", { class: "start-points" }, ...items));
    if (pages.has("words")) body.append(element("p", {}, words));
    requestAnimationFrame(() => {
      pictures ??= createPictures({ data, map, topology });
      for (const { point, canvas } of shown) if (canvas.isConnected) pictures.draw(canvas, sceneOf(point));
    });
  }

  return { draw };
}

/**
 * Show a list of addresses in place of the starting points.
 *
 * @param {HTMLElement} body
 * @param {string} title
 * @param {string[][]} rows words and address of each
 * @param {{open: (text: string) => void, show: () => void}} actions `show` leads back
 */
function list(body, title, rows, { open, show }) {
  const back = element("button", { type: "button" }, "Back");
  back.addEventListener("click", show);
  const items = rows.map(([words, text]) => element("li", {}, link(words, () => open(text))));
  body.replaceChildren(element("h3", {}, title), element("ol", { class: "start-list" }, ...items), back);
  body.querySelector("button")?.focus();
}

/** @param {string} words @param {() => void} press */
function link(words, press) {
  const button = element("button", { type: "button", class: "link" }, words);
  button.addEventListener("click", press);
  return button;
}

/**
 * Close the start by Esc and the cross, which give the focus back.
 *
 * Whoever turns elsewhere has left it.
 *
 * @param {{card: HTMLElement, close: HTMLElement, store: Context["store"], hide: (how?: {back?: boolean}) => boolean}}
 *   parts
 */
function listen({ card, close, store, hide }) {
  close.addEventListener("click", () => hide());
  onEscape(() => hide({ back: document.hasFocus() })); // a page around that has the focus keeps it
  for (const name of ["pointerdown", "focusin"]) {
    document.addEventListener(name, ({ target }) => {
      const isOutside = !(target instanceof Element) || (!card.contains(target) && !target.closest(".map-buttons"));
      if (isOutside) hide({ back: false });
    });
  }
  store.subscribe((_, changed) => GOES_ON.some((name) => changed.has(name)) && hide({ back: false }));
}
