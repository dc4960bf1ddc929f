// A row of a list is dragged to another place with the mouse, anywhere on it, or with a finger or pen, by its grip, so that the list can still be scrolled.

const OWN_USE = "button, a, details";

/**
 * Let the rows of a list be dragged.
 *
 * @param {HTMLElement} list
 * @param {{grip: string, move: (row: HTMLElement, to: number) => void, done: (row: HTMLElement) => void}} options
 *   `grip` selects the handle in a row; `move` brings a row to a place, while it is held; `done` is called when it is let go
 */
export function letRowsBeDragged(list, { grip, move, done }) {
  let held = null;

  list.addEventListener("pointerdown", (event) => {
    const row = event.target.closest("li");
    const taken = event.pointerType === "mouse" ? event.button === 0 && !event.target.closest(OWN_USE) : event.target.closest(grip);
    if (held !== null || row?.parentElement !== list || !taken) return;
    event.preventDefault(); // no text is marked on the way
    held = row;
    row.classList.add("held");
    list.setPointerCapture(event.pointerId);
  });

  list.addEventListener("pointermove", (event) => {
    if (held === null) return;
    const to = placeAt([...list.children].map((row) => row.getBoundingClientRect()), [...list.children].indexOf(held), event.clientY);
    if (list.children[to] !== held) move(held, to);
  });

  list.addEventListener("lostpointercapture", () => {
    if (held === null) return;
    const row = held;
    held = null;
    row.classList.remove("held");
    done(row);
  });
}

/**
 * Return the place that a held row belongs to: it changes with a neighbour when the pointer has passed the neighbour's middle.
 *
 * @param {{top: number, bottom: number}[]} boxes of the rows, from the top
 * @param {number} from place of the held row
 * @param {number} y of the pointer
 * @returns {number}
 */
export function placeAt(boxes, from, y) {
  const middles = boxes.map(({ top, bottom }) => (top + bottom) / 2);
  let to = from;
  while (to > 0 && y < middles[to - 1]) to -= 1;
  while (to < boxes.length - 1 && y > middles[to + 1]) to += 1;
  return to;
}
