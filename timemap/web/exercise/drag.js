// Dragging of rows in a list. The mouse takes a row anywhere, a finger or pen by its grip, so that the list still
// scrolls.

const OWN_USE = "button, a, details";

/**
 * Let the rows of a list be dragged.
 *
 * @param {HTMLElement} list
 * @param {{grip: string, move: (row: HTMLElement, to: number) => void, done: (row: HTMLElement) => void}} options
 *   `grip` selects the handle in a row; `move` brings a row to a place, while it is held; `done` is called when it is
 *   let go
 */
export function letRowsBeDragged(list, { grip, move, done }) {
  /** @type {HTMLLIElement|null} */
  let held = null;

  list.addEventListener("pointerdown", (event) => {
    const target = /** @type {Element} */ (event.target);
    const row = target.closest("li");
    const byMouse = event.button === 0 && !target.closest(OWN_USE);
    const taken = event.pointerType === "mouse" ? byMouse : target.closest(grip);
    if (held !== null || row?.parentElement !== list || !taken) return;
    event.preventDefault(); // no text is marked on the way
    held = row;
    row.classList.add("held");
    list.setPointerCapture(event.pointerId);
  });

  list.addEventListener("pointermove", (event) => {
    if (held === null) return;
    const rows = [...list.children];
    const to = placeAt(rows.map((row) => row.getBoundingClientRect()), rows.indexOf(held), event.clientY);
    if (rows[to] !== held) move(held, to);
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
 * Return the place that a held row belongs to.
 *
 * It changes with a neighbour when the pointer has passed the neighbour's middle.
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
