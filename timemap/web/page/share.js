// What is seen is shared by its address: it is copied at once, and where the page around is the app, a QR code stands beside it.

import { closableDialog, element } from "#timemap/page/nodes.js";
import { mapButton } from "#timemap/map/buttons.js";
import { opensHereOnly } from "#timemap/page/here.js";

/** Milliseconds that the page around has to say at which address it shows the map. */
const PATIENCE = 1000;

const COPIED = "The address has been copied.";
const NOT_COPIED = "Copy the address: it is selected.";
const WORDS = Object.freeze({
  file: "This map is a file: its address works on this computer alone. To share it, give the file. There is no QR code for a file.",
  site: "QR codes are made by the app. These pages work without it, so there is none here.",
  far: "",
});

/**
 * Make the dialog and the button that opens it.
 *
 * @param {object} context of the document; `host` is there when the button is pressed
 * @returns {{element: HTMLDialogElement, button: HTMLButtonElement, take: (answer: {address: string, here: boolean, picture: string}) => void}} `take` is given what the page around answers
 */
export function createShare(context) {
  const said = element("p", { role: "status" });
  const field = element("input", { type: "text", readonly: true, "aria-label": "Address of what is seen" });
  const again = element("button", { type: "button" }, "Copy");
  const note = element("p", { class: "quiet" });
  const code = element("img", { class: "share-code", alt: "QR code of this address", hidden: true });
  const dialog = closableDialog({ class: "help share", "aria-labelledby": "share-title" },
    element("h2", { id: "share-title" }, "Share what you see"), said, element("div", { class: "share-address" }, field, again), code, note);
  let answered = () => {};

  async function open() {
    for (const part of [said, note]) part.textContent = "";
    show(await asked(context.host));
    if (!dialog.open) dialog.showModal();
    await copy();
  }

  /** What the page around answers, or else the address of the document itself. */
  function asked({ shared, tell }) {
    const address = shared();
    const { href, protocol, hash, search } = globalThis.location;
    const bare = href.slice(0, href.length - hash.length - search.length);
    const own = { address: `${bare}#${address}`, words: protocol === "file:" ? WORDS.file : opensHereOnly(href) ? hereOnly(href) : WORDS.site, picture: "" };
    if (globalThis.parent === globalThis.self) return own;
    return new Promise((resolve) => {
      answered = resolve;
      tell({ type: "timemap:share", address });
      setTimeout(() => resolve(own), PATIENCE);
    });
  }

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

  function take({ address, here, picture }) {
    answered({ address: String(address), picture: String(picture), words: here ? hereOnly(address) : WORDS.far });
  }

  again.addEventListener("click", copy);
  return { element: dialog, button: mapButton("share", "Share", open), take };
}

function hereOnly(address) {
  return `This address begins with ${new URL(address).hostname}: it works on this computer alone, so there is no QR code. Open the map by an address that others can reach to get one.`;
}

/** Whether a text is on the clipboard now; without a secure connection only what is selected can be put there. */
async function written(text) {
  try {
    await globalThis.navigator.clipboard.writeText(text);
    return true;
  } catch {
    return document.execCommand("copy");
  }
}
