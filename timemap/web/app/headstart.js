// Head start of the map's document. It begins while Streamlit itself is loaded; the component takes its frame over,
// where the browser can move one that lives.

/**
 * Begin the document.
 *
 * @param {{address: string, frame: Record<string, string>}} wanted its address, and the attributes of its frame
 */
export function headStart({ address, frame }) {
  if (!("moveBefore" in globalThis.Element.prototype)) return;
  const iframe = document.createElement("iframe");
  for (const [name, value] of Object.entries(frame)) iframe.setAttribute(name, value);
  iframe.id = "timemap-head-start";
  // eslint-disable-next-line no-restricted-properties -- every browser that moves frames has it
  iframe.inert = true;
  const state = globalThis.location.search.replace("?", "#"); // so that it begins with what it will show
  iframe.src = `${new URL(address, document.baseURI).href}${state}`;
  const early = { iframe, ready: false, presenting: false };
  globalThis.addEventListener("message", ({ source, data }) => {
    if (source !== iframe.contentWindow) return;
    if (data?.type === "timemap:ready") early.ready = true;
    if (data?.type === "timemap:presenting") early.presenting = data.presenting === true;
  });
  document.body.append(iframe);
  globalThis.timemapHeadStart = early;
}
