// Whether an address works on this computer alone is known by the name of its host; the server says the same of addresses (see timemap/app/server/addresses.py).

/**
 * Return whether an address leads to the computer on which it is followed, wherever that is.
 *
 * @param {string} address
 * @returns {boolean}
 */
export function opensHereOnly(address) {
  const { hostname } = new URL(address); // a browser writes every kind of IP address in one way
  return /^(?:(?:.*\.)?localhost|127\.[\d.]+|0\.0\.0\.0|\[::1?\])$/.test(hostname);
}
