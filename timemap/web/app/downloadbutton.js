// The button that asks the server for a file of what the map of the page shows, and gives it to the reader.

import { giveFile, NO_ANSWER, seenQuery } from "#timemap/app/seenfile.js";

const BUSY = "Making the file";

/** @type {WeakMap<Node, ReturnType<typeof createButton>>} */
const buttons = new WeakMap();

/**
 * Streamlit calls this at the mount and after every rerun that changes the data.
 *
 * @param {{parentElement: ShadowRoot, data: {format: string, label: string, names: string[], shape: string}}} component `names` are those of the state of a map and of how it looks
 */
export function downloadButtonComponent({ parentElement, data }) {
  if (!buttons.has(parentElement)) buttons.set(parentElement, createButton(parentElement));
  buttons.get(parentElement).receive(data);
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

function createButton(root) {
  const button = document.createElement("button");
  button.type = "button";
  const said = document.createElement("p");
  said.setAttribute("role", "status");
  root.append(button, said);
  let data = null;
  let isBusy = false;
  button.addEventListener("click", () => isBusy || give());

  function receive(newData) {
    data = newData;
    show();
  }

  function show() {
    button.textContent = data.label;
    button.setAttribute("aria-disabled", String(isBusy));
  }

  function say(words) {
    said.textContent = words;
    show();
  }

  async function give() {
    isBusy = true;
    say(BUSY);
    const query = await seenQuery(data);
    let words;
    try {
      words = await fetchFile(new URL(`file/${data.format}?${query}`, document.baseURI));
    } catch {
      words = NO_ANSWER;
    }
    isBusy = false;
    say(words);
  }

  return { receive };
}

/** Fetch a file and give it to the reader; return what the server says where there is none. */
async function fetchFile(url) {
  const answer = await fetch(url, { referrerPolicy: "same-origin" });
  if (!answer.ok) return answer.text();
  giveFile(await answer.blob(), nameOf(answer.headers.get("Content-Disposition")));
  return "";
}
