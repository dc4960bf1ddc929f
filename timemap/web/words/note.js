// A contested word tells, on hover and on focus, who uses which wording; Enter goes into the note, Escape closes it.

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
 * Return the topics in which one of the wordings stands, those wordings first and told apart from the others.
 *
 * @param {string[]} ids
 * @param {{name: string, wordings: {id: string}[]}[]} topics
 * @returns {{name: string, here: object[], others: object[]}[]}
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
 * Return where the note stands so that it is whole: under the word, or over it where there is more room.
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
 * @returns {{tell: (topics: object[]) => void, destroy: () => void}} `tell` takes topics `{name, wordings}` with wordings
 *   `{id, text, language, direction, usedBy, meaning, source, address}`
 */
export function createNote(root) {
  const box = made("div", { className: "contested-note", popover: "manual", role: "dialog", tabIndex: -1 });
  root.append(box);
  let topics = [];
  let word = null;
  let timer = 0;
  let leaving = false;
  let returning = false;

  const isOpen = () => word !== null;
  const holdsFocus = () => box.contains(document.activeElement);

  function stay() {
    clearTimeout(timer);
    leaving = false;
  }

  function later(milliseconds, act) {
    stay();
    timer = setTimeout(act, milliseconds);
  }

  function open(link) {
    stay();
    if (link === word) return;
    close();
    const found = told(wordingsOf(link), topics);
    if (found.length === 0 || !link.isConnected) return;
    word = link;
    fill(box, found, "wording" in link.dataset ? null : link.href);
    word.setAttribute("aria-expanded", "true");
    word.setAttribute("aria-describedby", "contested-note-summary");
    box.showPopover();
    place();
  }

  function close() {
    stay();
    if (!isOpen()) return;
    word.setAttribute("aria-expanded", "false");
    word.removeAttribute("aria-describedby");
    word = null;
    box.hidePopover();
  }

  function place() {
    if (!isOpen()) return;
    const rect = word.isConnected ? word.getClientRects()[0] : null;
    if (!rect || rect.bottom < 0 || rect.top > globalThis.innerHeight) {
      close();
      return;
    }
    const { left, top } = placed(rect, { width: box.offsetWidth, height: box.offsetHeight }, { width: document.documentElement.clientWidth, height: globalThis.innerHeight });
    box.style.setProperty("left", `${left}px`);
    box.style.setProperty("top", `${top}px`);
  }

  /** Close the note and give the focus back to its word, where the reader was. */
  function goBack() {
    const link = word;
    returning = true;
    link.focus();
    returning = false;
    close();
  }

  /** Only a moving mouse opens and closes: a word that is scrolled under a still one does not. */
  function onPointer(event) {
    if (event.pointerType !== "mouse") return;
    const link = event.target.closest?.(WORD);
    if (link && link !== word) {
      later(REST, () => open(link));
    } else if (link || !isOpen() || box.contains(event.target) || holdsFocus() || document.activeElement === word) {
      stay();
    } else if (!leaving) {
      later(AWAY, close);
      leaving = true;
    }
  }

  function onFocus(event) {
    if (returning || box.contains(event.target)) return;
    const link = event.target.closest?.(WORD);
    if (link?.matches(":focus-visible")) open(link);
    else if (link !== word) close();
  }

  function onClick(event) {
    const link = event.target.closest?.(WORD);
    if (link && !box.contains(link) && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      open(link);
      if (!isOpen()) return;
      event.preventDefault();
      event.stopPropagation();
      if (event.detail === 0) box.focus();
    } else if (!box.contains(event.target)) {
      close();
    }
  }

  function onKey(event) {
    if (event.key === " " && event.target.matches?.("a[data-wording]")) {
      event.preventDefault(); // to the reader it is a button
      event.target.click();
    }
    if (!isOpen()) return;
    if (event.key === "Escape") {
      event.stopPropagation();
      if (holdsFocus()) goBack();
      else close();
    } else if (event.key === "Tab" && holdsFocus() && leaves(event.shiftKey)) {
      event.preventDefault();
      goBack();
    }
  }

  /** Whether the next press of Tab would leave the note. */
  function leaves(backwards) {
    const links = [...box.querySelectorAll("a")];
    return document.activeElement === (backwards ? links[0] : links.at(-1)) || (backwards && document.activeElement === box);
  }

  function onScroll(event) {
    if (!box.contains(event.target)) place();
  }

  const heard = [
    ["pointermove", onPointer],
    ["focusin", onFocus],
    ["click", onClick],
    ["keydown", onKey],
    ["scroll", onScroll],
  ];
  for (const [name, act] of heard) document.addEventListener(name, act, true);
  globalThis.addEventListener("resize", place);

  return {
    tell(news) {
      topics = news;
    },
    destroy() {
      close();
      for (const [name, act] of heard) document.removeEventListener(name, act, true);
      globalThis.removeEventListener("resize", place);
      box.remove();
    },
  };
}

/** Write into the note what is told of a word; its last line leads to all wordings, where there is a page of them. */
function fill(box, topics, address) {
  const count = topics.reduce((sum, { here, others }) => sum + here.length + others.length, 0);
  const summary = made("p", { id: "contested-note-summary", className: "summary", textContent: `Contested: ${count} wordings. Enter to read them.` });
  const parts = topics.flatMap(({ name, here, others }) => [made("p", { className: "topic", textContent: name }), list(here, true), list(others, false)]);
  const all = address ? [made("a", { href: address, target: "_blank", rel: "noopener noreferrer", textContent: "All contested words" })] : [];
  box.replaceChildren(summary, ...parts, ...all);
  box.setAttribute("aria-label", `Who says what: ${topics.map(({ name }) => name).join("; ")}`);
  box.scrollTop = 0;
}

function list(wordings, here) {
  const rows = wordings.map(({ text, language, direction, usedBy, meaning, source, address }) => {
    const row = made("li", {});
    row.append(made("strong", { textContent: text, lang: language, dir: direction === "rtl" ? "auto" : "" }), `, used by ${usedBy}`);
    if (here && meaning) row.append(`. ${meaning}`);
    if (address) row.append(" \u00b7 ", made("a", { href: address, target: "_blank", rel: "noopener noreferrer", textContent: source }));
    return row;
  });
  const whole = made("ul", { className: here ? "here" : "others" });
  whole.append(...rows);
  return whole;
}

function made(name, properties) {
  return Object.assign(document.createElement(name), properties);
}
