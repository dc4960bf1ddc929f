// Layout of the page round the map.
// There is a head when it stands alone, the stage, the panel with card and list, and the slider.

import { element } from "#timemap/page/nodes.js";
import { sentencesOf } from "#timemap/page/sentences.js";

/** @import { MapData } from "#timemap/types.d.ts" */

/** What the panel holds, from the top: what was asked for last stands before what is always there. */
const IN_PANEL = Object.freeze(
  /** @type {const} */ ([
    "find",
    "lesson",
    "compare",
    "areaCard",
    "card",
    "quarters",
    "exercise",
    "ownLine",
    "list",
    "exerciseButton",
    "areaList",
    "mapWords",
  ]),
);

/** Where the panel lies over the map as a sheet instead of beside it. */
const NARROW = "(max-width: 760px)";

/**
 * @typedef {Partial<Record<"areasNotice" | "notice" | "ownLine" | "gestures" |
 *   "dateLabel" | "addScene" | "legend" | "caption" | "buttons" |
 *   "start"
 *   | "terms" | "chips" | "tail" | "find" | "lesson" | "compare"
 *   | "areaCard" | "card" | "quarters" | "exercise" | "list" | "exerciseButton" | "areaList" | "mapWords" | "skipMap"
 *   | "slider" | "second" | "help" | "share" | "report" | "cover", HTMLElement>>} Placed elements by what they are
 *
 * @typedef {object} Layout
 * @property {(text: string) => void} announce
 * @property {(parts: Placed) => void} place
 * @property {(name: string) => void} hold names what the panel holds just now
 * @property {() => void} openPanel
 * @property {() => void} focusPanel focuses the button that opens the panel
 * @property {(cleared: boolean) => void} clear takes away what lies over the map or brings it back
 */

/**
 * Put the page together round the element of the map.
 *
 * @param {MapData} data
 * @param {HTMLElement} mapElement
 * @returns {Layout}
 */
export function createLayout(data, mapElement) {
  const frame = createFrame(data, mapElement);
  const { page, shut } = frame;
  /** @type {Placed} */
  const placed = {};
  let held = "Events";
  shut.addEventListener("click", () => toggle(page.classList.contains("panel-closed")));
  const narrow = globalThis.matchMedia(NARROW);
  if (narrow.matches) toggle(false);
  // A page may give the map its width only after it has begun; beside the map the panel cannot be opened by hand.
  narrow.addEventListener("change", () => narrow.matches || toggle(true));

  /** @param {boolean} open */
  function toggle(open) {
    page.classList.toggle("panel-closed", !open);
    shut.setAttribute("aria-expanded", String(open));
    write(open);
    seatChips(page, placed);
    refit();
  }

  /** @param {boolean} open */
  function write(open) {
    shut.textContent = open ? `Hide ${held.toLowerCase()}` : held;
  }

  return {
    place: (parts) => place(parts, placed, frame),
    hold(name) {
      held = name;
      write(!page.classList.contains("panel-closed"));
    },
    focusPanel() {
      shut.focus();
    },
    clear(cleared) {
      frame.stage.classList.toggle("cleared", cleared);
    },
    openPanel() {
      if (page.classList.contains("panel-closed")) toggle(true);
    },
    announce(text) {
      frame.voice.textContent = text;
    },
  };
}

/**
 * Make the page with nothing in it but the map.
 *
 * @param {MapData} data
 * @param {HTMLElement} mapElement
 */
function createFrame(data, mapElement) {
  const embedded = globalThis.parent !== globalThis.self;
  const voice = element("div", { class: "voice", role: "status", "aria-live": "polite" });
  const stage = element("main", { class: "stage", "aria-label": "Map" }, mapElement);
  const corner = element("div", { class: "corner" });
  const lower = element("div", { class: "lower" });
  const shut = element("button", { type: "button", class: "panel-shut", "aria-expanded": "true" }, "Events");
  const panel = element("aside", { class: "panel", "aria-label": "Events", id: "timemap-panel" });
  const small = `${data.disclaimer} ${data.licence}`;
  const [line, ...more] = sentencesOf(small);
  const foot = element(
    "footer",
    { class: "foot", title: small },
    element("span", {}, line),
    element("span", { class: "foot-more" }, ` ${more.join(" ")}`),
  );
  const home = data.home ? [element("a", { href: data.home }, "All pages")] : [];
  const head = element(
    "header",
    { class: "head" },
    ...home,
    element("h1", {}, data.title),
    // Each sentence is there as a whole or not at all, as the window is wide.
    element("p", {}, ...sentencesOf(data.sentence).map((text, at) => element("span", {}, at > 0 ? ` ${text}` : text))),
  );
  const page = element("div", { class: embedded ? "timemap embedded" : "timemap" });
  shut.setAttribute("aria-controls", panel.id);
  stage.append(corner, lower);
  page.append(
    skipTo("Skip to the date", ".slider-thumb"),
    skipTo("Skip to the list", ".list-heading, .lesson h2, .panel-shut"),
  );
  if (embedded) stage.prepend(element("h1", { class: "unseen" }, data.title));
  page.append(...(embedded ? [] : [head]), stage, panel);
  document.body.prepend(page, voice);
  return { page, voice, stage, corner, lower, shut, panel, foot };
}

/**
 * Make a button for the keyboard that leads past all that comes before a part.
 *
 * No link: its address would be read as one of the map.
 *
 * @param {string} words
 * @param {string} wanted the parts that it may lead to; the first that is seen takes the focus
 */
function skipTo(words, wanted) {
  const button = element("button", { type: "button", class: "skip" }, words);
  button.addEventListener("click", () => {
    const parts = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(wanted)]);
    parts.find((part) => part.getClientRects().length > 0)?.focus();
  });
  return button;
}

/**
 * Put parts where they belong.
 *
 * @param {Placed} parts
 * @param {Placed} placed all that were placed before; the parts are added
 * @param {ReturnType<typeof createFrame>} frame
 */
function place(parts, placed, { page, stage, corner, lower, shut, panel, foot }) {
  if (parts.areasNotice) stage.prepend(parts.areasNotice);
  if (parts.skipMap) stage.prepend(parts.skipMap);
  for (const part of [parts.notice, parts.gestures]) if (part) stage.append(part);
  for (const part of [parts.dateLabel, parts.addScene]) if (part) corner.append(part);
  for (const part of [parts.legend, parts.caption]) if (part) lower.prepend(part);
  if (parts.buttons) stage.append(parts.buttons);
  if (parts.start) page.append(parts.start);
  if (parts.terms) foot.append(" ", parts.terms);
  corner.append(shut);
  if (parts.chips) new ResizeObserver(refit).observe(parts.chips);
  Object.assign(placed, parts);
  for (const name of IN_PANEL) if (placed[name]) panel.append(placed[name]);
  for (const part of [parts.slider, parts.second]) if (part) page.append(part);
  panel.append(foot);
  for (const part of [parts.help, parts.share, parts.report, parts.cover]) if (part) page.append(part);
  seatChips(page, placed);
}

/**
 * Put the active filters where they are seen.
 *
 * While the panel is shut they stand over the slider.
 *
 * @param {HTMLElement} page
 * @param {Placed} placed
 */
function seatChips(page, { chips, tail, slider }) {
  if (!chips) return;
  if (page.classList.contains("panel-closed")) slider?.before(chips);
  else tail?.prepend(chips);
}

/** Tell the map that it has another size. */
function refit() {
  globalThis.dispatchEvent(new Event("resize"));
}
