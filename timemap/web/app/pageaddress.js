// Address of the page with the state of the map in it.

/**
 * Return an address of the map merged with another, which counts first.
 *
 * @param {string} start
 * @param {string} own
 * @returns {string}
 */
export function merged(start, own) {
  const names = new URLSearchParams(start);
  for (const [name, value] of new URLSearchParams(own)) names.set(ownName(name), value);
  return names.toString();
}

/**
 * Return the address of the page with the state of the map in it.
 *
 * Whatever else was there stays.
 *
 * @param {string} search the query of the page now
 * @param {string} address the state of the map
 * @param {string[]} names those that the map may have
 * @param {string[]} [explicit] those of them that are there in any case, empty where the state has none
 * @returns {string} with "?" where it is not empty
 */
export function pageQuery(search, address, names, explicit = []) {
  const own = new URLSearchParams(address);
  const none = explicit.filter((name) => !own.has(name)).map((name) => `${name}=`);
  const others = [...new URLSearchParams(search)].filter(([name]) => !names.includes(ownName(name)));
  const query = [address, ...none, new URLSearchParams(others).toString()].filter(Boolean).join("&");
  return query === "" ? "" : `?${query}`;
}

/**
 * Lead to another page of the app as Back would: that keeps the visit.
 *
 * @param {string} address
 */
export function leadTo(address) {
  globalThis.history.pushState({}, "", address);
  globalThis.dispatchEvent(new globalThis.PopStateEvent("popstate", { state: {} }));
}

/**
 * Return a name without what a mail program made of the "&" before it.
 *
 * @param {string} name
 */
function ownName(name) {
  return name.replace(/^(amp;)+/, "");
}
