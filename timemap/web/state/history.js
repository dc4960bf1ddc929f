// Judge of what the Back button takes back.
// A range, a filter or an event is a step, a run of days is one, moving the map is none.

/** @import { Field } from "#timemap/types.d.ts" */

/** Milliseconds between two changes of the same that count as one, as while a person types. */
const TOGETHER = 2000;

/**
 * Make the judge of steps.
 *
 * @param {Field[]} table
 * @param {() => number} [now] milliseconds
 * @returns {{stepOf: (before: Record<string, string>, after: Record<string, string>) => "new"|"same"|null, reset: () =>
 *   void}} `stepOf` says whether a change of
 *   the address is a step of its own, part of the last one, or no change
 */
export function createSteps(table, now = () => performance.now()) {
  const kinds = Object.fromEntries(table.map(({ name, step }) => [name, step]));
  /** @type {{names: string[], time: number}} */
  let last = { names: [], time: -Infinity };

  /** Forget the last change: what comes next is no part of it. */
  function reset() {
    last = { names: [], time: -Infinity };
  }

  /**
   * @param {Record<string, string>} before
   * @param {Record<string, string>} after
   */
  function stepOf(before, after) {
    const changed = Object.keys(kinds).filter((name) => (before[name] ?? "") !== (after[name] ?? ""));
    if (changed.length === 0) return null;
    const names = changed.filter((name) => kinds[name] !== "none");
    if (names.length === 0) return "same";
    const time = now();
    /** @param {string[]} list */
    const isDrift = (list) => list.length > 0 && list.every((name) => kinds[name] === "drift");
    const isRun = names.some((name) => kinds[name] === "run") && time - last.time < TOGETHER
      && names.every((name) => kinds[name] === "drift" || last.names.includes(name));
    const same = (isDrift(names) && isDrift(last.names)) || isRun;
    last = { names: isRun ? [...new Set([...last.names, ...names])] : names, time };
    return same ? "same" : "new";
  }

  return { stepOf, reset };
}
