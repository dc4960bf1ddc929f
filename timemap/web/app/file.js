// What the page made is given to the browser as a file, once for each time that it was asked for.

const given = new Set();

/**
 * Streamlit calls this at the mount and after every rerun that changes the data.
 *
 * @param {{data: {press?: string, name?: string, type?: string, content?: string}}} component `content` in base64; `press` is another text for each file; without one there is none
 */
export default function fileComponent({ data }) {
  if (!data?.press || given.has(data.press)) return;
  given.add(data.press);
  const address = URL.createObjectURL(new Blob([Uint8Array.from(atob(data.content), (byte) => byte.charCodeAt(0))], { type: data.type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = data.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000); // the browser may still be reading it
}
