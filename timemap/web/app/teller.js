// What the map tells its server goes one way, which waits while its reader may be leaving for another page.

/** Milliseconds after which who pressed a link and is still here is taken to stay. */
const WAY = 15_000;

/**
 * Return whether a press is on its way to another page of the app, in this window.
 *
 * @param {Event & {button?: number, ctrlKey?: boolean, shiftKey?: boolean, metaKey?: boolean, altKey?: boolean}} event a press of a pointer, or a click, which may come from a key
 * @param {{origin: string, pathname: string}} here
 * @returns {boolean}
 */
export function leadsAway(event, here) {
  if (event.button > 0 || event.ctrlKey || event.shiftKey || event.metaKey || event.altKey) return false;
  const link = event.composedPath().find((node) => node.href !== undefined && node.pathname !== undefined);
  if (link === undefined || link.download || !link.protocol.startsWith("http")) return false;
  return !["_blank", "_parent", "_top"].includes(link.target) && link.origin === here.origin && link.pathname !== here.pathname;
}

/**
 * Make the way to the server. Nothing is told after a link was pressed: with each message Streamlit names the page that it still shows, and would bring
 * its reader back. It is told when its reader is seen to stay: who pressed on a link but let go elsewhere, or came back to the map, or is still here after a while.
 */
export function createTeller(onStay) {
  let streamlit = null;
  let waiting = null;
  let last = "";
  let leaving = false;
  let way = 0;

  function tell(name, value) {
    waiting = { name, value };
    speak();
  }

  function speak() {
    if (leaving || waiting === null || streamlit === null) return;
    const { name, value } = waiting;
    waiting = null;
    const text = JSON.stringify(value);
    if (text === last) return;
    last = text;
    streamlit.setStateValue(name, value);
  }

  function stay() {
    clearTimeout(way);
    way = 0;
    leaving = false;
    onStay();
    speak();
  }

  function notice(event, isOnMap) {
    if (event.type === "blur") {
      if (event.target === globalThis) setTimeout(() => isOnMap() && stay());
      return;
    }
    const leads = event.type !== "pointercancel" && leadsAway(event, globalThis.location);
    if (event.type === "click" && leads) {
      clearTimeout(way);
      way = setTimeout(stay, WAY);
    }
    if (leads) leaving = true;
    else if (way === 0) stay();
  }

  return {
    receive: (newStreamlit) => {
      streamlit = newStreamlit;
      speak();
    },
    tell,
    happened: (name, value) => streamlit.setTriggerValue(name, value),
    leaving: () => leaving,
    notice,
    destroy: () => clearTimeout(way),
  };
}
