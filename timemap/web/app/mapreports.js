// Reports of the map to its page: its address, and words to the server.

import { pageQuery } from "#timemap/app/pageaddress.js";
import { isLocalAddress } from "#timemap/page/localaddress.js";

/** @import { FrameLink, StateMessage } from "#timemap/app/component.js" */
/** @import { Teller } from "#timemap/app/serverlink.js" */

/** Fields told only when their reader turns to the page, and never alone. */
const QUIET = ["lat", "lon", "zoom", "playing"];

/**
 * Return the part of the map's state that the server is told at once.
 *
 * Null when it is not worth telling.
 *
 * @param {any} state from the document in the frame, so nothing is known of it
 * @returns {Record<string, unknown>|null}
 */
export function toTell(state) {
  if (state === null || typeof state !== "object" || state.playing || typeof state.moment !== "string") return null;
  return Object.fromEntries(Object.entries(state).filter(([name]) => !QUIET.includes(name)));
}

/**
 * Make what tells the server of the state of the map.
 *
 * @param {FrameLink} link
 * @param {Teller} teller
 */
export function createReports(link, teller) {
  let told = "";
  let turned = false;

  /** @param {StateMessage} message what the map told now */
  function keep(message) {
    const wanted = toTell(message.state);
    const text = JSON.stringify([wanted, message.command]); // a server that was started again has heard nothing
    if (wanted !== null && text !== told) {
      told = text;
      tellAll(message);
    }
    if (turned) tellView(); // the map told where it is looked at after its reader had left it
  }

  /** @param {StateMessage} message */
  function tellAll({ state, address, command }) {
    teller.tell("told", { ...state, address, command });
  }

  /** Tell where the map is looked at. Files are made of what is seen; panning itself tells nothing. */
  function tellView() {
    if (link.last !== null && toTell(link.last.state) !== null) tellAll(link.last);
  }

  /** @param {Event} event by which its reader turns to the map or to the page */
  function turn({ type }) {
    turned = type === "pointerleave" || type === "blur";
    if (turned) tellView();
  }

  return { keep, tellView, turn };
}

/**
 * Make what writes the state of the map into the address of the page.
 *
 * @param {FrameLink} link
 * @param {Teller} teller
 */
export function createAddressBar(link, teller) {
  const path = globalThis.location.pathname;
  /** @type {{step?: string}|null} */
  let unwritten = null;

  /**
   * Write the address. While its reader may be on the way to another page it waits.
   *
   * @param {{step?: string}} message
   */
  function write({ step }) {
    const { history, location } = globalThis;
    const { data, last } = link;
    if (data.page.draft) return; // a lesson that is only in this window has no address
    unwritten = teller.leaving() ? { step: unwritten?.step === "new" ? "new" : step } : null;
    if (unwritten !== null || last === null || location.pathname !== path) return;
    const query = pageQuery(location.search, last.address, data.names, data.explicit);
    if (query === location.search) return;
    history[step === "new" ? "pushState" : "replaceState"](history.state, "", `${path}${query}${location.hash}`);
  }

  /**
   * Say at which address this page shows a state. Its server says who can follow that, and makes a QR code of it.
   *
   * @param {unknown} asked
   */
  async function share(asked) {
    const { location, fetch } = globalThis;
    const query = pageQuery(location.search, String(asked), link.data.names, link.data.explicit);
    const address = `${location.origin}${path}${query}`;
    const own = { address, here: isLocalAddress(address), picture: "" };
    const asking = fetch(new URL(`share${query}`, document.baseURI));
    const said = await asking.then((answer) => answer.json()).catch(() => ({}));
    link.send({ ...own, ...said, type: "timemap:shared" });
  }

  function goBack() {
    const isHere = globalThis.location.pathname === path;
    if (link.ready && isHere) link.send({ type: "timemap:open", address: globalThis.location.search });
  }

  return { write, writeLate: () => unwritten !== null && write(unwritten), share, goBack };
}
