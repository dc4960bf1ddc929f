// Rules of ESLint for the browser side.
// All that it recommends hold, and those that keep the code safe, in UTC and in small pieces.
import { readFileSync } from "node:fs";
import css from "@eslint/css";
import js from "@eslint/js";
import compat from "eslint-plugin-compat";
import esx from "eslint-plugin-es-x";
import globals from "globals";

const LOCAL_TIME =
  "getFullYear|getMonth|getDate|getDay|getHours|getMinutes|setFullYear|setMonth|setDate|setHours|getTimezoneOffset";
// A text stays in one piece, so that it can be found.
const ONE_TEXT = String.raw`^\s*(?:[\w"-]+: |return |(?:const )?\w+ = |[?:] )?(?:"[^"]*"|\x60[^\x60]*\x60)[,;)\]]*$`;

// The browsers that README.md names.
const { browserslist: BROWSERS } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8"));

// What elements and canvases have only in newer ones: each use says how it is guarded.
const NEWER = [
  "checkVisibility",
  "hidePopover",
  "inert",
  "moveBefore",
  "popover",
  "requestClose",
  "roundRect",
  "showPopover",
  "startViewTransition",
  "togglePopover",
  "transferToImageBitmap",
];

// Newer than the year that the rule counts from, yet in every supported browser, or not missed where it is lacking.
const CSS_IN_ALL = {
  allowAtRules: ["page"], // margins of the sheet, which printers have too
  allowMediaConditions: [
    "forced-colors", // no browser without it forces colours
    "prefers-contrast", // Safari 14.1
  ],
  allowSelectors: ["backdrop", "focus-visible", "has"],
  allowUnits: ["dvh"], // Safari 15.4
  allowProperties: [
    "accent-color", // Safari 15.4
    "backdrop-filter", // only takes away what Streamlit has set
    "color-scheme",
    "contain", // Safari 15.4
    "contain-intrinsic-block-size", // rows out of sight are drawn all the same
    "content-visibility", // the same
    "forced-color-adjust", // belongs to forced colours
    "outline", // square where the browser does not round it
    "overscroll-behavior", // the page scrolls on at the end of a list
    "paint-order", // Safari 11
    "print-color-adjust", // Safari 15.4
    "scrollbar-width", // a scroll bar is seen
    "user-select", // written with Safari's prefix as well
  ],
  allowPropertyValues: {
    "break-after": ["avoid"], // a heading may stand at the end of a sheet
    float: ["inline-end"], // Safari 15
    "overflow-wrap": ["anywhere"], // Safari 15.4
  },
};

export default [
  { ignores: ["**/node_modules/**"] },
  { ...js.configs.recommended, files: ["**/*.js"] },
  {
    files: ["timemap/web/**/*.js", "tests/web/**/*.js", "benchmarks/web/**/*.js", "tests/browser/*.js"],
    linterOptions: { reportUnusedDisableDirectives: "error" },
    languageOptions: { ecmaVersion: 2025, sourceType: "module" },
    rules: {
      "array-callback-return": "error",
      "consistent-return": "error",
      "default-case-last": "error",
      eqeqeq: "error",
      "max-lines": ["error", { max: 300, skipBlankLines: true, skipComments: true }],
      "no-constructor-return": "error",
      "no-else-return": "error",
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-lonely-if": "error",
      "no-new-func": "error",
      "no-promise-executor-return": "error",
      "no-self-compare": "error",
      "no-shadow": "error",
      "no-template-curly-in-string": "error",
      "no-throw-literal": "error",
      "no-unneeded-ternary": "error",
      "no-unused-expressions": "error",
      "no-unused-vars": "error",
      "no-use-before-define": ["error", { functions: false, variables: false }],
      "no-useless-concat": "error",
      "no-var": "error",
      "object-shorthand": "error",
      "prefer-const": "error",
      "prefer-object-spread": "error",
      "prefer-rest-params": "error",
      "prefer-template": "error",
      // A title may hold markup: text is set as text. Days are UTC: local time moves them by one.
      "no-restricted-properties": [
        "error",
        { property: "innerHTML" },
        { property: "outerHTML" },
        { property: "insertAdjacentHTML" },
        ...NEWER.map((property) => ({ property, message: "Not in every supported browser." })),
      ],
      "no-restricted-syntax": [
        "error",
        { selector: `MemberExpression[property.name=/^(${LOCAL_TIME})$/]`, message: "Days are UTC." },
      ],
    },
  },
  {
    files: ["timemap/web/**/*.js", "benchmarks/web/**/*.js", "tests/browser/*.js"],
    languageOptions: { globals: globals.browser },
    rules: { "no-console": "error" },
  },
  {
    files: ["timemap/web/**/*.js", "tests/web/**/*.js"],
    rules: {
      "max-len": ["error", { code: 120, ignorePattern: ONE_TEXT }],
      "max-lines-per-function": ["error", { max: 60, skipBlankLines: true, skipComments: true }],
    },
  },
  { files: ["tests/web/**/*.js"], languageOptions: { globals: globals.node } },
  // Parts of it run in the page.
  { files: ["tests/web/firefox/*.js"], languageOptions: { globals: globals.browser } },
  {
    files: ["timemap/web/**/*.js"],
    plugins: { compat, "es-x": esx },
    settings: { targets: BROWSERS, "es-x": { aggressive: true } },
    rules: {
      ...esx.configs["flat/no-new-in-es2023"].rules,
      "compat/compat": "error",
      "es-x/no-class-static-block": "error",
      "es-x/no-regexp-lookbehind-assertions": "error",
    },
  },
  {
    files: ["timemap/**/*.css"],
    language: "css/css",
    plugins: { css },
    rules: {
      "no-restricted-syntax": [
        "error",
        { selector: "FeatureRange", message: "Write min-width or max-width: Safari reads ranges only from 16.4 on." },
      ],
      "css/use-baseline": ["error", { available: 2021, ...CSS_IN_ALL }],
    },
  },
];
