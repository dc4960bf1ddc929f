// Component that gives the browser a file, once for each press.

/**
 * @typedef {object} GivenFile
 * @property {string} press another text for each file
 * @property {string} name
 * @property {string} type
 * @property {string} content in base64
 */

/** @type {Set<string>} */
const given = new Set();

/**
 * Give the file.
 *
 * Streamlit calls this at the mount and after every rerun that changes the data.
 *
 * @param {{data?: GivenFile|Record<string, never>}} component empty where there is none
 */
export default function fileComponent({ data }) {
  if (!data?.press || given.has(data.press)) return;
  given.add(data.press);
  const bytes = Uint8Array.from(atob(data.content), (byte) => byte.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type: data.type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = data.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000); // the browser may still be reading it
}
