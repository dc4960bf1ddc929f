// The button that asks the server for a file of what the map of the page shows, and gives it to the reader.

const BUSY = "Making the file";
const NO_ANSWER = "The server did not answer. Check the connection and press the button again.";

/** @type {WeakMap<Node, ReturnType<typeof createButton>>} */
const buttons = new WeakMap();

/**
 * Streamlit calls this at the mount and after every rerun that changes the data.
 *
 * @param {{parentElement: ShadowRoot, data: {format: string, label: string, names: string[], shape: string}}} component `names` are those of the state of a map and of how it looks
 */
export default function downloadButtonComponent({ parentElement, data }) {
  if (!buttons.has(parentElement)) buttons.set(parentElement, createButton(parentElement));
  buttons.get(parentElement).receive(data);
}

/**
 * Return the query that asks for what a map told, as an address has it.
 *
 * @param {Record<string, unknown>} state as the map told it
 * @param {string[]} names those that count
 * @returns {string}
 */
export function queryOf(state, names) {
  const query = new URLSearchParams();
  for (const name of names) {
    const value = Array.isArray(state[name]) ? state[name].join(",") : state[name];
    if (["string", "number"].includes(typeof value) && value !== "") query.set(name, String(value));
  }
  return query.toString();
}

/**
 * Return the name that a server gave a file.
 *
 * @param {string|null} disposition the header
 * @returns {string}
 */
export function nameOf(disposition) {
  return /filename="([^"]+)"/.exec(disposition ?? "")?.[1] ?? "map";
}

function createButton(root) {
  const button = document.createElement("button");
  button.type = "button";
  const said = document.createElement("p");
  said.setAttribute("role", "status");
  root.append(button, said);
  let data = null;
  let isBusy = false;
  button.addEventListener("click", () => isBusy || give());

  function receive(newData) {
    data = newData;
    show();
  }

  function show() {
    button.textContent = data.label;
    button.setAttribute("aria-disabled", String(isBusy));
  }

  function say(words) {
    said.textContent = words;
    show();
  }

  async function give() {
    isBusy = true;
    say(BUSY);
    const seen = await globalThis.timemapSeen?.();
    const query = seen ? queryOf({ ...seen, shape: data.shape }, data.names) : globalThis.location.search.slice(1);
    let words;
    try {
      words = await fetchFile(new URL(`file/${data.format}?${query}`, document.baseURI));
    } catch {
      words = NO_ANSWER;
    }
    isBusy = false;
    say(words);
  }

  return { receive };
}

/** Fetch a file and give it to the reader; return what the server says where there is none. */
async function fetchFile(url) {
  const answer = await fetch(url, { referrerPolicy: "same-origin" });
  if (!answer.ok) return answer.text();
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await answer.blob());
  link.download = nameOf(answer.headers.get("Content-Disposition"));
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // the browser may still be reading it
  return "";
}
