// Names of controllers on a day. A controller is called as it was then, wherever it is named.

/** @typedef {import("#timemap/types.d.ts").Controller} FullController */
/** @typedef {Pick<FullController, "name"> & Partial<FullController>} Controller */

/**
 * Return the name of a controller on a day.
 *
 * @param {Controller|undefined} controller
 * @param {number} day
 * @param {string} otherwise where there is no controller
 * @returns {string}
 */
export function nameOn(controller, day, otherwise = "") {
  /** @param {[number|null, number|null, string]} named */
  const isThen = ([start, end]) => (start === null || start <= day) && (end === null || day < end);
  const dated = controller?.names?.find(isThen);
  return dated?.[2] ?? controller?.name ?? otherwise;
}

/**
 * Return the names that a controller had on some days, each once, by day.
 *
 * @param {Controller|undefined} controller
 * @param {(number|null)[]} days null for none
 * @returns {string}
 */
export function namesOn(controller, days) {
  const known = days.filter((day) => day !== null && day !== undefined).sort((one, other) => one - other);
  return [...new Set(known.map((day) => nameOn(controller, day)))].join(" / ");
}
