// Script of every page of the site: makes it an app that works offline.
// Where there can be no service worker (a folder, a host without HTTPS) or a reader saves data, pages are as they were.

import { element } from "#timemap/page/nodes.js";
import { TAKE_OVER } from "#timemap/site/worker.js";

const NEW_VERSION = "A new version of this site is available.";

/**
 * Register the service worker beside this script.
 *
 * The page says when there is a newer site.
 *
 * @param {string} address that of this script
 * @param {{manifest: string, worker: string}} files beside it
 */
export async function install(address, files) {
  if (!address.startsWith("http")) return; // a manifest in a folder is an error to browsers
  document.head.append(element("link", { rel: "manifest", href: new URL(files.manifest, address).href }));
  if (/** @type {{connection?: {saveData?: boolean}}} */ (navigator).connection?.saveData) return;
  try {
    const container = navigator.serviceWorker;
    watch(container, await container.register(new URL(files.worker, address)));
  } catch {
    // nothing is kept, and all is fetched as before
  }
}

/**
 * @param {ServiceWorkerContainer} container
 * @param {ServiceWorkerRegistration} registration
 */
function watch(container, registration) {
  const place = element("div", { role: "status" });
  document.body.prepend(place);
  const look = () => {
    // At a first visit there is no older one.
    if (registration.waiting && registration.active && !place.childElementCount)
      place.append(notice(container, registration));
  };
  const follow = () => {
    registration.installing?.addEventListener("statechange", look);
    look(); // it may be ready by the time that this page hears of it
  };
  registration.addEventListener("updatefound", follow);
  follow(); // the browser may have found a newer one before this page listened
  document.addEventListener("visibilitychange", () => {
    // An app that is never closed would not look for a newer site.
    if (!document.hidden) registration.update().catch(() => undefined);
  });
}

/**
 * @param {ServiceWorkerContainer} container
 * @param {ServiceWorkerRegistration} registration
 */
function notice(container, registration) {
  const reload = element("button", { type: "button" }, "Reload");
  reload.addEventListener("click", () => {
    if (!registration.waiting) {
      location.reload(); // another window has changed to the newer site
      return;
    }
    container.addEventListener("controllerchange", () => location.reload(), { once: true });
    registration.waiting.postMessage(TAKE_OVER);
  });
  return element("div", { class: "notice" }, element("span", {}, NEW_VERSION), " ", reload);
}
