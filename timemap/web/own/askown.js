// Request for own events to the page around, before the map starts.

/** What the page adds to the address of a document to which it will send own events. */
export const WAITING = "?timemap-own";

/**
 * Begin, with the own events that the page around sends where it said so.
 *
 * @param {(own: string|null|undefined) => void} begin gets them as JSON; undefined for none, null where they could not
 *   be fetched
 */
export function whenOwn(begin) {
  const { parent, self, location } = globalThis;
  if (parent === self || location.search !== WAITING) {
    begin(undefined);
    return;
  }

  /** @param {MessageEvent} event */
  function take({ source, data }) {
    if (source !== parent || data?.type !== "timemap:own") return;
    globalThis.removeEventListener("message", take);
    begin(typeof data.own === "string" ? data.own : null);
  }

  globalThis.addEventListener("message", take);
  parent.postMessage({ type: "timemap:own-wanted" }, "*");
}

/**
 * Read own events and put them into the data.
 *
 * @template Data
 * @template Merged
 * @param {Data & {own?: unknown}} payload
 * @param {string|null|undefined} text what `whenOwn` gives
 * @param {(payload: Data) => Merged} merge
 * @returns {{payload: Merged, failed: boolean}} the data without them, and that it failed, where that cannot be done
 */
export function readOwn(payload, text, merge) {
  if (text === null) return { payload: merge(payload), failed: true };
  if (text === undefined) return { payload: merge(payload), failed: false };
  try {
    return { payload: merge({ ...payload, own: JSON.parse(text) }), failed: false };
  } catch {
    return { payload: merge(payload), failed: true };
  }
}
