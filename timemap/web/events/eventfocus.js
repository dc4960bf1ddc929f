// Events in view, stepped through by keys. Each is marked on the map and said to screen readers.
import { markedWhen } from "#timemap/own/ownwords.js";

/** @import {Context} from "#timemap/types.d.ts" */

/**
 * Make what steps through the events in view.
 *
 * @param {Pick<Context, "store"|"events"|"map"|"announce">} context
 * @param {() => Int32Array} visible events that are seen
 * @param {() => void} redraw
 */
export function createEventFocus({ store, events, map, announce }, visible, redraw) {
  let focused = -1;

  function inView() {
    const bounds = map.getBounds();
    return Array.from(visible()).filter((index) => bounds.contains([events.lat[index], events.lon[index]]));
  }

  /** Step to the next event or back; returns its index, -1 for none. @param {1|-1} step */
  function move(step) {
    const list = inView();
    if (list.length === 0) {
      announce("No events in this part of the map");
      focused = -1;
      return focused;
    }
    const at = list.indexOf(focused < 0 ? store.get().selected : focused);
    const first = step > 0 ? 0 : list.length - 1;
    const to = at < 0 ? first : (at + step + list.length) % list.length;
    focused = list[to];
    announce(`${events.title.at(focused)}, ${markedWhen(events, focused)}, ${to + 1} of ${list.length}`);
    redraw();
    return focused;
  }

  map.getContainer().addEventListener("blur", () => {
    if (focused < 0) return;
    focused = -1;
    redraw();
  });

  return { focused: () => focused, move };
}
