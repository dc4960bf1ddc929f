// Keeper of a lesson's draft in the browser.
// It brings the draft back after a reload or a lost server.

import { dropDraft, readDraft, setAside, tabsOf, whatToDo, writeDraft } from "#timemap/app/draftrecords.js";

/**
 * @typedef {object} DraftData what the server holds
 * @property {string} session
 * @property {number} edition how many drafts were opened before it
 * @property {boolean} begun
 * @property {string} title
 * @property {string} text
 * @property {boolean} saved whether it is downloaded as it is
 * @property {boolean} pictured whether it has pictures, which are not kept here
 *
 * @typedef {(name: string, value: unknown) => void} Tell
 */

const TAB = "timemap-lesson-tab";

/** @type {WeakMap<Node, ReturnType<typeof createKeeper>>} */
const keepers = new WeakMap();

/**
 * Keep the draft.
 *
 * Streamlit calls this at the mount and after every rerun that changes the data.
 *
 * @param {{parentElement: ShadowRoot, data: DraftData, setTriggerValue: Tell}} component
 * @returns {() => void} to be called when the component goes away
 */
export function draftKeeperComponent({ parentElement, data, setTriggerValue }) {
  const keeper = keepers.get(parentElement) ?? createKeeper(parentElement);
  keepers.set(parentElement, keeper);
  keeper.receive(data, setTriggerValue);
  return () => {
    keeper.end();
    keepers.delete(parentElement);
  };
}

/** @param {ShadowRoot} root */
function createKeeper(root) {
  const { say, remove } = createBox(root);
  const ending = new AbortController();
  const [tab, warner] = [claimTab(ending.signal), createWarner(ending.signal)];
  /** @type {Tell} */
  let tell = () => {};
  let [asked, from] = ["", ""]; // session that was asked to restore a draft, and the tab that had it
  let isOffered = false;
  /** @type {number|null} */
  let edition = null;
  let work = Promise.resolve();

  /** @param {DraftData} data */
  async function take(data) {
    const own = await tab;
    if (ending.signal.aborted) return;
    const record = readDraft(localStorage, own);
    const done = whatToDo(record, data);
    if (done === "restore" && asked !== data.session) restore(own, data.session, true);
    else update(own, data);
    if (!data.begun && done === "nothing" && !isOffered) offer(await closedTab(own), data.session);
    isOffered = true;
  }

  /** @param {string} own @param {DraftData} data */
  function update(own, data) {
    const { session, begun, title, text, saved, pictured } = data;
    if (from !== "" && begun) {
      if (from !== own) dropDraft(localStorage, from);
      from = "";
    } else if (edition !== null && edition !== data.edition) setAside(localStorage, own, newName());
    edition = data.edition;
    const isKept = begun && writeDraft(localStorage, own, { session, time: Date.now(), title, text });
    warner.draft(saved || (isKept && !pictured));
  }

  /** @param {string} tabOf of the draft @param {string} session @param {boolean} byItself */
  function restore(tabOf, session, byItself) {
    const record = readDraft(localStorage, tabOf);
    if (record === null) return;
    [asked, from] = [session, tabOf];
    tell("restore", record.text);
    const words = `Restored ${draftWords(record)}. Pictures are not kept; add them again. `;
    if (byItself) say(words, { "Discard it": () => tell("discard", session) });
  }

  /** @param {string|null} closed tab whose draft is offered @param {string} session */
  function offer(closed, session) {
    const record = closed === null ? null : readDraft(localStorage, closed);
    if (closed === null || record === null || ending.signal.aborted) return;
    say(`This browser keeps ${draftWords(record)}. `, {
      "Restore it": () => restore(closed, session, false),
      "Discard it": () => dropDraft(localStorage, closed),
    });
  }

  return {
    /** @param {DraftData} data @param {Tell} newTell */
    receive(data, newTell) {
      tell = newTell;
      warner.arrived();
      // Where the browser keeps nothing, all that is left is to warn.
      work = work.then(() => take(data)).catch(() => warner.draft(data.saved));
    },
    end() {
      ending.abort();
      remove();
    },
  };
}

/**
 * Make the box in which something is said of a draft, empty.
 *
 * @param {ShadowRoot} root
 */
function createBox(root) {
  const box = document.createElement("div");
  box.className = "kept-draft";
  box.setAttribute("role", "status");
  box.dir = "auto";
  root.append(box);

  /** @param {string} words @param {Record<string, () => void>} choices by their words; each closes the box */
  function say(words, choices) {
    box.replaceChildren(words);
    for (const [label, run] of Object.entries({ ...choices, Close: () => {} })) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = label;
      button.addEventListener("click", () => {
        box.replaceChildren();
        run();
      });
      box.append(button);
    }
  }

  return { say, remove: () => box.remove() };
}

/**
 * Warn before the page goes with what is neither kept nor at the server.
 *
 * @param {AbortSignal} signal
 */
function createWarner(signal) {
  let isSafe = true;
  let isTyping = false;
  /** @param {Event} event */
  const typed = ({ target }) => {
    isTyping ||= target instanceof Element && target.closest('[data-testid="stMain"]') !== null;
  };
  globalThis.addEventListener("input", typed, { capture: true, signal });
  globalThis.addEventListener("beforeunload", (event) => {
    if (isSafe && !isTyping) return;
    event.preventDefault();
    event.returnValue = "";
  }, { signal });
  return {
    draft(/** @type {boolean} */ safe) {
      isSafe = safe;
    },
    arrived() {
      isTyping = false;
    },
  };
}

/** Return the name of this tab, which no other open tab has: a tab that was made from another one has its storage. */
async function claimTab(/** @type {AbortSignal} */ signal) {
  const kept = globalThis.sessionStorage.getItem(TAB);
  if (kept !== null && (await hold(kept, signal))) return kept;
  const made = newName();
  globalThis.sessionStorage.setItem(TAB, made);
  await hold(made, signal);
  return made;
}

function newName() {
  return globalThis.crypto.getRandomValues(new Uint32Array(2)).join("-");
}

/**
 * Hold the name of a tab until the signal; false where another tab has it.
 *
 * @param {string} name
 * @param {AbortSignal} signal
 * @returns {Promise<boolean>}
 */
function hold(name, signal) {
  const { locks } = globalThis.navigator;
  if (locks === undefined) return Promise.resolve(true);
  return new Promise((resolve) => {
    const held = new Promise((release) => { signal.addEventListener("abort", release); });
    locks.request(TAB + name, { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      return lock === null ? undefined : held;
    });
  });
}

/**
 * Return the tab with the newest draft among those that are open no more; null where there is none.
 *
 * @param {string} own
 * @returns {Promise<string|null>}
 */
async function closedTab(own) {
  const { held = [] } = (await globalThis.navigator.locks?.query()) ?? {};
  const open = new Set(held.map(({ name = "" }) => name.slice(TAB.length)));
  return tabsOf(localStorage).find((name) => name !== own && !open.has(name)) ?? null;
}

/** @param {import("#timemap/app/draftrecords.js").DraftRecord} record */
function draftWords({ title, time }) {
  const when = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" });
  return `your draft ${title ? `\u201c${title}\u201d ` : ""}of ${when.format(time)}`;
}
