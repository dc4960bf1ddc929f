// Request of a file of what the map shows, and its delivery.

export const NO_ANSWER = "The server did not answer. Check your connection and try again.";

/**
 * Return the query that asks for what a map told, as an address has it.
 *
 * @param {Record<string, unknown>} state as the map told it
 * @param {string[]} names those that count
 * @returns {string}
 */
export function queryOf(state, names) {
  const query = new URLSearchParams();
  for (const name of names) {
    const value = Array.isArray(state[name]) ? state[name].join(",") : state[name];
    if (["string", "number"].includes(typeof value) && value !== "") query.set(name, String(value));
  }
  return query.toString();
}

/**
 * Return the query that asks for what the map of the page shows now.
 *
 * Where it tells nothing, it is what the address has.
 *
 * @param {{names: string[], shape?: string}} data
 * @returns {Promise<string>}
 */
export async function seenQuery({ names, shape }) {
  const seen = await globalThis.timemapSeen?.();
  return seen ? queryOf({ ...seen, shape }, names) : globalThis.location.search.slice(1);
}

/**
 * Give a file to the reader.
 *
 * @param {Blob} file
 * @param {string} name under which it is kept
 */
export function giveFile(file, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // the browser may still be reading it
}
