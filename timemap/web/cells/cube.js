// Count cube: numbers of events by cell, period and category.
//
// geodata/count_cube/encoding.py writes its bytes and says how they are laid out.

/** The layout that is read here. */
const VERSION = 1;

/**
 * @typedef {object} CubeHeader
 * @property {number} version
 * @property {number} level There are 2 ** level cells from west to east on the whole map.
 * @property {number} west Column of the westernmost cells, from 180 degrees west.
 * @property {number} north Row of the northernmost cells.
 * @property {number} width Cells from west to east.
 * @property {number} height Cells from north to south.
 * @property {"day" | "week" | "month" | "year"} period
 * @property {number} first Period of step 0, counted from 1970.
 * @property {number} steps Periods that follow each other.
 * @property {string[]} categories
 * @property {number} cells Cells with events.
 * @property {number} counts
 * @property {number} counted Events.
 * @property {number} rows
 * @property {number} outside
 * @property {Record<string, number>} left_out Rows that could not be counted, by the reason in words.
 * @property {string[]} notes
 *
 * @typedef {object} CountCube Counts sorted by cell, step and category.
 * @property {CubeHeader} header
 * @property {Uint32Array} cell Numbers of cells, row by row from the north-west.
 * @property {Uint32Array} step
 * @property {Uint32Array} category
 * @property {Uint32Array} count
 */

/**
 * Return the cube of bytes that are inflated already.
 *
 * @param {Uint8Array} bytes
 * @returns {CountCube}
 */
export function readCube(bytes) {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  /** @type {CubeHeader} */
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length)));
  if (header.version !== VERSION) throw new Error(`got version ${header.version}, expected ${VERSION}`);
  const next = varints(bytes, 4 + length);
  const [gaps, sizes] = [column(header.cells, next), column(header.cells, next)];
  const [step, category, count] = [0, 1, 2].map(() => column(header.counts, next));
  const cell = new Uint32Array(header.counts);
  let [at, place] = [0, 0];
  for (let group = 0; group < header.cells; group++) {
    place += gaps[group];
    let moment = 0;
    for (const end = at + sizes[group]; at < end; at++) {
      cell[at] = place;
      moment += step[at];
      step[at] = moment;
      count[at] += 1;
    }
  }
  return { header, cell, step, category, count };
}

/**
 * Return a function that gives one number after the other: unsigned LEB128.
 *
 * @param {Uint8Array} bytes
 * @param {number} start
 */
function varints(bytes, start) {
  let at = start;
  return () => {
    let [value, factor, octet] = [0, 1, 0];
    do {
      octet = bytes[at++];
      value += (octet & 0x7f) * factor;
      factor *= 0x80;
    } while (octet & 0x80);
    return value;
  };
}

/**
 * @param {number} length
 * @param {() => number} next
 */
function column(length, next) {
  const numbers = new Uint32Array(length);
  for (let index = 0; index < length; index++) numbers[index] = next();
  return numbers;
}
