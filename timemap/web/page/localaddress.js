// Test whether an address works on this computer alone.
// The name of its host tells; the server says the same of addresses (see timemap/app/server/addresses.py).

/**
 * Return whether an address works on the present computer alone.
 *
 * @param {string} address
 * @returns {boolean}
 */
export function isLocalAddress(address) {
  const { hostname } = new URL(address); // a browser writes every kind of IP address in one way
  return /^(?:(?:.*\.)?localhost|127\.[\d.]+|0\.0\.0\.0|\[::1?\])$/.test(hostname);
}
