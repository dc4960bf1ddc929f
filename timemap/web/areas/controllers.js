// A controller is called by the name it had on the day, wherever it is named.

/**
 * @typedef {object} Controller
 * @property {string} name the usual one
 * @property {[number|null, number|null, string][]} [names] first day or null, first day after or null, and the name on these days
 */

/**
 * Return the name of a controller on a day.
 *
 * @param {Controller|undefined} controller
 * @param {number} day
 * @param {string} otherwise where there is no controller
 * @returns {string}
 */
export function nameOn(controller, day, otherwise = "") {
  const dated = controller?.names?.find(([start, end]) => (start === null || start <= day) && (end === null || day < end));
  return dated?.[2] ?? controller?.name ?? otherwise;
}

/**
 * Return the names that a controller had on some days, each once, in the order of the days.
 *
 * @param {Controller|undefined} controller
 * @param {(number|null)[]} days null for none
 * @returns {string}
 */
export function namesOn(controller, days) {
  const known = days.filter((day) => day !== null).sort((one, other) => one - other);
  return [...new Set(known.map((day) => nameOn(controller, day)))].join(" / ");
}
