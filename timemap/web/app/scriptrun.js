// Wait for the server to begin or end with what a page has just sent it.

/** Milliseconds after which it has begun, or will not. */
const BEGUN = 3000;
/** Attribute by which Streamlit says whether a run of the script is under way. */
const STATE = "data-test-script-state";

/** Make what knows whether the server has begun with what was sent last. */
export function createRunWatch() {
  let begun = Promise.resolve();

  return {
    /** Note that something is sent now, or a field has another value that Streamlit sends. */
    sent() {
      begun = changes(1);
    },
    /** Return when the server has begun with that: a request for another page takes the place of one that waits. */
    begun: () => begun,
    /** Return when it has ended with what is sent now: a run that another follows at once may not do its work. */
    ended: () => changes(2),
  };
}

/**
 * Return when a run of the script has begun, or ended too.
 *
 * Where one is under way now, its end is waited for: the server begins with the next one then.
 *
 * @param {number} count 1 for the beginning, 2 for the end
 * @returns {Promise<void>}
 */
async function changes(count) {
  const app = document.querySelector(`[${STATE}]`);
  if (app === null) return;
  const isUnderWay = () => app.getAttribute(STATE) !== "notRunning";
  let was = isUnderWay();
  let left = was ? 1 : count;
  await new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (isUnderWay() === was) return;
      was = !was;
      left -= 1;
      if (left === 0) done();
    });
    const timer = setTimeout(done, BEGUN);

    function done() {
      observer.disconnect();
      clearTimeout(timer);
      resolve(undefined);
    }

    observer.observe(app, { attributes: true, attributeFilter: [STATE] });
  });
}
