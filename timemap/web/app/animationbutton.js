// Button for a moving picture. It says what it will be, has it made, shows how far it is, and stops it.

import { fetchFile } from "#timemap/app/fileprogress.js";
import { NO_ANSWER, seenQuery } from "#timemap/app/viewfile.js";

/** @typedef {import("#timemap/app/fileprogress.js").Progress} Progress */

/**
 * @typedef {object} AnimationData
 * @property {string} format
 * @property {string[]} names
 * @property {string} shape
 * @property {string} step name of the step in a query
 */

const STOPPED = "Stopped. No file was made.";

/** @type {WeakMap<Node, ReturnType<typeof createAnimationButton>>} */
const shown = new WeakMap();

/**
 * Show the button.
 *
 * Streamlit calls this at the mount and after every rerun that changes the data.
 *
 * @param {{parentElement: ShadowRoot, data: AnimationData}} component
 */
export function animationButtonComponent({ parentElement, data }) {
  const button = shown.get(parentElement) ?? createAnimationButton(parentElement);
  shown.set(parentElement, button);
  button.receive(data);
}

/** @param {ShadowRoot} root */
function createAnimationButton(root) {
  const parts = build(root);
  /** @type {AnimationData|null} */
  let data = null;
  /** @type {AbortController|null} */
  let ending = null;
  let said = ""; // what may stand there in another language

  parts.plan.addEventListener("click", () => showPlan());
  parts.step.addEventListener("change", () => showPlan(parts.step.value));
  parts.make.addEventListener("click", () => makeFile());
  parts.cancel.addEventListener("click", () => {
    show("start", "");
    parts.plan.focus();
  });
  parts.stop.addEventListener("click", () => ending?.abort());

  /** @param {AnimationData} newData */
  function receive(newData) {
    if (data && (data.format !== newData.format || data.shape !== newData.shape)) {
      ending?.abort();
      show("start", "");
    }
    data = newData;
  }

  /**
   * Show the parts of one state, and say something.
   *
   * @param {"start"|"planned"|"making"} state
   * @param {string} words
   */
  function show(state, words) {
    for (const part of parts.all) part.hidden = !part.dataset.in?.includes(state);
    parts.said.textContent = said = words;
  }

  async function showPlan(step = "") {
    if (data === null) return;
    const isFirst = !parts.plan.hidden;
    const plan = await askPlan(data, step);
    const { steps, step: chosen } = plan ?? {};
    if (steps) parts.step.replaceChildren(...steps.map((name) => new Option(name, name, false, name === chosen)));
    show(plan === null ? "start" : "planned", plan?.words ?? NO_ANSWER);
    if (isFirst && plan !== null) parts.make.focus();
  }

  /** Make what was said; where range or filters were changed since, say anew what it will be. */
  async function makeFile() {
    const promised = said;
    await showPlan(parts.step.value);
    if (data === null || said !== promised) return;
    ending = new AbortController();
    parts.progress.removeAttribute("value");
    show("making", "Starting");
    parts.stop.focus();
    const url = new URL(`animation/${data.format}?${await queryFor(data, parts.step.value)}`, document.baseURI);
    const made = await fetchFile(url, ending.signal, tell, (words) => {
      parts.said.textContent = words;
    });
    show("start", "name" in made ? `Made: ${made.name}` : made.error || STOPPED);
    parts.plan.focus();
  }

  /** @param {Progress} progress */
  function tell({ done, of }) {
    parts.progress.max = of;
    parts.progress.value = done;
    parts.said.textContent = done < of ? `${done} of ${of} frames drawn` : "Writing the file";
  }

  show("start", "");
  return { receive };
}

/** @param {AnimationData} data @param {string} step empty for the usual one */
async function queryFor(data, step) {
  const asked = new URLSearchParams(await seenQuery(data));
  if (step) asked.set(data.step, step);
  return asked;
}

/**
 * Ask what a file will be. A step that is not possible for another range gives way to the usual one.
 *
 * @param {AnimationData} data
 * @param {string} step
 * @returns {Promise<{words: string, steps?: string[], step?: string}|null>} null where nobody answers
 */
async function askPlan(data, step) {
  try {
    const query = await queryFor(data, step);
    const answer = await fetch(new URL(`animation/${data.format}/plan?${query}`, document.baseURI));
    if (answer.ok) return await answer.json();
    return step ? await askPlan(data, "") : { words: await answer.text() };
  } catch {
    return null;
  }
}

/**
 * Make the parts, each with the states in which it is shown.
 *
 * @param {ShadowRoot} root
 */
function build(root) {
  /** @param {string} words @param {string} states */
  const button = (words, states) => make("button", { type: "button", textContent: words }, states);
  const plan = button("Make an animation", "start");
  const step = make("select", {}, "");
  const label = make("label", { textContent: "One frame per " }, "planned");
  label.append(step);
  const makeIt = button("Make animation", "planned");
  const cancel = button("Cancel", "planned");
  const progress = make("progress", { ariaLabel: "Frames drawn" }, "making");
  const stop = button("Stop", "making");
  const said = document.createElement("p");
  said.setAttribute("role", "status");
  const row = document.createElement("div");
  row.append(plan, label, makeIt, cancel, progress, stop);
  root.append(said, row);
  return { plan, step, make: makeIt, cancel, progress, stop, said, all: [plan, label, makeIt, cancel, progress, stop] };
}

/**
 * Make a part.
 *
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Partial<HTMLElementTagNameMap[Name]>} attributes set on it
 * @param {string} states in which it is shown
 * @returns {HTMLElementTagNameMap[Name]}
 */
function make(name, attributes, states) {
  const made = document.createElement(name);
  Object.assign(made, attributes);
  made.dataset.in = states;
  return made;
}
