// Note that tells, on hover and focus, who uses which wording.
// Enter goes into the note, Escape closes it.

/** A word of the document, or of a page, where it also leads to all wordings. */
const WORD = 'a[data-wording], a[href*="wording="]';
/** Milliseconds that the mouse rests on a word before the note opens, and is away before it closes. */
const REST = 600;
const AWAY = 300;
/** Free space between word and note and between note and edge, in CSS pixels. */
const GAP = 6;

/**
 * Return the ids of the wordings that a marked word stands for.
 *
 * @param {{href: string, dataset: {wording?: string}}} word
 * @returns {string[]}
 */
export function wordingsOf({ href, dataset }) {
  const asked = dataset.wording ?? new URL(href, "http://localhost").searchParams.get("wording") ?? "";
  return asked.split(",").filter(Boolean);
}

/**
 * @typedef {object} Wording
 * @property {string} id
 * @property {string} text
 * @property {string} language
 * @property {string} direction
 * @property {string} usedBy
 * @property {string} meaning
 * @property {string} source
 * @property {string} address of the source, empty where it has none
 *
 * @typedef {{name: string, wordings: Wording[]}} Topic
 * @typedef {{name: string, here: Wording[], others: Wording[]}} ToldTopic
 */

/**
 * Return the topics in which one of the wordings stands.
 *
 * Those wordings come first and are told apart from the others.
 *
 * @param {string[]} ids
 * @param {Topic[]} topics
 * @returns {ToldTopic[]}
 */
export function told(ids, topics) {
  const parted = topics.map(({ name, wordings }) => ({
    name,
    here: wordings.filter(({ id }) => ids.includes(id)),
    others: wordings.filter(({ id }) => !ids.includes(id)),
  }));
  return parted.filter(({ here }) => here.length > 0);
}

/**
 * Return where the note stands so that it is whole.
 *
 * Under the word, or over it where there is more room.
 *
 * @param {{left: number, top: number, bottom: number}} word
 * @param {{width: number, height: number}} note
 * @param {{width: number, height: number}} view
 * @returns {{left: number, top: number}}
 */
export function placed(word, note, view) {
  const under = word.bottom + GAP;
  const fits = under + note.height + GAP <= view.height;
  const top = fits || word.top < view.height - word.bottom ? under : word.top - GAP - note.height;
  /** @param {number} size @param {number} room */
  const most = (size, room) => Math.max(GAP, room - size - GAP);
  return {
    left: Math.min(Math.max(GAP, word.left), most(note.width, view.width)),
    top: Math.min(Math.max(GAP, top), most(note.height, view.height)),
  };
}

/**
 * Make the note, and listen to the marked words of the whole document.
 *
 * @param {HTMLElement} root where the note is put
 * @param {(wordings: Wording[]) => void} [report] reports an error in wordings; without it the note has no button
 * @returns {{update: (topics: Topic[]) => void, destroy: () => void}} `update` takes what there is to say
 */
export function createTermNote(root, report) {
  const timer = createTimer();
  const popup = createPopup(root, timer, report);
  const pointer = pointerHandler(popup, timer);
  /** @type {[string, (event: any) => void][]} each handler takes the kind of event that its name stands for */
  const heard = [
    ["pointermove", pointer],
    ["focusin", (event) => onFocus(popup, event)],
    ["click", (event) => onClick(popup, event)],
    ["keydown", (event) => onKey(popup, event)],
    ["scroll", (event) => popup.has(event.target) || popup.place()],
  ];
  for (const [name, act] of heard) document.addEventListener(name, act, true);
  globalThis.addEventListener("resize", popup.place);
  globalThis.addEventListener("blur", leave);

  /** Close the note when the focus has gone on into a frame: no `focusin` tells of that. */
  function leave() {
    setTimeout(() => {
      const { activeElement } = document;
      if (!popup.isWord(activeElement) && !popup.has(activeElement)) popup.close();
    });
  }

  return {
    update: popup.update,
    destroy() {
      popup.close();
      for (const [name, act] of heard) document.removeEventListener(name, act, true);
      globalThis.removeEventListener("resize", popup.place);
      globalThis.removeEventListener("blur", leave);
      popup.box.remove();
    },
  };
}

/** Make the timer of the one thing that is to come. */
function createTimer() {
  let timer = 0;
  let leaving = false;
  return {
    isLeaving: () => leaving,
    stay() {
      clearTimeout(timer);
      leaving = false;
    },
    /** @param {number} milliseconds @param {() => void} act */
    later(milliseconds, act, isAway = false) {
      clearTimeout(timer);
      timer = globalThis.setTimeout(act, milliseconds);
      leaving = isAway;
    },
  };
}

/** @typedef {ReturnType<typeof createTimer>} Timer */
/** @typedef {ReturnType<typeof createPopup>} Popup */

/**
 * Return what shows a box above all else and takes it away again.
 *
 * In a browser without popovers (Safari before 17) it lies over the page.
 *
 * @param {HTMLElement} box
 * @returns {(shown: boolean) => void}
 */
function layerOf(box) {
  if (!("showPopover" in box)) {
    /** @type {HTMLElement} */ (box).hidden = true;
    return (shown) => { /** @type {HTMLElement} */ (box).hidden = !shown; };
  }
  // eslint-disable-next-line no-restricted-properties -- asked for above
  return (shown) => (shown ? box.showPopover() : box.hidePopover());
}

/**
 * Make the box that opens beside a word.
 *
 * @param {HTMLElement} root
 * @param {Timer} timer
 * @param {(wordings: Wording[]) => void} [report]
 */
function createPopup(root, { stay }, report) {
  const box = made("div", { className: "contested-note", popover: "manual", role: "dialog", tabIndex: -1 });
  root.append(box);
  const layer = layerOf(box);
  /** @type {Topic[]} */
  let topics = [];
  /** @type {HTMLAnchorElement|null} */
  let word = null;
  let returning = false;

  /** @param {HTMLAnchorElement} link */
  function open(link) {
    stay();
    if (link === word) return;
    close();
    const found = told(wordingsOf(link), topics);
    if (found.length === 0 || !link.isConnected) return;
    word = link;
    fill(box, found, "wording" in link.dataset ? null : link.href);
    if (report) box.append(reportButton(found, goBack, report));
    word.setAttribute("aria-expanded", "true");
    word.setAttribute("aria-describedby", "contested-note-summary");
    layer(true);
    place();
  }

  function close() {
    stay();
    if (word === null) return;
    word.setAttribute("aria-expanded", "false");
    word.removeAttribute("aria-describedby");
    word = null;
    layer(false);
  }

  function place() {
    if (word === null) return;
    const rect = word.isConnected ? word.getClientRects()[0] : null;
    if (!rect || rect.bottom < 0 || rect.top > globalThis.innerHeight) {
      close();
      return;
    }
    putBeside(box, rect);
  }

  /** Close the note and give the focus back to its word, where the reader was. */
  function goBack() {
    returning = true;
    word?.focus();
    returning = false;
    close();
  }

  return {
    box, open, close, place, goBack,
    isOpen: () => word !== null,
    isReturning: () => returning,
    /** @param {unknown} node */
    isWord: (node) => node === word,
    /** @param {EventTarget|null} node */
    has: (node) => node instanceof Node && box.contains(node),
    /** @param {Topic[]} news */
    update(news) {
      topics = news;
    },
  };
}

/** @param {HTMLElement} box @param {DOMRect} word */
function putBeside(box, word) {
  const { left, top } = placed(
    word,
    { width: box.offsetWidth, height: box.offsetHeight },
    { width: document.documentElement.clientWidth, height: globalThis.innerHeight },
  );
  box.style.setProperty("left", `${left}px`);
  box.style.setProperty("top", `${top}px`);
}

/**
 * @param {EventTarget|null} target
 * @returns {HTMLAnchorElement|null} the marked word in which it lies
 */
function wordAt(target) {
  return target instanceof Element ? target.closest(WORD) : null;
}

/**
 * Return what only a moving mouse does, open and close.
 *
 * A word that is scrolled under a still one does not.
 *
 * @param {Popup} popup
 * @param {Timer} timer
 */
function pointerHandler(popup, timer) {
  /** @param {PointerEvent} event */
  return ({ pointerType, target }) => {
    if (pointerType !== "mouse") return;
    const link = wordAt(target);
    const isAway =
      !link &&
      popup.isOpen() &&
      !popup.has(target) &&
      !popup.has(document.activeElement) &&
      !popup.isWord(document.activeElement);
    if (link && !popup.isWord(link)) timer.later(REST, () => popup.open(link));
    else if (!isAway) timer.stay();
    else if (!timer.isLeaving()) timer.later(AWAY, popup.close, true);
  };
}

/** @param {Popup} popup @param {FocusEvent} event */
function onFocus(popup, { target }) {
  if (popup.isReturning() || popup.has(target)) return;
  const link = wordAt(target);
  if (link?.matches(":focus-visible")) popup.open(link);
  else if (!popup.isWord(link)) popup.close();
}

/** @param {Popup} popup @param {MouseEvent} event */
function onClick(popup, event) {
  const link = wordAt(event.target);
  if (link && !popup.has(link) && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    popup.open(link);
    if (!popup.isOpen()) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.detail === 0) popup.box.focus();
  } else if (!popup.has(event.target)) {
    popup.close();
  }
}

/** @param {Popup} popup @param {KeyboardEvent} event */
function onKey(popup, event) {
  const { key, target, shiftKey } = event;
  if (key === " " && target instanceof HTMLAnchorElement && target.matches("a[data-wording]")) {
    event.preventDefault(); // to the reader it is a button
    target.click();
  }
  if (!popup.isOpen()) return;
  const holdsFocus = popup.has(document.activeElement);
  if (key === "Escape") {
    event.stopPropagation();
    if (holdsFocus) popup.goBack();
    else popup.close();
  } else if (key === "Tab" && holdsFocus && leaves(popup.box, shiftKey)) {
    event.preventDefault();
    popup.goBack();
  }
}

/**
 * Return whether the next press of Tab would leave the note.
 *
 * @param {HTMLElement} box
 * @param {boolean} backwards
 */
function leaves(box, backwards) {
  const links = [...box.querySelectorAll("a, button")];
  return (
    document.activeElement === (backwards ? links[0] : links.at(-1)) || (backwards && document.activeElement === box)
  );
}

/**
 * Write into the note what is told of a word.
 *
 * Its last line leads to all wordings, where there is a page of them.
 *
 * @param {HTMLElement} box
 * @param {ToldTopic[]} topics
 * @param {string|null} address
 */
function fill(box, topics, address) {
  const count = topics.reduce((sum, { here, others }) => sum + here.length + others.length, 0);
  const summary = made("p", {
    id: "contested-note-summary",
    className: "summary",
    textContent: `Contested: ${count} terms. Press Enter to read them.`,
  });
  const parts = topics.flatMap(({ name, here, others }) => [
    made("p", { className: "topic", textContent: name }),
    list(here, true),
    list(others, false),
  ]);
  const all = address
    ? [made("a", { href: address, target: "_blank", rel: "noopener noreferrer", textContent: "All contested terms" })]
    : [];
  box.replaceChildren(summary, ...parts, ...all);
  box.setAttribute("aria-label", `Contested terms: ${topics.map(({ name }) => name).join("; ")}`);
  box.scrollTop = 0;
}

/**
 * Make the button that reports an error in the wordings of a word.
 *
 * @param {ToldTopic[]} topics
 * @param {() => void} goBack closes the note, so that the focus comes back to the word
 * @param {(wordings: Wording[]) => void} report
 */
function reportButton(topics, goBack, report) {
  const button = made("button", { type: "button", className: "report-button", textContent: "Report an error" });
  button.addEventListener("click", () => {
    goBack();
    report(topics.flatMap(({ here }) => here));
  });
  return button;
}

/** @param {Wording[]} wordings @param {boolean} here */
function list(wordings, here) {
  const rows = wordings.map(({ text, language, direction, usedBy, meaning, source, address }) => {
    const row = made("li", {});
    row.append(
      made("strong", { textContent: text, lang: language, dir: direction === "rtl" ? "auto" : "" }),
      `, used by ${usedBy}`,
    );
    if (here && meaning) row.append(`. ${meaning}`);
    if (address)
      row.append(
        " \u00b7 ",
        made("a", { href: address, target: "_blank", rel: "noopener noreferrer", textContent: source }),
      );
    return row;
  });
  const whole = made("ul", { className: here ? "here" : "others" });
  whole.append(...rows);
  return whole;
}

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} name
 * @param {Partial<HTMLElementTagNameMap[Tag]>} properties
 * @returns {HTMLElementTagNameMap[Tag]}
 */
function made(name, properties) {
  return Object.assign(document.createElement(name), properties);
}
