// Mistakes that the type check has to find: a name that the store has not, a day that is a text, a field misspelled.

/** @import { Store } from "../../../timemap/web/types.d.ts" */

/**
 * @param {Store} store
 */
export function misuse(store) {
  store.gett();
  store.set({ moment: "2014-10-06" });
  return store.get().momment;
}
