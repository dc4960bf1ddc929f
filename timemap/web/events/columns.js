// Columns of events in short form: numbers as arrays, texts as bytes.
// A row has no objects of its own. What stands in a cell is made when it is asked for.

/**
 * @template Value
 * @typedef {object} Column
 * @property {number} length
 * @property {(row: number) => Value} at the value of a row; what it gives is not to be changed
 * @property {(value: Value) => number} indexOf first row with a value, -1 for none
 */

/**
 * Lists of numbers, one after the other.
 *
 * @typedef {Omit<Column<number[]>, "indexOf"> & {values: Uint16Array|Uint32Array, starts: Uint32Array}} Lists the list
 *   of a row is `values` from `starts[row]` to `starts[row + 1]`
 */

/** Different values up to which they are kept ready. More of them are kept as bytes. */
const FEW = 2000;
const LARGEST_SHORT = 0xffff;

/**
 * Pack a column of texts, or of what JSON can write.
 *
 * Rows with the same value share it.
 *
 * @template Value
 * @param {readonly Value[]} values
 * @returns {Column<Value>}
 */
export function packValues(values) {
  const isText = values.every((value) => typeof value === "string");
  const keyOf = (/** @type {Value} */ value) => (isText ? /** @type {string} */ (value) : JSON.stringify(value));
  /** @type {Map<string, number>} */
  const numbers = new Map();
  const numberOf = new Uint32Array(values.length);
  values.forEach((value, row) => {
    const key = keyOf(value);
    const number = numbers.get(key) ?? numbers.size;
    if (number === numbers.size) numbers.set(key, number);
    numberOf[row] = number;
  });
  const keys = [...numbers.keys()];
  const valueOf = (/** @type {string} */ key) => /** @type {Value} */ (isText ? key : JSON.parse(key));
  const kept = keys.length <= FEW ? keptReady(keys.map(valueOf), keys) : keptAsBytes(keys, valueOf);
  const short = keys.length <= LARGEST_SHORT ? Uint16Array.from(numberOf) : numberOf;
  return {
    length: values.length,
    at: (row) => kept.value(short[row]),
    indexOf(value) {
      const number = kept.find(keyOf(value));
      return number < 0 ? -1 : short.indexOf(number);
    },
  };
}

/**
 * @template Value
 * @typedef {{value: (number: number) => Value, find: (key: string) => number}} Store
 */

/**
 * @template Value
 * @param {Value[]} values
 * @param {string[]} keys
 * @returns {Store<Value>}
 */
function keptReady(values, keys) {
  return { value: (number) => values[number], find: (key) => keys.indexOf(key) };
}

/**
 * @template Value
 * @param {string[]} keys
 * @param {(key: string) => Value} valueOf
 * @returns {Store<Value>}
 */
function keptAsBytes(keys, valueOf) {
  const { bytes, starts } = encoded(keys);
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  const part = (/** @type {number} */ number) => bytes.subarray(starts[number], starts[number + 1]);
  return {
    value: (number) => valueOf(decoder.decode(part(number))),
    find(key) {
      const wanted = new TextEncoder().encode(key);
      for (let number = 0; number < starts.length - 1; number += 1) {
        const isAsLong = starts[number + 1] - starts[number] === wanted.length;
        if (isAsLong && part(number).every((byte, at) => byte === wanted[at])) return number;
      }
      return -1;
    },
  };
}

/** Write texts as bytes, one after the other. @param {string[]} texts */
function encoded(texts) {
  const encoder = new TextEncoder();
  const starts = new Uint32Array(texts.length + 1);
  let bytes = new Uint8Array(texts.reduce((sum, { length }) => sum + length, 0) + 3);
  texts.forEach((text, number) => {
    const from = starts[number];
    const most = from + 3 * text.length;
    if (most > bytes.length) bytes = grown(bytes, Math.max(most, 1.5 * bytes.length));
    starts[number + 1] = from + encoder.encodeInto(text, bytes.subarray(from)).written;
  });
  return { bytes: bytes.slice(0, starts[texts.length]), starts };
}

/** @param {Uint8Array<ArrayBuffer>} bytes @param {number} size */
function grown(bytes, size) {
  const larger = new Uint8Array(Math.ceil(size));
  larger.set(bytes);
  return larger;
}

/**
 * Pack a column of lists of numbers.
 *
 * @param {readonly (readonly number[])[]} lists
 * @returns {Lists}
 */
export function packLists(lists) {
  const starts = new Uint32Array(lists.length + 1);
  lists.forEach((list, row) => {
    starts[row + 1] = starts[row] + list.length;
  });
  const all = new Uint32Array(starts[lists.length]);
  let largest = 0;
  lists.forEach((list, row) => {
    all.set(list, starts[row]);
    for (const number of list) largest = Math.max(largest, number);
  });
  const values = largest <= LARGEST_SHORT ? Uint16Array.from(all) : all;
  return {
    length: lists.length, values, starts, at: (row) => Array.from(values.subarray(starts[row], starts[row + 1])),
  };
}
