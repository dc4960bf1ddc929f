// While the focus was fought over, a card tells what was reported of its quarters, by whom, and leads to the view in which they can be told apart.

import { nameOn } from "#timemap/areas/controllers.js";
import { swatchElement } from "#timemap/areas/patterns.js";
import { isolated, nameIn, shortName } from "#timemap/labels/names.js";
import { element } from "#timemap/page/nodes.js";
import { prefersReducedMotion } from "#timemap/page/motion.js";
import { sourceItem } from "#timemap/panel/sources.js";
import { QUARTERS_FROM, reportOn } from "#timemap/quarters/snapshots.js";
import { dayWords } from "#timemap/time/dates.js";

const CLOSE = 13.25; // zoom in which all quarters are in sight

/**
 * Make the card, hidden where nothing was reported.
 *
 * @param {{data: object, clock: object, map: L.Map}} context
 * @returns {{element: HTMLElement}}
 */
export function createQuarterCard({ data, clock, map }) {
  const reports = data.quarters ?? [];
  const summary = element("summary");
  const body = element("div");
  const card = element("details", { class: "quarters", hidden: true }, summary, body);
  let shown = null;

  /** Without a focus the first place that was reported on stands in. */
  function middle() {
    const place = data.focus ?? shown?.marks[0];
    return place ? [place.lat, place.lon] : null;
  }

  function near() {
    if (middle()) map.setView(middle(), CLOSE, { animate: !prefersReducedMotion() });
  }

  function show() {
    const { moment, language } = clock.get();
    const report = reportOn(reports, moment);
    if (report !== shown) {
      shown = report;
      card.hidden = report === null;
      body.replaceChildren(...(report === null ? [] : content(report)));
    }
    const where = data.focus ? `Inside ${isolated(shortName(nameIn(data.focus.names, language)))}, as reported for` : "As reported for";
    if (report) summary.textContent = `${where} ${dayWords(report.day)}`;
  }

  function content(report) {
    const look = element("button", { type: "button" }, "Look at the quarters on the map");
    look.addEventListener("click", near);
    const holders = [...new Set(report.marks.map(({ controller }) => controller))].sort((one, other) => one - other);
    return [
      element("p", {}, report.text),
      ...holders.map((holder) => element("p", { class: "quarters-held" }, swatchElement(data.controllers[holder]),
        element("span", {}, element("strong", {}, `${nameOn(data.controllers[holder], report.day, "Not known")}: `), report.marks.filter(({ controller }) => controller === holder).map(({ name }) => name).join(", ")))),
      look,
      element("ul", { class: "sources" }, ...report.sources.map((source) => sourceItem(data.sources[source]))),
    ];
  }

  map.on("zoomend", () => {
    if (map.getZoom() >= QUARTERS_FROM && middle() && map.getBounds().contains(middle())) card.open = true;
  });
  clock.subscribe((_, changed) => {
    if (changed.has("moment") || changed.has("language")) show();
  });
  show();
  return { element: card };
}
