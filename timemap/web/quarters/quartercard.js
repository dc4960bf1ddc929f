// Card on the quarters of the focus: what was reported, and by whom.

import { nameOn } from "#timemap/areas/controllers.js";
import { swatchElement } from "#timemap/areas/patterns.js";
import { isolated, nameIn, shortName } from "#timemap/labels/names.js";
import { element } from "#timemap/page/nodes.js";
import { prefersReducedMotion } from "#timemap/page/motion.js";
import { sourceItem } from "#timemap/panel/sources.js";
import { QUARTERS_FROM, reportOn } from "#timemap/quarters/snapshots.js";
import { dayWords } from "#timemap/time/dates.js";

/** @import {Context, Quarters} from "#timemap/types.d.ts" */

const CLOSE = 13.25; // zoom in which all quarters are in sight

/**
 * Make the card, hidden where nothing was reported.
 *
 * @param {Pick<Context, "data"|"store"|"map">} context
 */
export function createQuarterCard({ data, store, map }) {
  const reports = data.quarters ?? [];
  const summary = element("summary");
  const body = element("div");
  const card = element("details", { class: "quarters", hidden: true }, summary, body);
  /** @type {Quarters|null} */
  let shown = null;

  /** Without a focus the first place that was reported on stands in. @returns {[lat: number, lon: number]|null} */
  function middle() {
    const place = data.focus ?? shown?.marks[0];
    return place ? [place.lat, place.lon] : null;
  }

  function near() {
    const at = middle();
    if (at) map.setView(at, CLOSE, { animate: !prefersReducedMotion() });
  }

  function show() {
    const { moment, language } = store.get();
    const report = reportOn(reports, moment);
    if (report !== shown) {
      shown = report;
      card.hidden = report === null;
      body.replaceChildren(...(report === null ? [] : content(report)));
    }
    if (report === null) return;
    const where = data.focus ? ` in and around ${isolated(shortName(nameIn(data.focus.names, language)))}` : "";
    summary.textContent = `Who held which place${where} (reports of ${dayWords(report.day)})`;
  }

  /** @param {Quarters} report */
  function content(report) {
    const look = element("button", { type: "button" }, "Show the quarters on the map");
    look.addEventListener("click", near);
    const holders = [...new Set(report.marks.map(({ controller }) => controller))].sort((one, other) => one - other);
    /** @param {number} holder */
    const heldBy = (holder) => {
      const name = nameOn(data.controllers[holder], report.day, data.unknownHolder);
      const quarters = report.marks.filter(({ controller }) => controller === holder).map((mark) => mark.name);
      return element("span", {}, element("strong", {}, `${name}: `), quarters.join(", "));
    };
    return [
      element("p", {}, report.text),
      ...holders.map((holder) =>
        element("p", { class: "quarters-held" }, swatchElement(data.controllers[holder]), heldBy(holder))),
      look,
      element("ul", { class: "sources" }, ...report.sources.map((source) => sourceItem(data.sources[source]))),
    ];
  }

  map.on("zoomend", () => {
    const at = middle();
    if (map.getZoom() >= QUARTERS_FROM && at && map.getBounds().contains(at)) card.open = true;
  });
  store.subscribe((_, changed) => {
    if (changed.has("moment") || changed.has("language")) show();
  });
  show();
  return { element: card };
}
