// Buttons for the handouts of a lesson, one at a time, with progress.

import { giveFile, NO_ANSWER } from "#timemap/app/viewfile.js";

/** @typedef {[address: string, words: string]} Sheet a handout, with its address relative to the app's first page */
/** @typedef {{sheets: Sheet[]}} SheetData */
/** @typedef {{done: number, of: number}} Progress */

const BEGUN = "Preparing the handout";
const PRINTING = "Laying out the pages";
const STOPPED = "Stopped";

/** @type {WeakMap<Node, ReturnType<typeof createButtons>>} */
const drawn = new WeakMap();

/**
 * Show the buttons. Streamlit calls this at the mount and after every rerun that changes the data.
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

/**
 * Yield what stands in the lines of an answer, each as soon as it has come.
 *
 * @param {ReadableStream<BufferSource>} body
 * @returns {AsyncGenerator<any>} whatever the server says in JSON
 */
export async function* linesOf(body) {
  const reader = body.pipeThrough(new globalThis.TextDecoderStream()).getReader();
  let rest = "";
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const lines = (rest + part.value).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) yield JSON.parse(line);
  }
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

/**
 * Fetch a handout and give it to the reader; return what the server says where there is none.
 *
 * @param {URL} url
 * @param {AbortSignal} signal
 * @param {(progress: Progress) => void} tell
 */
async function fetchHandout(url, signal, tell) {
  const answer = await fetch(url, { signal, referrerPolicy: "same-origin" });
  if (!answer.ok || answer.body === null) return answer.text();
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

/** @param {{name: string, file: string}} sheet its content in base64 */
function save({ name, file }) {
  const content = Uint8Array.from(globalThis.atob(file), (sign) => sign.charCodeAt(0));
  giveFile(new Blob([content], { type: "application/pdf" }), name);
}
