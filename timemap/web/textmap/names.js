// Names of holders and places in the map in words.
// They are in the language of the map, and as they were on the day.

import { wholePercents } from "#timemap/areas/percents.js";
import { nameOn } from "#timemap/areas/controllers.js";
import { bestKnownCell } from "#timemap/panel/areanames.js";
import { wayFrom } from "#timemap/textmap/areaphrases.js";
import { named, plain, say } from "#timemap/textmap/text.js";

/** @import { Day, LonLat, MapData, Topology, Names as NamesByLanguage } from "#timemap/types.d.ts" */
/** @import { Text } from "#timemap/textmap/text.js" */
/** @import { Area } from "#timemap/areas/areaof.js" */
/** @typedef {ReturnType<typeof createNames>} Names */

/**
 * Make what names things.
 *
 * @param {MapData} data
 * @param {Day} day
 * @param {string} language
 */
export function createNames(data, day, language) {
  /** @param {{names: NamesByLanguage}} place */
  const place = ({ names }) => named(names, language);
  const focusName = () => named(data.focus?.names, language);
  /** @param {number} controller -1 for none @returns {Text} */
  const holder = (controller) => [nameOn(data.controllers[controller], day, data.unknownHolder)];
  return {
    place,
    focusName,
    holder,
    /** Return the name of another area of the same holder. @param {number} zone -1 for none @returns {Text} */
    zone: (zone) => [zone < 0 ? "other land of the same holder" : data.areas.zones[zone].name],
    /**
     * Return the name of an area: that of its zone, else its holder and best known place.
     *
     * @type {(area: Area, topology: Topology) => Text}
     */
    area({ controller, zone, cells }, topology) {
      if (zone >= 0) return [data.areas.zones[zone].name];
      const known = data.places[topology.cells[bestKnownCell(data.places, topology, cells)]?.place];
      return known ? say`${holder(controller)}: ${place(known)}` : holder(controller);
    },
    /** Return names of places, each once. @param {{names: NamesByLanguage}[]} places @returns {Text[]} */
    each(places) {
      const known = new Map(places.map((one) => [plain(place(one)), place(one)]));
      return [...known.values()];
    },
    /** Return where a point lies from the focus. @param {LonLat} point @returns {Text} */
    fromFocus: (point) => (data.focus ? wayFrom(point, data.focus, focusName()) : []),
    /** Return shares of evidence. @param {number[]} shares by confidence @returns {Text} */
    strengths(shares) {
      const percents = wholePercents(shares);
      const parts = shares.flatMap((_, at) => (percents[at] > 0 ? [`${data.strengths[at]} ${percents[at]}%`] : []));
      return say`${parts.join(", ")}`;
    },
  };
}
