// Service worker of the site: keeps all files, for use without a network.
// What it has kept it gives out first. A newer worker takes over when a reader reloads, and drops what was kept before.

/**
 * @typedef {object} SiteFiles
 * @property {string} version differs when any file does
 * @property {Record<string, string>} files hashes of the files by their paths below the worker
 *
 * @typedef {object} Message
 * @property {unknown} data
 *
 * @typedef {object} Worker what is used of the global scope of a service worker
 * @property {{href: string}} location
 * @property {CacheStorage} caches
 * @property {(asked: string|Request, options?: RequestInit) => Promise<Response>} fetch
 * @property {() => Promise<void>} skipWaiting
 * @property {(type: string, listener: (event: any) => void) => void} addEventListener
 */

export const TAKE_OVER = "take-over";
/** File in each cache that lists what is kept, with hashes. */
const LIST = "files.json";
/** So many files are fetched at the same time. */
const AT_ONCE = 6;

/**
 * Listen to what a browser asks of a service worker.
 *
 * @param {Worker} worker
 * @param {SiteFiles} site
 */
export function serve(worker, site) {
  const folder = new URL("./", worker.location.href).href;
  const prefix = `site ${folder} `; // other sites of the same host have caches of their own
  const name = prefix + site.version;
  worker.addEventListener("install", (event) => event.waitUntil(keepAll(worker, site, folder, { prefix, name })));
  worker.addEventListener("activate", (event) => event.waitUntil(dropOthers(worker.caches, prefix, name)));
  worker.addEventListener("message", (event) => event.data === TAKE_OVER && event.waitUntil(worker.skipWaiting()));
  worker.addEventListener("fetch", (event) => {
    const file = event.request.method === "GET" ? fileOf(event.request.url, folder, site.files) : null;
    if (file !== null) event.respondWith(answer(worker, event.request, name, folder + file));
  });
}

/**
 * Return the file that an address means.
 *
 * Null for one that is not of the site. Some hosts leave out the ending of a page.
 *
 * @param {string} address
 * @param {string} folder
 * @param {Record<string, string>} files
 * @returns {string|null}
 */
export function fileOf(address, folder, files) {
  const { origin, pathname } = new URL(address);
  const whole = origin + pathname;
  if (!whole.startsWith(folder)) return null;
  const path = whole.slice(folder.length);
  const meant = path === "" || path.endsWith("/") ? `${path}index.html` : path;
  return [meant, `${meant}.html`].find((file) => Object.hasOwn(files, file)) ?? null;
}

/**
 * @param {Worker} worker
 * @param {Request} request
 * @param {string} name
 * @param {string} address
 */
async function answer(worker, request, name, address) {
  const kept = await (await worker.caches.open(name)).match(address);
  return kept ?? worker.fetch(request);
}

/**
 * Keep every file of the site; those that have not changed are taken from what was kept before.
 *
 * @param {Worker} worker
 * @param {SiteFiles} site
 * @param {string} folder
 * @param {{prefix: string, name: string}} names
 */
async function keepAll(worker, site, folder, { prefix, name }) {
  const before = await keptBefore(worker.caches, prefix, folder);
  const cache = await worker.caches.open(name);
  const paths = Object.keys(site.files);
  /** @param {string} path */
  async function keep(path) {
    const old = before.files[path] === site.files[path] ? await before.cache?.match(folder + path) : undefined;
    await cache.put(folder + path, old ?? (await fetched(worker, folder + path)));
  }
  async function keepNext() {
    for (let path = paths.pop(); path !== undefined; path = paths.pop()) await keep(path);
  }
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, keepNext));
    await cache.put(folder + LIST, new Response(JSON.stringify({ files: site.files })));
  } catch (error) {
    await worker.caches.delete(name); // half a site is none
    throw error;
  }
}

/**
 * @param {CacheStorage} caches
 * @param {string} prefix
 * @param {string} folder
 * @returns {Promise<{files: Record<string, string>, cache?: Cache}>}
 */
async function keptBefore(caches, prefix, folder) {
  for (const name of (await caches.keys()).filter((key) => key.startsWith(prefix))) {
    const cache = await caches.open(name);
    const list = await cache.match(folder + LIST);
    if (list) return { ...(await list.json()), cache };
  }
  return { files: {} };
}

/**
 * Return the answer for a file, as if no host had led elsewhere: a page may not be answered by way of others.
 *
 * @param {Worker} worker
 * @param {string} address
 */
async function fetched(worker, address) {
  const response = await worker.fetch(address, { cache: "no-cache", credentials: "same-origin" });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.redirected ? new Response(await response.blob(), { headers: response.headers }) : response;
}

/**
 * @param {CacheStorage} caches
 * @param {string} prefix
 * @param {string} name
 */
async function dropOthers(caches, prefix, name) {
  const others = (await caches.keys()).filter((key) => key.startsWith(prefix) && key !== name);
  await Promise.all(others.map((key) => caches.delete(key)));
}
