// Order of what Escape ends.
// One press ends one thing: what takes it says so, and what comes later leaves it alone.

/**
 * Do something when Escape is pressed and nothing else has taken it.
 *
 * A dialog of the browser closes itself.
 *
 * @param {() => boolean} end ends it, and returns whether there was something to end
 * @param {{last?: boolean}} [order] `last` for what lies under all else: the cards in the panel
 */
export function onEscape(end, { last = false } = {}) {
  /** @param {KeyboardEvent} event */
  function press(event) {
    if (event.key !== "Escape" || event.defaultPrevented || document.querySelector("dialog[open]")) return;
    if (end()) event.preventDefault();
  }

  if (last) globalThis.addEventListener("keydown", press);
  else document.addEventListener("keydown", press);
}

/**
 * Press Escape where the focus is, and return whether it ended something.
 *
 * It is for a press that another window passes on.
 */
export function pressEscape() {
  /** @type {HTMLDialogElement|null} */
  const dialog = document.querySelector("dialog[open]");
  dialog?.close();
  // A browser takes the focus off what is hidden with its next picture only; a key may come before.
  const held = document.activeElement;
  if (held instanceof HTMLElement && dialog?.contains(held)) held.blur();
  const event = new globalThis.KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true });
  return dialog !== null || !(document.activeElement ?? document).dispatchEvent(event);
}
