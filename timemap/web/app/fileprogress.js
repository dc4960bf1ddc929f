// Request of a file that the server makes step by step, and its delivery.

import { giveFile, NO_ANSWER } from "#timemap/app/viewfile.js";

/** @typedef {Uint8Array<ArrayBuffer>} Bytes */
/** @typedef {{done: number, of: number}} Progress how many steps are done */
/** @typedef {{before: number}} Waiting how many files are made before */

/**
 * Ask for a file and give it to the reader.
 *
 * @param {URL} url
 * @param {AbortSignal} signal stops it
 * @param {(progress: Progress) => void} hear called after every step
 * @param {(words: string) => void} wait called with what is said while other files are made before
 * @returns {Promise<{name: string}|{error: string}>} the error is empty where it was stopped
 */
export async function fetchFile(url, signal, hear, wait) {
  try {
    const answer = await fetch(url, { signal, referrerPolicy: "same-origin" });
    if (!answer.ok || answer.body === null) return { error: (await answer.text()) || NO_ANSWER };
    const made = await readAnswer(answer.body, (told) => "before" in told ? wait(waitingWords(told)) : hear(told));
    if ("error" in made) return { error: made.error || NO_ANSWER };
    giveFile(made.file, made.name);
    return { name: made.name };
  } catch {
    return { error: signal.aborted ? "" : NO_ANSWER };
  }
}

/**
 * Return what is said of a file that waits for others.
 *
 * @param {Waiting} waiting
 * @returns {string}
 */
export function waitingWords({ before }) {
  return before === 1 ? "Waiting: 1 file is made before yours" : `Waiting: ${before} files are made before yours`;
}

/**
 * Read an answer of lines of JSON and then a file.
 *
 * @param {ReadableStream<Bytes>} body
 * @param {(told: Progress|Waiting) => void} hear called with every line before the last
 * @returns {Promise<{file: Blob, name: string}|{error: string}>} the error is empty where the answer ended too early
 */
export async function readAnswer(body, hear) {
  let unread = new Uint8Array();
  /** @type {{name: string, type: string, size: number}|null} */
  let head = null;
  /** @type {Bytes[]} */
  const parts = [];
  for await (const chunk of chunksOf(body)) {
    if (head) {
      parts.push(chunk);
      continue;
    }
    unread = joined(unread, chunk);
    for (let line = firstLine(unread); line && !head; line = head ? null : firstLine(unread)) {
      const told = JSON.parse(line[0]);
      unread = line[1];
      if ("error" in told) return { error: told.error };
      if ("name" in told) head = told;
      else hear(told);
    }
    if (head) parts.push(unread);
  }
  const file = new Blob(parts, { type: head?.type });
  return head && file.size === head.size ? { file, name: head.name } : { error: "" };
}

/**
 * Yield the bytes of an answer as they come. Not every browser can go through a stream by itself.
 *
 * @param {ReadableStream<Bytes>} body
 */
async function* chunksOf(body) {
  const reader = body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
}

/**
 * Return the first line of bytes as a text, and what follows it.
 *
 * Null where no line has ended yet.
 *
 * @param {Bytes} bytes
 * @returns {[string, Bytes]|null}
 */
function firstLine(bytes) {
  const end = bytes.indexOf(10);
  return end < 0 ? null : [new TextDecoder().decode(bytes.subarray(0, end)), bytes.subarray(end + 1)];
}

/** @param {Bytes} before @param {Bytes} after */
function joined(before, after) {
  const both = new Uint8Array(before.length + after.length);
  both.set(before);
  both.set(after, before.length);
  return both;
}
