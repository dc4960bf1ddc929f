// In every frame of a watched page: each painted change of what is shown is told to the top window.
(() => {
  const now = () => performance.timeOrigin + performance.now();
  const { port1, port2 } = new MessageChannel();
  let last = "";
  let next = 0;

  function shown() {
    if (window.timemap) return { events: window.timemap.visibleEvents().length, list: document.querySelector(".list-heading")?.textContent };
    if (document.querySelector(".leaflet-container")) return { events: document.querySelectorAll("path.event").length };
    const counts = /\d+ of \d+ events/.exec(document.querySelector('[data-testid="stMain"]')?.textContent ?? "");
    return counts ? { counts: counts[0] } : {};
  }

  port1.onmessage = ({ data }) => window.top.postMessage({ benchmark: { ...data, at: now() } }, "*");

  function look() {
    const what = shown();
    const text = JSON.stringify(what);
    if (text !== last && text !== "{}") port2.postMessage(what);
    last = text;
    start();
  }

  function start() {
    cancelAnimationFrame(next);
    next = requestAnimationFrame(look);
  }

  start();
  // A frame starts on an empty document, whose animation frames are dropped when its own document comes.
  for (const kind of ["DOMContentLoaded", "load"]) window.addEventListener(kind, start);
  if (window === window.top) {
    window.told = [];
    window.addEventListener("message", ({ data }) => {
      if (data?.benchmark) window.told.push(data.benchmark);
    });
    for (const kind of ["pointerup", "keydown"]) window.addEventListener(kind, () => { window.released = now(); }, true);
  } else {
    window.addEventListener("pointerup", () => window.top.postMessage({ benchmark: { released: now(), at: now() } }, "*"), true);
  }
})();
