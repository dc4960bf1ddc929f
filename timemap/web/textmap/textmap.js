// The map in words in the panel: text of the day, and the walk. It is made only while it is open.

import { element } from "#timemap/page/nodes.js";
import { createDescriber } from "#timemap/textmap/describe.js";
import { nodesOf, plain } from "#timemap/textmap/text.js";
import { createWalkPanel } from "#timemap/textmap/walkpanel.js";
import { afterLastStep } from "#timemap/time/frames.js";

/** @import { Block, Section } from "#timemap/textmap/describe.js" */
/** @import { WalkContext } from "#timemap/textmap/walkpanel.js" */

const FOLLOWED = /** @type {const} */ (["moment", "language", "shown", "hidden", "playing", "dragging"]);

/**
 * Make the map in words, shut.
 *
 * @param {WalkContext & {openPanel: () => void}} context
 * @returns {{element: HTMLDetailsElement, skip: HTMLElement, open: () => void}} `skip` is the button that stands before
 *   the map; `open` opens the words and gives their heading the focus
 */
export function createTextMap(context) {
  const { store, openPanel } = context;
  const describer = createDescriber(context);
  const heading = element("h2", { tabindex: -1 });
  const words = element("div");
  const walk = createWalkPanel(context, describer);
  const summary = element("summary", {}, "The map in words");
  const part = element("details", { class: "map-words" }, summary, heading, words, walk.element);
  const skip = element("button", { type: "button", class: "skip-map" }, "Skip the map: read it in words");

  function draw() {
    const state = store.get();
    if (!part.open || state.playing || state.dragging) return;
    const [first, ...sections] = describer.sectionsOf(state);
    heading.textContent = plain(first.title);
    words.replaceChildren(...first.blocks.map(blockNode), ...sections.flatMap(sectionNodes));
    walk.draw();
  }

  function open() {
    openPanel();
    part.open = true;
    draw();
    part.scrollIntoView({ block: "start" });
    heading.focus();
  }

  part.addEventListener("toggle", () => (part.open ? draw() : walk.hide()));
  skip.addEventListener("click", open);
  store.subscribe((_, changed) => {
    if (part.open && FOLLOWED.some((name) => changed.has(name))) afterLastStep(draw);
  });
  return { element: part, skip, open };
}

/** @param {Section} section */
function sectionNodes({ title, level, blocks }) {
  return [element(level === 4 ? "h4" : "h3", {}, ...nodesOf(title)), ...blocks.map(blockNode)];
}

/** @param {Block} block */
function blockNode(block) {
  if ("text" in block) return element("p", {}, ...nodesOf(block.text));
  return element(block.ordered ? "ol" : "ul", {}, ...block.items.map((item) => element("li", {}, ...nodesOf(item))));
}
