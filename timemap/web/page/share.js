// Dialog that shares what is seen by its address.
// The address is copied at once; where the page around is the app, a QR code stands beside it.

import { copyField } from "#timemap/page/clipboard.js";
import { closableDialog, element } from "#timemap/page/nodes.js";
import { mapButton } from "#timemap/map/mapbutton.js";

/** @import { Shared, ViewAddress } from "#timemap/page/viewaddress.js" */

const COPIED = "Link copied.";
const NOT_COPIED = "The link is selected: copy it.";

/**
 * Make the dialog and the button that opens it.
 *
 * @param {ViewAddress} view
 * @returns {{element: HTMLDialogElement, button: HTMLButtonElement}}
 */
export function createShare(view) {
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
  async function open() {
    for (const part of [said, note]) part.textContent = "";
    show(await view.ask());
    if (!dialog.open) dialog.showModal();
    await copy();
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
    said.textContent = (await copyField(field)) ? COPIED : NOT_COPIED;
  }

  again.addEventListener("click", copy);
  return { element: dialog, button: mapButton("share", "Share", open) };
}
