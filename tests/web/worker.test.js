// The service worker of the site, with caches and a network that the test holds.
import assert from "node:assert/strict";
import { test } from "node:test";

import { fileOf, serve, TAKE_OVER } from "../../timemap/web/site/worker.js";

const FOLDER = "https://school.example/maps/site/";

/** Caches as a browser has them, in memory. */
class Caches {
  all = new Map();

  async open(name) {
    if (!this.all.has(name)) this.all.set(name, new Map());
    const kept = this.all.get(name);
    return {
      match: async (address) => kept.get(address)?.clone(),
      put: async (address, response) => kept.set(address, response),
    };
  }

  async keys() {
    return [...this.all.keys()];
  }

  async delete(name) {
    return this.all.delete(name);
  }
}

/** Return a worker for a version of a site, with what a browser would send it. */
function workerOf(caches, site, host) {
  const listeners = {};
  const asked = [];
  const worker = {
    location: { href: `${FOLDER}worker.js` },
    caches,
    tookOver: false,
    fetch: async (request) => {
      asked.push(typeof request === "string" ? request : request.url);
      const path = asked.at(-1).slice(FOLDER.length);
      return host[path] === undefined ? new Response("", { status: 404 }) : new Response(host[path]);
    },
    skipWaiting: async () => {
      worker.tookOver = true;
    },
    addEventListener: (type, listener) => {
      listeners[type] = listener;
    },
  };
  serve(worker, site);
  const send = (type, more = {}) =>
    new Promise((resolve, reject) => {
      let answered = Promise.resolve();
      listeners[type]({ ...more, waitUntil: (work) => (answered = work), respondWith: (work) => (answered = work) });
      answered.then(resolve, reject);
    });
  const get = async (path) => (await send("fetch", { request: new Request(FOLDER + path) }))?.text();
  return { worker, asked, send, get };
}

const FIRST = { version: "1", files: { "index.html": "a", "map.html": "b", "help/index.html": "c" } };
const SECOND = { version: "2", files: { "index.html": "a", "map.html": "other" } };
const HOST = { "index.html": "start", "map.html": "map", "help/index.html": "help", "events.csv": "rows" };

test("all files are kept at the first visit and given out without the host", async () => {
  const { asked, send, get } = workerOf(new Caches(), FIRST, HOST);
  await send("install");
  await send("activate");
  assert.deepEqual(asked.map((address) => address.slice(FOLDER.length)).sort(), Object.keys(FIRST.files).sort());
  assert.equal(await get("map.html?a=1#moment=2014-10-06"), "map");
  assert.equal(await get(""), "start");
  assert.equal(await get("help/"), "help");
  assert.equal(await get("map"), "map", "a host that leaves out the ending");
  assert.equal(asked.length, 3);
});

test("what is not of the site is left to the browser", async () => {
  const { asked, send, get } = workerOf(new Caches(), FIRST, HOST);
  await send("install");
  assert.equal(await get("events.csv"), undefined);
  assert.equal(await send("fetch", { request: new Request(`${FOLDER}map.html`, { method: "POST" }) }), undefined);
  assert.equal(asked.length, 3);
});

test("a newer site fetches what has changed, waits, takes over when told, and drops the older one", async () => {
  const caches = new Caches();
  await caches.open("of another site");
  const older = workerOf(caches, FIRST, HOST);
  await older.send("install");
  const newer = workerOf(caches, SECOND, { ...HOST, "map.html": "new map" });
  await newer.send("install");
  assert.deepEqual(newer.asked, [`${FOLDER}map.html`]);
  assert.equal(await older.get("map.html"), "map", "pages that are open keep what they began with");
  assert.equal(newer.worker.tookOver, false);
  await newer.send("message", { data: "anything" });
  assert.equal(newer.worker.tookOver, false);
  await newer.send("message", { data: TAKE_OVER });
  assert.equal(newer.worker.tookOver, true);
  await newer.send("activate");
  assert.deepEqual(await caches.keys(), ["of another site", `site ${FOLDER} 2`]);
  assert.equal(await newer.get("map.html"), "new map");
});

test("where a file cannot be had, nothing is kept and the older site stays", async () => {
  const caches = new Caches();
  await workerOf(caches, FIRST, HOST).send("install");
  await assert.rejects(workerOf(caches, SECOND, {}).send("install"), /map\.html: 404/);
  assert.deepEqual(await caches.keys(), [`site ${FOLDER} 1`]);
});

test("a file that is gone from the cache is asked of the host", async () => {
  const caches = new Caches();
  const { asked, send, get } = workerOf(caches, FIRST, HOST);
  await send("install");
  caches.all.clear();
  assert.equal(await get("map.html"), "map");
  assert.equal(asked.at(-1), `${FOLDER}map.html`);
});

test("an address means a file only inside the folder of the site", () => {
  assert.equal(fileOf("https://school.example/maps/map.html", FOLDER, FIRST.files), null);
  assert.equal(fileOf("https://other.example/maps/site/map.html", FOLDER, FIRST.files), null);
  assert.equal(fileOf(`${FOLDER}constructor`, FOLDER, FIRST.files), null);
  assert.equal(fileOf(`${FOLDER}help/`, FOLDER, FIRST.files), "help/index.html");
});
