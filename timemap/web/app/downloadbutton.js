// Button that asks the server for a file of what the map shows.

import { giveFile, NO_ANSWER, seenQuery } from "#timemap/app/viewfile.js";

/**
 * @typedef {object} ButtonData
 * @property {string} format
 * @property {string} label
 * @property {string[]} names of the state of a map and of how it looks
 * @property {string} shape
 */

const BUSY = "Preparing the file";

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

/**
 * Return the name that a server gave a file.
 *
 * @param {string|null} disposition the header
 * @returns {string}
 */
export function nameOf(disposition) {
  return /filename="([^"]+)"/.exec(disposition ?? "")?.[1] ?? "map";
}

/** @param {ShadowRoot} root */
function createButton(root) {
  const button = document.createElement("button");
  button.type = "button";
  const said = document.createElement("p");
  said.setAttribute("role", "status");
  root.append(button, said);
  /** @type {ButtonData|null} */
  let data = null;
  let isBusy = false;
  button.addEventListener("click", () => {
    if (!isBusy && data) give(data);
  });

  /** @param {ButtonData} newData */
  function receive(newData) {
    data = newData;
    show();
  }

  function show() {
    button.textContent = data?.label ?? "";
    button.dataset.shape = data?.shape ?? "";
    button.setAttribute("aria-disabled", String(isBusy));
  }

  /** @param {string} words */
  function say(words) {
    said.textContent = words;
    show();
  }

  /** @param {ButtonData} asked */
  async function give(asked) {
    isBusy = true;
    say(BUSY);
    const query = await seenQuery(asked);
    let words;
    try {
      words = await fetchFile(new URL(`file/${asked.format}?${query}`, document.baseURI));
    } catch {
      words = NO_ANSWER;
    }
    isBusy = false;
    say(words);
  }

  return { receive };
}

/**
 * Fetch a file and give it to the reader; return what the server says where there is none.
 *
 * @param {URL} url
 */
async function fetchFile(url) {
  const answer = await fetch(url, { referrerPolicy: "same-origin" });
  if (!answer.ok) return answer.text();
  giveFile(await answer.blob(), nameOf(answer.headers.get("Content-Disposition")));
  return "";
}
