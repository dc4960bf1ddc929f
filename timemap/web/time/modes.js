// Three ways to choose the events that are seen by the moment, and the days round it that count as "on this day".

/** Each way with its name on the screen. */
export const MODES = Object.freeze([
  Object.freeze({ id: "day", words: "On this day" }),
  Object.freeze({ id: "until", words: "Up to this day" }),
  Object.freeze({ id: "range", words: "The whole range" }),
]);

/** Days before and after the moment that the toolbar offers. */
export const WINDOWS = Object.freeze([0, 3, 7, 15, 30]);

/** Most days before and after the moment that an address or another page may ask for. */
export const WIDEST_WINDOW = 366;
