// Report of an error in an event, area or term, as text and as link.
// Its twin in Python is timemap/text/error_report.py; one table of cases holds both.

/**
 * @typedef {object} Subject what a report is about
 * @property {"Event"|"Area"|"Term"} kind
 * @property {string} name
 * @property {string} id ids of several are apart by commas
 * @property {string} [when] date in words
 */

const QUESTION = "What is wrong, and which source shows it?";
const MAIL = /^[^\s@:/?&#]+@[^\s@:/?&#]+$/;

/**
 * Return the title of a report, in one line.
 *
 * @param {Subject} subject
 */
export function reportTitle({ name, id }) {
  return `Error: ${name} (${id})`;
}

/**
 * Return the text of a report, ending with the question to be answered.
 *
 * @param {Subject} subject
 * @param {{title: string, version: string, address: string}} map `address` is empty where it is not known
 */
export function reportText({ kind, name, id, when = "" }, { title, version, address }) {
  const lines = Object.entries({
    Map: title, [kind]: name, Id: id, Date: when, "Data version": version, View: address,
  });
  const said = lines.filter(([, value]) => value).map(([line, value]) => `${line}: ${value}`).join("\n");
  return `${said}\n\n${QUESTION}\n`;
}

/**
 * Return the link that sends a report; empty where nothing says where to.
 *
 * @param {string} target a mail address, or an address of HTTPS with {title} and {body} in it
 * @param {string} title
 * @param {string} text
 */
export function reportLink(target, title, text) {
  if (MAIL.test(target))
    return `mailto:${target}?subject=${encoded(title)}&body=${encoded(text.replaceAll("\n", "\r\n"))}`;
  if (target.startsWith("https://") && target.includes("{title}") && target.includes("{body}"))
    return target.replaceAll("{title}", encoded(title)).replaceAll("{body}", encoded(text));
  return "";
}

/** @param {string} text half of a pair of signs cannot be encoded */
function encoded(text) {
  return encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, "\ufffd"));
}
