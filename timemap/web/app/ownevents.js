// Own events of a visitor, fetched for the map and handed to it.

import { WAITING } from "#timemap/own/askown.js";
import { namesIn, queryOf } from "#timemap/state/fields.js";

/** @import { Message } from "#timemap/types.d.ts" */

/** How the ids of own events begin. */
const PREFIX = "own-";

/**
 * Make the sender of own events to the document that asks for them.
 *
 * @param {(message: Message) => void} send
 */
export function createOwnEvents(send) {
  let shown = "";
  /** @type {Promise<string|null>} */
  let fetched = Promise.resolve(null);

  return {
    isOther: (/** @type {string} */ address) => address !== shown,
    /**
     * Begin to fetch them.
     *
     * @param {string} address relative to the page that has all others; empty for none
     * @returns {string} what is added to the address of the document, so that it waits for them
     */
    begin(address) {
      shown = address;
      fetched = address ? fetchText(new URL(address, document.baseURI)) : Promise.resolve(null);
      return address ? WAITING : "";
    },
    async send() {
      const asked = fetched;
      const own = await asked;
      if (asked === fetched) send({ type: "timemap:own", own });
    },
  };
}

/** @param {URL} address @returns {Promise<string|null>} null where it cannot be fetched */
async function fetchText(address) {
  try {
    const answer = await globalThis.fetch(address);
    return answer.ok ? await answer.text() : null;
  } catch {
    return null;
  }
}

/**
 * Return an address without what only own events are about.
 *
 * @param {string} address
 * @returns {string}
 */
export function withoutOwn(address) {
  const names = namesIn(address);
  delete names.own;
  if (names.event?.startsWith(PREFIX)) delete names.event;
  return queryOf(names);
}
