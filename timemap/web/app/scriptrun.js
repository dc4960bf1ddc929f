// Wait for the server to begin with what a page has just sent it.

/** Milliseconds after which it has begun, or will not. */
const BEGUN = 1000;
/** Attribute by which Streamlit says whether a run of the script is under way. */
const STATE = "data-test-script-state";

/** Make what knows when something was sent last. */
export function createRunWatch() {
  let sentAt = -Infinity;

  return {
    /** Note that something is sent now, or a field has another value that Streamlit sends. */
    sent() {
      sentAt = performance.now();
    },
    /** Return when the server has begun with that: a request for another page takes the place of one that waits. */
    begun: () => runBegins(sentAt + BEGUN - performance.now()),
  };
}

/**
 * Return when a run of the script is under way.
 *
 * @param {number} patience milliseconds after which that is given up
 * @returns {Promise<void>}
 */
async function runBegins(patience) {
  const app = document.querySelector(`[${STATE}]`);
  const isUnderWay = () => app?.getAttribute(STATE) !== "notRunning";
  if (patience <= 0 || app === null || isUnderWay()) return;
  await new Promise((resolve) => {
    const observer = new MutationObserver(() => isUnderWay() && done());
    const timer = setTimeout(done, patience);

    function done() {
      observer.disconnect();
      clearTimeout(timer);
      resolve(undefined);
    }

    observer.observe(app, { attributes: true, attributeFilter: [STATE] });
  });
}
