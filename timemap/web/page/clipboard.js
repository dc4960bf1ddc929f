// Copying of a text that stands in a field.

/**
 * Copy the text of a field; return whether it is on the clipboard now.
 *
 * Without a secure connection only what is selected can be put there.
 *
 * @param {HTMLInputElement|HTMLTextAreaElement} field
 */
export async function copyField(field) {
  field.focus();
  field.select();
  try {
    await globalThis.navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    return document.execCommand("copy");
  }
}
