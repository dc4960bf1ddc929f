// In every frame of a measured page: steps are timed, and each painted change of what is shown is told to the top window.
(() => {
  const frame = () => new Promise((done) => { requestAnimationFrame(done); });

  /** The task after a frame, in which it has been painted. */
  const task = () => new Promise((done) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = done;
    channel.port2.postMessage(null);
  });

  async function painted() {
    await frame();
    await task();
  }

  /** Take one step and return the milliseconds until its frame is painted. */
  window.timeStep = async (step, argument) => {
    const begun = performance.now();
    step(argument);
    await painted();
    return performance.now() - begun;
  };

  /** Take steps, each right after the frame of the one before, and return the milliseconds of each. */
  window.timeSteps = async (step, list) => {
    const times = [];
    await painted();
    for (const argument of list) times.push(await window.timeStep(step, argument));
    return times;
  };

  /** Take steps with a rest after each, until all that follows it has been done. */
  window.restedSteps = async (step, list) => {
    for (const argument of list) {
      step(argument);
      await new Promise((done) => { setTimeout(done, 600); });
    }
  };

  /** Take a step right after a frame and return the milliseconds until the list of events that follows from it is painted. */
  window.timeList = (step, argument) => new Promise((done) => {
    requestAnimationFrame(() => setTimeout(() => {
      const begun = performance.now();
      const changed = new MutationObserver(() => {
        changed.disconnect();
        window.timeStep(() => {}).then(() => done(performance.now() - begun));
      });
      changed.observe(document.querySelector(".list"), { childList: true, subtree: true, characterData: true });
      step(argument);
    }));
  });

  /** How the rivals draw an event. */
  window.eventPoint = (feature, latlng) =>
    window.L.circleMarker(latlng, { ...feature.properties.iconstyle, className: "event" }).bindTooltip(feature.properties.title);

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
