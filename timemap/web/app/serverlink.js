// Way from the map to its server. It waits while a reader may be leaving for another page.

/** @import { createRunWatch } from "#timemap/app/scriptrun.js" */

/**
 * @typedef {object} Streamlit
 * @property {(name: string, value: unknown) => void} setStateValue tells it what stays so
 * @property {(name: string, value: unknown) => void} setTriggerValue tells it what has just happened
 *
 * @typedef {ReturnType<typeof createTeller>} Teller
 * @typedef {Pick<HTMLAnchorElement, "href"|"pathname"|"download"|"protocol"|"target"|"origin"|"click">} Link
 * @typedef {Pick<MouseEvent, "button"|"ctrlKey"|"shiftKey"|"metaKey"|"altKey">} Held
 */

/** Milliseconds after which a reader who pressed a link is taken to stay. */
const WAY = 15_000;

/**
 * Return the link that a press follows to another page of the app.
 *
 * Only links that open in this window count.
 *
 * @param {Pick<Event, "composedPath"> & Partial<Held>} event a press of a pointer, or a click, also of a key
 * @param {{origin: string, pathname: string}} here
 * @returns {Link|null} null where it stays on this page
 */
export function linkAway(event, here) {
  if ((event.button ?? 0) > 0 || event.ctrlKey || event.shiftKey || event.metaKey || event.altKey) return null;
  const link = event.composedPath().map(linkOf).find((found) => found !== null);
  if (!link || link.download || !link.protocol.startsWith("http")) return null;
  const isOther = link.origin === here.origin && link.pathname !== here.pathname;
  return isOther && !["_blank", "_parent", "_top"].includes(link.target) ? link : null;
}

/**
 * Return a node as a link, if it is one.
 *
 * @param {EventTarget} node
 * @returns {Link|null}
 */
function linkOf(node) {
  const link = /** @type {EventTarget & Partial<Link>} */ (node);
  return link.href !== undefined && link.pathname !== undefined ? /** @type {EventTarget & Link} */ (link) : null;
}

/**
 * Make what tells of something that has just happened. What else is told waits until the server has done its work.
 *
 * @param {ReturnType<typeof createRunWatch>} runs
 * @param {() => Streamlit|null} streamlit
 * @param {() => void} onDone
 */
function createTrigger(runs, streamlit, onDone) {
  let holding = false;

  /** @param {string} name @param {unknown} value */
  function happened(name, value) {
    streamlit()?.setTriggerValue(name, value);
    runs.sent();
    holding = true;
    runs.ended().then(() => {
      holding = false;
      onDone();
    });
  }

  return { happened, isHolding: () => holding };
}

/** Keep an event from all others. @param {Event} event */
function swallow(event) {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/**
 * Make the way to the server.
 *
 * Nothing is told after a link was pressed: with each message Streamlit names the page that it still shows, and would
 * bring its reader back. It is told when its reader is seen to stay: who pressed on a link but let go elsewhere, or
 * came back to the map, or is still here after a while. What was told just before, by the map or by a field of the
 * page, Streamlit sends in a task of its own: a link is followed after that, and when the server has begun with it.
 *
 * @param {ReturnType<typeof createRunWatch>} runs
 * @param {() => void} onStay
 */
export function createTeller(runs, onStay) {
  /** @type {Streamlit|null} */
  let streamlit = null;
  /** @type {{name: string, value: unknown}|null} */
  let waiting = null;
  const trigger = createTrigger(runs, () => streamlit, speak);
  let last = "";
  let leaving = false;
  let following = false;
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  let way;

  /** @param {string} name @param {unknown} value */
  function tell(name, value) {
    waiting = { name, value };
    speak();
  }

  function speak() {
    if (leaving || trigger.isHolding() || waiting === null || streamlit === null) return;
    const { name, value } = waiting;
    waiting = null;
    if (JSON.stringify(value) === last) return;
    last = JSON.stringify(value);
    streamlit.setStateValue(name, value);
    runs.sent();
  }

  function stay() {
    clearTimeout(way);
    way = undefined;
    leaving = false;
    onStay();
    speak();
  }

  /** @param {Event} event @param {() => boolean} isOnMap */
  function notice(event, isOnMap) {
    if (event.type === "blur") {
      if (event.target === globalThis) setTimeout(() => isOnMap() && stay());
      return;
    }
    const link = event.type === "pointercancel" ? null : linkAway(event, globalThis.location);
    if (link !== null) leaving = true;
    else if (way === undefined) stay();
    if (link === null || event.type !== "click" || following) return;
    swallow(event);
    leave(() => link.click());
  }

  /** @param {() => void} follow leads to another page, when the server has begun with all that was told */
  function leave(follow) {
    leaving = true;
    clearTimeout(way);
    way = setTimeout(stay, WAY);
    setTimeout(() => runs.begun().then(() => {
      following = true;
      follow();
      following = false;
    }));
  }

  return {
    receive: (/** @type {Streamlit} */ newStreamlit) => {
      streamlit = newStreamlit;
      speak();
    },
    leaving: () => leaving,
    happened: trigger.happened, tell, leave, notice,
    destroy: () => clearTimeout(way),
  };
}
