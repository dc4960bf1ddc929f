// In every frame of a measured page: steps are timed.
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
})();
