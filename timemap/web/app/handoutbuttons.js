// Buttons that ask the server for the handouts of a lesson: one at a time, with how far it has come, and to be stopped.

import { giveFile, NO_ANSWER } from "#timemap/app/seenfile.js";

const BEGUN = "Making the handout";
const PRINTING = "Setting the pages";
const STOPPED = "Stopped";

/** @type {WeakMap<Node, ReturnType<typeof createButtons>>} */
const drawn = new WeakMap();

/**
 * Streamlit calls this at the mount and after every rerun that changes the data.
 *
 * @param {{parentElement: ShadowRoot, data: {sheets: [string, string][]}}} component `sheets` are the address of each handout, relative to the app's first page, and the words on its button
 * @returns {() => void} to be called when the component goes away
 */
export function handoutButtonsComponent({ parentElement, data }) {
  if (!drawn.has(parentElement)) drawn.set(parentElement, createButtons(parentElement));
  const { receive, stop } = drawn.get(parentElement);
  receive(data);
  return () => {
    stop();
    drawn.delete(parentElement);
  };
}

/**
 * Return what is said of a handout that has come so far.
 *
 * @param {{done: number, of: number}} progress
 * @returns {string}
 */
export function progressWords({ done, of }) {
  return done < of ? `Drawing scene ${done + 1} of ${of}` : PRINTING;
}

/**
 * Yield what stands in the lines of an answer, each as soon as it has come.
 *
 * @param {ReadableStream<Uint8Array>} body
 */
export async function* linesOf(body) {
  const reader = body.pipeThrough(new globalThis.TextDecoderStream()).getReader();
  let rest = "";
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const lines = (rest + part.value).split("\n");
    rest = lines.pop();
    for (const line of lines) yield JSON.parse(line);
  }
}

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
  let running = null;
  let data = null;

  function receive(newData) {
    data = newData;
    row.replaceChildren(...data.sheets.map(([address, words]) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = words;
      button.addEventListener("click", () => running || give(address));
      return button;
    }));
    show(said.textContent);
  }

  function show(words) {
    said.textContent = words;
    bar.hidden = cancel.hidden = running === null;
    for (const button of row.children) button.setAttribute("aria-disabled", String(running !== null));
  }

  function stop() {
    running?.abort();
  }

  async function give(address) {
    const own = running = new globalThis.AbortController();
    bar.removeAttribute("value");
    show(BEGUN);
    let words;
    try {
      words = await fetchHandout(new URL(address, document.baseURI), own.signal, (progress) => {
        [bar.max, bar.value] = [progress.of + 1, progress.done];
        show(progressWords(progress));
      });
    } catch {
      words = own.signal.aborted ? STOPPED : NO_ANSWER;
    }
    running = null;
    show(words);
  }

  return { receive, stop };
}

/** Fetch a handout and give it to the reader; return what the server says where there is none. */
async function fetchHandout(url, signal, tell) {
  const answer = await fetch(url, { signal, referrerPolicy: "same-origin" });
  if (!answer.ok) return answer.text();
  for await (const line of linesOf(answer.body)) {
    if (line.problem) return line.problem;
    if (line.file) {
      save(line);
      return "";
    }
    if (line.of) tell(line);
  }
  return NO_ANSWER;
}

function save({ name, file }) {
  const content = Uint8Array.from(globalThis.atob(file), (sign) => sign.charCodeAt(0));
  giveFile(new Blob([content], { type: "application/pdf" }), name);
}
