// Small map for tests of messages: its events, its fields, and its address.

import { createAddress, openingState } from "../../timemap/web/state/address.js";
import { FIELD_TABLE } from "./fieldtable.js";

export const IDS = ["siege", "return", "trial"];
export const EVENTS = {
  id: IDS,
  start: [16340, 16460, 16900],
  end: [16341, 16461, 16901],
  indexOf: (id) => IDS.indexOf(id),
  visible: () => [],
};
export const DATA = {
  fields: FIELD_TABLE,
  whole: [15000, 20000],
  range: [15000, 20000],
  moment: 16349,
  mode: "day",
  choices: { categories: [], parties: [], words: "", language: "en", window: 0, hidden: [] },
  controllers: [{ id: "isis" }],
  categories: [{ id: "battle" }, { id: "trial" }],
  parties: [{ id: "sdf" }],
  languages: [{ code: "en" }, { code: "ku" }],
  version: "0a1b2c3d",
};
export const OPENING = openingState(DATA, EVENTS);
export const ADDRESS = createAddress(DATA, { events: EVENTS, lessons: () => ["walls"], shown: () => null }, OPENING);
