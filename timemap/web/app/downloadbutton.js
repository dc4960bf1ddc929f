// Button that asks the server for a file of what the map shows.

import { fetchFile } from "#timemap/app/fileprogress.js";
import { seenQuery } from "#timemap/app/viewfile.js";

/**
 * @typedef {object} ButtonData
 * @property {string} format
 * @property {string} label
 * @property {string[]} names of the state of a map and of how it looks
 * @property {string} shape
 */

const BUSY = "Preparing the file";
const STOPPED = "Stopped";

/** @type {WeakMap<Node, ReturnType<typeof createButton>>} */
const buttons = new WeakMap();

/**
 * Show the button.
 *
 * Streamlit calls this at the mount and after every rerun that changes the data.
 *
 * @param {{parentElement: ShadowRoot, data: ButtonData}} component
 */
export function downloadButtonComponent({ parentElement, data }) {
  const button = buttons.get(parentElement) ?? createButton(parentElement);
  buttons.set(parentElement, button);
  button.receive(data);
}

/** @param {ShadowRoot} root */
function createButton(root) {
  /** @param {string} words */
  const make = (words) => Object.assign(document.createElement("button"), { type: "button", textContent: words });
  const [button, stop] = [make(""), make("Stop")];
  const said = document.createElement("p");
  said.setAttribute("role", "status");
  root.append(button, said, stop);
  /** @type {ButtonData|null} */
  let data = null;
  /** @type {AbortController|null} */
  let running = null;
  button.addEventListener("click", () => {
    if (running === null && data) give(data);
  });
  stop.addEventListener("click", () => running?.abort());

  /** @param {ButtonData} newData */
  function receive(newData) {
    data = newData;
    say(said.textContent);
  }

  /** @param {string} words */
  function say(words) {
    said.textContent = words;
    button.textContent = data?.label ?? "";
    button.dataset.shape = data?.shape ?? "";
    button.setAttribute("aria-disabled", String(running !== null));
    if (running === null && root.activeElement === stop) button.focus();
    stop.hidden = running === null;
  }

  /** @param {ButtonData} asked */
  async function give(asked) {
    const own = running = new AbortController();
    say(BUSY);
    const url = new URL(`file/${asked.format}?${await seenQuery(asked)}`, document.baseURI);
    const made = await fetchFile(url, own.signal, () => say(BUSY), say);
    running = null;
    say("name" in made ? "" : made.error || STOPPED);
  }

  return { receive };
}
