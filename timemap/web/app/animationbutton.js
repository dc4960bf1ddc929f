// The button for a moving picture: it says what it will be, has the server make it, shows how far it is, and stops it.

import { giveFile, NO_ANSWER, seenQuery } from "#timemap/app/seenfile.js";

const STOPPED = "Stopped. No file was made.";

/** @type {WeakMap<Node, ReturnType<typeof createAnimationButton>>} */
const shown = new WeakMap();

/**
 * Streamlit calls this at the mount and after every rerun that changes the data.
 *
 * @param {{parentElement: ShadowRoot, data: {format: string, names: string[], shape: string, step: string}}} component `step` is the name of the step in a query
 */
export function animationButtonComponent({ parentElement, data }) {
  if (!shown.has(parentElement)) shown.set(parentElement, createAnimationButton(parentElement));
  shown.get(parentElement).receive(data);
}

/**
 * Return the first line of bytes as a text, and what follows it; none where no line has ended yet.
 *
 * @param {Uint8Array} bytes
 * @returns {[string, Uint8Array]|null}
 */
function firstLine(bytes) {
  const end = bytes.indexOf(10);
  return end < 0 ? null : [new TextDecoder().decode(bytes.subarray(0, end)), bytes.subarray(end + 1)];
}

/**
 * Read an answer of lines of JSON and then a file.
 *
 * @param {AsyncIterable<Uint8Array>|ReadableStream<Uint8Array>} body
 * @param {(told: {drawn: number, of: number}) => void} hear called with every line about a picture
 * @returns {Promise<{file: Blob, name: string}|{error: string}>} the error is empty where the answer ended too early
 */
export async function readMaking(body, hear) {
  let rest = new Uint8Array();
  let head = null;
  const parts = [];
  for await (const chunk of body) {
    if (head) {
      parts.push(chunk);
      continue;
    }
    rest = joined(rest, chunk);
    for (let line = firstLine(rest); line && !head; line = head ? null : firstLine(rest)) {
      const told = JSON.parse(line[0]);
      rest = line[1];
      if ("error" in told) return { error: told.error };
      if ("name" in told) head = told;
      else hear(told);
    }
    if (head) parts.push(rest);
  }
  const file = new Blob(parts, { type: head?.type });
  return head && file.size === head.size ? { file, name: head.name } : { error: "" };
}

function joined(before, after) {
  const both = new Uint8Array(before.length + after.length);
  both.set(before);
  both.set(after, before.length);
  return both;
}

function createAnimationButton(root) {
  const parts = build(root);
  let data = null;
  let ending = null;

  parts.plan.addEventListener("click", () => showPlan());
  parts.step.addEventListener("change", () => showPlan(parts.step.value));
  parts.make.addEventListener("click", () => makeFile());
  parts.cancel.addEventListener("click", () => {
    show("start", "");
    parts.plan.focus();
  });
  parts.stop.addEventListener("click", () => ending?.abort());

  function receive(newData) {
    if (data && (data.format !== newData.format || data.shape !== newData.shape)) {
      ending?.abort();
      show("start", "");
    }
    data = newData;
  }

  /** Show the parts of one state, and say something. */
  function show(state, words) {
    for (const part of parts.all) part.hidden = !part.dataset.in.includes(state);
    parts.said.textContent = words;
  }

  async function query(step) {
    const asked = new URLSearchParams(await seenQuery(data));
    if (step) asked.set(data.step, step);
    return asked;
  }

  async function showPlan(step = "") {
    const isFirst = !parts.plan.hidden;
    let words;
    try {
      const answer = await fetch(new URL(`animation/${data.format}/plan?${await query(step)}`, document.baseURI));
      if (!answer.ok && step) {
        await showPlan(); // a step that is not possible for another range
        return;
      }
      words = answer.ok ? planWords(await answer.json()) : await answer.text();
    } catch {
      show("start", NO_ANSWER);
      return;
    }
    show("planned", words);
    if (isFirst) parts.make.focus();
  }

  function planWords({ steps, step, words }) {
    parts.step.replaceChildren(...steps.map((name) => new Option(name, name, false, name === step)));
    return words;
  }

  /** Make what was said; where range or filters were changed since, say anew what it will be. */
  async function makeFile() {
    const promised = parts.said.textContent;
    await showPlan(parts.step.value);
    if (parts.said.textContent !== promised) return;
    ending = new AbortController();
    parts.progress.removeAttribute("value");
    show("making", "Starting");
    parts.stop.focus();
    let words;
    try {
      words = await fetchFile(ending.signal);
    } catch {
      words = ending.signal.aborted ? STOPPED : NO_ANSWER;
    }
    show("start", words);
    parts.plan.focus();
  }

  /** Have the file made and give it to the reader; return what became of it. */
  async function fetchFile(signal) {
    const url = new URL(`animation/${data.format}?${await query(parts.step.value)}`, document.baseURI);
    const answer = await fetch(url, { referrerPolicy: "same-origin", signal });
    if (!answer.ok) return answer.text();
    const made = await readMaking(answer.body, tell);
    if ("error" in made) return made.error || NO_ANSWER;
    giveFile(made.file, made.name);
    return `Made: ${made.name}`;
  }

  function tell({ drawn, of }) {
    parts.progress.max = of;
    parts.progress.value = drawn;
    parts.said.textContent = drawn < of ? `${drawn} of ${of} pictures drawn` : "Writing the file";
  }

  show("start", "");
  return { receive };
}

/** Make the parts, each with the states in which it is shown. */
function build(root) {
  const button = (words, states) => make("button", { type: "button", textContent: words }, states);
  const plan = button("Make a moving picture", "start");
  const step = make("select", {}, "");
  const label = make("label", { textContent: "One picture a " }, "planned");
  label.append(step);
  const makeIt = button("Make it", "planned");
  const cancel = button("Cancel", "planned");
  const progress = make("progress", { ariaLabel: "Pictures drawn" }, "making");
  const stop = button("Stop", "making");
  const said = document.createElement("p");
  said.setAttribute("role", "status");
  const row = document.createElement("div");
  row.append(plan, label, makeIt, cancel, progress, stop);
  root.append(said, row);
  return { plan, step, make: makeIt, cancel, progress, stop, said, all: [plan, label, makeIt, cancel, progress, stop] };
}

function make(name, attributes, states) {
  const made = Object.assign(document.createElement(name), attributes);
  made.dataset.in = states;
  return made;
}
