// Dialog with the keyboard shortcuts.
// It holds the switch that turns single keys off.

import { DATE_KEYS, GESTURES, KEYS } from "#timemap/time/keytable.js";
import { closableDialog, element } from "#timemap/page/nodes.js";

/** @import { Context } from "#timemap/types.d.ts" */

/**
 * Make the list of keys; the lead puts its element into the page.
 *
 * @param {Pick<Context, "store">} context
 * @returns {{element: HTMLDialogElement, open: () => void}}
 */
export function createHelp({ store }) {
  const single = element("input", { type: "checkbox" });
  single.addEventListener("change", () => store.set({ singleKeys: single.checked }));
  const letters = KEYS.filter((entry) => entry.single).map((entry) => entry.shown).join(", ");
  const dialog = closableDialog({ class: "help", "aria-labelledby": "help-title" },
    element("h2", { id: "help-title" }, "Keyboard shortcuts"),
    list(KEYS.map(({ shown, words }) => [shown, words])),
    element("label", { class: "choice" }, single, element("span", {}, `Use single-key shortcuts (${letters})`)),
    element("h3", {}, "On the timeline"),
    list([...GESTURES, ...DATE_KEYS.map(({ shown, words }) => [shown, words])]));

  function draw() {
    single.checked = store.get().singleKeys !== false;
  }

  draw();
  store.subscribe((_, changed) => {
    if (changed.has("singleKeys")) draw();
  });

  return {
    element: dialog,
    open() {
      if (!dialog.open) dialog.showModal();
    },
  };
}

/** @param {readonly string[][]} rows name of a key and what it does */
function list(rows) {
  return element(
    "dl",
    { class: "help-keys" },
    ...rows.map(([key, words]) =>
      element("div", {}, element("dt", {}, element("kbd", {}, key)), element("dd", {}, words)),
    ),
  );
}
