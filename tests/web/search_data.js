// A few events, places and spellings for the tests of finding; the same as in the table of cases of the filters.
import { readFileSync } from "node:fs";
import { createEvents } from "../../timemap/web/events/events.js";
import { createFilters } from "../../timemap/web/find/filters.js";
import { isoDay } from "../../timemap/web/time/dates.js";

const { categories, parties, actors, document } = JSON.parse(
  readFileSync(new URL("../cases/filters.json", import.meta.url), "utf8"),
);
const none = document.columns.id.map(() => 0);
const named = (id) => ({ id, name: id.replaceAll("-", " ") });
const usual = (party) => actors.filter((row) => row.party === party).map((row) => row.canonical_name);

export const WHOLE = Object.freeze([isoDay("2012-01-01"), isoDay("2026-01-01")]);
export const DATA = Object.freeze({
  categories: categories.map(named),
  parties: parties.map((id) => ({ ...named(id), actors: usual(id) })),
  letters: document.letters,
  spellings: document.spellings,
  whole: WHOLE,
  range: WHOLE,
  moment: isoDay("2014-10-06"),
  mode: "day",
  choices: { window: 0 },
  places: [
    { id: "afrin-village", kind: "village", names: { en: "Afrin al-Saghira" } },
    { id: "afrin", kind: "city", names: { en: "Afrin", ku: "Efr\u00een", ar: "\u0639\u0641\u0631\u064a\u0646" } },
    { id: "kobane", kind: "city", names: { en: "Kobane (Ayn al-Arab)", ku: "Koban\u00ee" } },
  ],
});
export const EVENTS = createEvents({ ...document.columns, precision: none.map(() => "day"), lon: none, lat: none });
export const FILTERS = createFilters(DATA, EVENTS);

/** Return a state of the store in which nothing filters, but for `patch`. */
export function stateWith(patch = {}) {
  const { moment, range } = DATA;
  const state = {
    moment,
    range,
    mode: "day",
    window: 0,
    selected: -1,
    categories: [],
    parties: [],
    words: "",
    language: "en",
    ...patch,
  };
  return { ...state, ...FILTERS.derive(state, null) };
}
