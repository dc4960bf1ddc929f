// Records of drafts in the browser's storage: fields, age and limits.
// Each tab has one; there are few, and each has a bounded size.

/**
 * @typedef {object} DraftRecord
 * @property {number} version of this shape
 * @property {string} session of the server in which it was written
 * @property {number} time when it was kept, in milliseconds since 1970
 * @property {string} title
 * @property {string} text the lesson as a file has it
 *
 * @typedef {Pick<Storage, "getItem"|"setItem"|"removeItem"|"key"|"length">} Store
 */

const VERSION = 1;
const PREFIX = "timemap-lesson-draft-";
/** Drafts that are kept; the oldest gives way. */
const MOST = 5;
/** Characters of the longest draft that is kept. */
export const LONGEST = 500_000;

/**
 * Return the draft of a tab; null where there is none that can be read.
 *
 * @param {Store} store
 * @param {string} tab
 * @returns {DraftRecord|null}
 */
export function readDraft(store, tab) {
  try {
    const record = JSON.parse(store.getItem(PREFIX + tab) ?? "null");
    const { version, session, time, title, text } = record ?? {};
    const isSound = version === VERSION && [session, title, text].every((part) => typeof part === "string");
    return isSound && typeof time === "number" ? { version, session, time, title, text } : null;
  } catch {
    return null;
  }
}

/**
 * Keep the draft of a tab.
 *
 * @param {Store} store
 * @param {string} tab
 * @param {Omit<DraftRecord, "version">} record
 * @returns {boolean} whether it is kept: it may be too long, or the browser keeps nothing
 */
export function writeDraft(store, tab, record) {
  if (record.text.length > LONGEST) return false;
  try {
    const others = tabsOf(store).filter((other) => other !== tab);
    for (const other of others.slice(MOST - 1)) dropDraft(store, other);
    store.setItem(PREFIX + tab, JSON.stringify({ version: VERSION, ...record }));
    return true;
  } catch {
    return false;
  }
}

/**
 * Forget the draft of a tab.
 *
 * @param {Store} store
 * @param {string} tab
 */
export function dropDraft(store, tab) {
  try {
    store.removeItem(PREFIX + tab);
  } catch {
    // nothing is kept there
  }
}

/**
 * Keep the draft of a tab under another name.
 *
 * Another one is written in that tab now.
 *
 * @param {Store} store
 * @param {string} tab
 * @param {string} name
 */
export function setAside(store, tab, name) {
  const record = readDraft(store, tab);
  if (record !== null) writeDraft(store, name, record);
  dropDraft(store, tab);
}

/**
 * Return the tabs that have a draft, the newest first.
 *
 * @param {Store} store
 * @returns {string[]}
 */
export function tabsOf(store) {
  try {
    const names = Array.from({ length: store.length }, (_, at) => store.key(at) ?? "");
    const tabs = names.filter((name) => name.startsWith(PREFIX)).map((name) => name.slice(PREFIX.length));
    const timeOf = (/** @type {string} */ tab) => readDraft(store, tab)?.time ?? 0;
    return tabs.sort((one, other) => timeOf(other) - timeOf(one));
  } catch {
    return [];
  }
}

/**
 * Return the next step for the kept draft of a tab.
 *
 * A page of a session says what it holds.
 * A session that wrote none of it begins empty, or with what the fields of the page held: the draft comes back.
 *
 * @param {DraftRecord|null} record
 * @param {{session: string, text: string, begun: boolean}} page
 * @returns {"restore"|"keep"|"nothing"}
 */
export function whatToDo(record, page) {
  if (record !== null && record.session !== page.session && record.text !== page.text) return "restore";
  return page.begun ? "keep" : "nothing";
}
