// Counts the frames in which a page shows something else: changes of nodes, of the address, and of canvases in the page.
(() => {
  const frames = []; // what changed in each
  let counting = false;

  function note(what) {
    if (!counting) {
      counting = true;
      frames.push(new Set());
      requestAnimationFrame(() => setTimeout(() => { counting = false; }));
    }
    frames.at(-1).add(what);
  }

  /** What only a screen reader is told shows nothing. */
  const isSeen = ({ target, attributeName }) => !attributeName?.startsWith("aria-")
    && !(target.nodeType === Node.ELEMENT_NODE ? target : target.parentElement)?.closest(".voice");

  function wrap(object, name, what) {
    const original = object[name];
    object[name] = function (...values) {
      if (what(this)) note(what(this));
      return original.apply(this, values);
    };
  }

  for (const name of ["fill", "stroke", "fillRect", "clearRect", "drawImage"]) {
    wrap(CanvasRenderingContext2D.prototype, name, ({ canvas }) => canvas.isConnected && "canvas");
  }
  for (const name of ["pushState", "replaceState"]) wrap(History.prototype, name, () => "address");
  new MutationObserver((changes) => {
    for (const change of changes.filter(isSeen)) note(change.target.className || change.target.nodeName);
  }).observe(document, { attributes: true, characterData: true, childList: true, subtree: true });
  window.changedFrames = () => frames.map((what) => [...what].join(", "));
  window.forgetFrames = () => {
    frames.length = 0;
    counting = false; // what changes next begins a frame of its own
  };
})();
