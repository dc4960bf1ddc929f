// Dialog that reports an error in an event, area or term.
// Its text is copied, or sent by whatever the link opens; the map itself sends nothing.

import { copyField } from "#timemap/page/clipboard.js";
import { closableDialog, element } from "#timemap/page/nodes.js";
import { reportLink, reportText, reportTitle } from "#timemap/page/reporttext.js";

/** @import { Context } from "#timemap/types.d.ts" */
/** @import { Subject } from "#timemap/page/reporttext.js" */
/** @import { ViewAddress } from "#timemap/page/viewaddress.js" */

const NAME = "Report an error";
const COPIED = "Report copied.";
const NOT_COPIED = "The report is selected: copy it.";
const TO_SEND = "Say what is wrong and name a source. Then send the report, or copy it.";
const TO_COPY = "Say what is wrong and name a source. Then copy the report and send it to whoever gave you this map.";

/**
 * Make the dialog.
 *
 * @param {Pick<Context, "data"> & {view: ViewAddress}} context
 * @returns {{element: HTMLDialogElement, open: (subject: Subject) => Promise<void>}}
 */
export function createErrorReport({ data, view }) {
  const { title, version, reportAddress: target } = data;
  const said = element("p", { role: "status" });
  const field = element("textarea", { rows: 11, "aria-labelledby": "report-title" });
  const copying = element("button", { type: "button" }, "Copy");
  const sending = element("a", { class: "report-send", target: "_blank", rel: "noopener noreferrer" }, "Send");
  const canSend = reportLink(target, "", "") !== "";
  const dialog = closableDialog(
    { class: "help report", "aria-labelledby": "report-title" },
    element("h2", { id: "report-title" }, NAME),
    element("p", {}, canSend ? TO_SEND : TO_COPY),
    field,
    element("div", { class: "report-ways" }, copying, ...(canSend ? [sending] : [])),
    said,
  );
  let heading = "";

  /** Bring the link up to date with what is typed. */
  function renew() {
    if (canSend) sending.href = reportLink(target, heading, field.value);
  }

  /** @param {Subject} subject */
  async function open(subject) {
    const { address } = await view.ask();
    heading = reportTitle(subject);
    const shown = address.replace(/^file:[^#?]*\//, ""); // folders of this computer are nobody's business
    field.value = reportText(subject, { title, version, address: shown });
    said.textContent = "";
    renew();
    if (!dialog.open) dialog.showModal();
    field.focus();
    field.setSelectionRange(field.value.length, field.value.length);
  }

  field.addEventListener("input", renew);
  copying.addEventListener("click", async () => {
    said.textContent = (await copyField(field)) ? COPIED : NOT_COPIED;
  });
  return { element: dialog, open };
}

/**
 * Make the button that opens the dialog.
 *
 * @param {() => void} act
 */
export function reportButton(act) {
  const button = element("button", { type: "button", class: "report-button" }, NAME);
  button.addEventListener("click", act);
  return button;
}
