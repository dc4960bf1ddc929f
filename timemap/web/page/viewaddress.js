// Address of what is seen: that of the page around, or the own one.

import { isLocalAddress } from "#timemap/page/localaddress.js";
import { queryOf } from "#timemap/state/fields.js";
import { dayIso } from "#timemap/time/dates.js";

/** @import { Address, Context, MapState, Viewport } from "#timemap/types.d.ts" */

/** Milliseconds that the page around has to say at which address it shows the map. */
const PATIENCE = 1000;

const WORDS = Object.freeze({
  file: "This map is a file, so the link works on this computer only. To share the map, send the file.",
  site: "There is no QR code here: only the app can make one.",
  far: "",
});

/** @typedef {{address: string, words: string, picture: string}} Shared `words` say who can open it */

/** @typedef {ReturnType<typeof createViewAddress>} ViewAddress */

/**
 * Make what asks for the address.
 *
 * @param {Pick<Context, "store" | "visibleArea" | "address" | "channel">} context
 * @returns {{ask: () => Shared|Promise<Shared>, take: (answer: {address?: unknown, here?: unknown, picture?: unknown})
 *   => void}} `take` is given what the page around answers
 */
export function createViewAddress({ store, visibleArea, address: { write }, channel }) {
  /** @type {(answer: Shared) => void} */
  let answered = () => {};

  /**
   * Return what the page around answers, or else the own address.
   *
   * @returns {Shared|Promise<Shared>}
   */
  function ask() {
    const shared = sharedAddress(store.get(), visibleArea.currentView(), write);
    const { href, protocol, hash, search } = globalThis.location;
    const bare = href.slice(0, href.length - hash.length - search.length);
    const own = {
      address: `${bare}#${shared}`,
      words: protocol === "file:" ? WORDS.file : isLocalAddress(href) ? hereOnly(href) : WORDS.site,
      picture: "",
    };
    if (!channel.embedded) return own;
    return new Promise((resolve) => {
      answered = resolve;
      channel.send({ type: "timemap:share", address: shared });
      setTimeout(() => resolve(own), PATIENCE);
    });
  }

  /** @param {{address?: unknown, here?: unknown, picture?: unknown}} answer */
  function take({ address, here, picture }) {
    answered({
      address: String(address),
      picture: String(picture),
      words: here ? hereOnly(String(address)) : WORDS.far,
    });
  }

  return { ask, take };
}

/**
 * Return the state as an address that is handed on has it.
 *
 * With its day, on whatever day a map opens later, and its place; a lesson brings its own.
 *
 * @param {MapState} state
 * @param {Viewport} view
 * @param {Address["write"]} write
 */
function sharedAddress(state, view, write) {
  return queryOf({ ...(state.lesson ? {} : { moment: dayIso(state.moment) }), ...write({ ...state, view }) });
}

/** @param {string} address */
function hereOnly(address) {
  return `This link begins with ${new URL(address).hostname} and works on this computer only, so there is no QR code. `
    + "To get one, open the map at an address that others can reach.";
}
