// Dialog that shares what is seen by its address.
// The address is copied at once; where the page around is the app, a QR code stands beside it.

import { closableDialog, element } from "#timemap/page/nodes.js";
import { mapButton } from "#timemap/map/mapbutton.js";
import { isLocalAddress } from "#timemap/page/localaddress.js";
import { queryOf } from "#timemap/state/fields.js";
import { dayIso } from "#timemap/time/dates.js";

/** @import { Address, Context, MapState, Viewport } from "#timemap/types.d.ts" */

/** Milliseconds that the page around has to say at which address it shows the map. */
const PATIENCE = 1000;

const COPIED = "Link copied.";
const NOT_COPIED = "The link is selected: copy it.";
const WORDS = Object.freeze({
  file: "This map is a file, so the link works on this computer only. To share the map, send the file.",
  site: "There is no QR code here: only the app can make one.",
  far: "",
});

/** @typedef {{address: string, words: string, picture: string}} Shared */

/**
 * Make the dialog and the button that opens it.
 *
 * @param {Pick<Context, "store" | "visibleArea" | "address" | "channel">} context
 * @returns {{element: HTMLDialogElement, button: HTMLButtonElement, take: (answer: {address?: unknown, here?: unknown,
 *   picture?: unknown}) => void}} `take` is given what the page around answers
 */
export function createShare({ store, visibleArea, address: { write }, channel }) {
  const said = element("p", { role: "status" });
  const field = element("input", { type: "text", readonly: true, "aria-label": "Link to this view" });
  const again = element("button", { type: "button" }, "Copy");
  const note = element("p", { class: "quiet" });
  const code = element("img", { class: "share-code", alt: "QR code for this link", hidden: true });
  const dialog = closableDialog(
    { class: "help share", "aria-labelledby": "share-title" },
    element("h2", { id: "share-title" }, "Share this view"),
    said,
    element("div", { class: "share-address" }, field, again),
    code,
    note,
  );
  /** @type {(answer: Shared) => void} */
  let answered = () => {};

  async function open() {
    for (const part of [said, note]) part.textContent = "";
    show(await asked());
    if (!dialog.open) dialog.showModal();
    await copy();
  }

  /**
   * Return what the page around answers, or else the own address.
   *
   * @returns {Shared|Promise<Shared>}
   */
  function asked() {
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

  /** @param {Shared} shared */
  function show({ address, picture, words }) {
    field.value = address;
    note.textContent = words;
    note.hidden = words === "";
    code.hidden = picture === "";
    if (picture) code.src = picture;
  }

  async function copy() {
    field.focus();
    field.select();
    said.textContent = (await written(field.value)) ? COPIED : NOT_COPIED;
  }

  /** @param {{address?: unknown, here?: unknown, picture?: unknown}} answer */
  function take({ address, here, picture }) {
    answered({
      address: String(address),
      picture: String(picture),
      words: here ? hereOnly(String(address)) : WORDS.far,
    });
  }

  again.addEventListener("click", copy);
  return { element: dialog, button: mapButton("share", "Share", open), take };
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

/**
 * Return whether a text is on the clipboard now.
 *
 * Without a secure connection only what is selected can be put there.
 *
 * @param {string} text
 */
async function written(text) {
  try {
    await globalThis.navigator.clipboard.writeText(text);
    return true;
  } catch {
    return document.execCommand("copy");
  }
}
