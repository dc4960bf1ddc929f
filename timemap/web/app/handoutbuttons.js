// Buttons for the handouts of a lesson, one at a time, with progress.

import { fetchFile } from "#timemap/app/fileprogress.js";

/** @typedef {[address: string, words: string]} Sheet a handout, with its address relative to the app's first page */
/** @typedef {{sheets: Sheet[]}} SheetData */
/** @typedef {import("#timemap/app/fileprogress.js").Progress} Progress */

const BEGUN = "Preparing the handout";
const PRINTING = "Laying out the pages";
const STOPPED = "Stopped";

/** @type {WeakMap<Node, ReturnType<typeof createButtons>>} */
const drawn = new WeakMap();

/**
 * Show the buttons.
 *
 * Streamlit calls this at the mount and after every rerun that changes the data.
 *
 * @param {{parentElement: ShadowRoot, data: SheetData}} component
 * @returns {() => void} to be called when the component goes away
 */
export function handoutButtonsComponent({ parentElement, data }) {
  const buttons = drawn.get(parentElement) ?? createButtons(parentElement);
  drawn.set(parentElement, buttons);
  buttons.receive(data);
  return () => {
    buttons.stop();
    drawn.delete(parentElement);
  };
}

/**
 * Return what is said of a handout that has come so far.
 *
 * @param {Progress} progress
 * @returns {string}
 */
export function progressWords({ done, of }) {
  return done < of ? `Drawing scene ${done + 1} of ${of}` : PRINTING;
}

/** @param {ShadowRoot} root */
function createButtons(root) {
  const row = document.createElement("div");
  const said = document.createElement("p");
  said.setAttribute("role", "status");
  const bar = document.createElement("progress");
  const cancel = document.createElement("button");
  cancel.type = "button";
  cancel.textContent = "Stop";
  cancel.addEventListener("click", () => stop());
  const state = document.createElement("div");
  state.className = "state";
  state.append(bar, said, cancel);
  root.append(row, state);
  /** @type {AbortController|null} */
  let running = null;

  /** @param {SheetData} data */
  function receive(data) {
    row.replaceChildren(...data.sheets.map(([address, words]) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = words;
      button.addEventListener("click", () => running || give(address));
      return button;
    }));
    show(said.textContent);
  }

  /** @param {string} words */
  function show(words) {
    said.textContent = words;
    bar.hidden = cancel.hidden = running === null;
    for (const button of row.children) button.setAttribute("aria-disabled", String(running !== null));
  }

  function stop() {
    running?.abort();
  }

  /** @param {string} address */
  async function give(address) {
    const own = running = new globalThis.AbortController();
    bar.removeAttribute("value");
    show(BEGUN);
    const made = await fetchFile(new URL(address, document.baseURI), own.signal, (progress) => {
      [bar.max, bar.value] = [progress.of + 1, progress.done];
      show(progressWords(progress));
    }, show);
    running = null;
    show("name" in made ? "" : made.error || STOPPED);
  }

  return { receive, stop };
}
