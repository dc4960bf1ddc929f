// Links between help pages, followed in the same tab. The visit goes on with its map; Streamlit would open another.

/** @typedef {(path: string) => void} Tell tells Streamlit which page was asked for */

/** @type {WeakMap<Node, ReturnType<typeof createListener>>} */
const listeners = new WeakMap();

/**
 * Follow links.
 *
 * Streamlit calls this at the mount and after every rerun that changes the data.
 *
 * @param {{parentElement: ShadowRoot, setTriggerValue: (name: string, value: string) => void}} component
 * @returns {() => void} to be called when the component goes away
 */
export default function helpLinksComponent({ parentElement, setTriggerValue }) {
  const listener = listeners.get(parentElement) ?? createListener();
  listeners.set(parentElement, listener);
  listener.tellWith((path) => setTriggerValue("topic", path));
  return () => {
    listener.stop();
    listeners.delete(parentElement);
  };
}

function createListener() {
  /** @type {Tell} */
  let tell = () => {};

  /** @param {MouseEvent} event */
  function follow(event) {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (link === null || event.button > 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const path = new URL(link.href).searchParams.get("topic");
    const isHere = link.pathname === globalThis.location.pathname;
    if (path === null || !isHere || link.closest(".st-key-help") === null) return;
    event.preventDefault();
    link.closest(".stMain")?.scrollTo(0, 0);
    tell(path);
  }

  document.addEventListener("click", follow);
  return {
    /** @param {Tell} next */
    tellWith(next) {
      tell = next;
    },
    stop: () => document.removeEventListener("click", follow),
  };
}
