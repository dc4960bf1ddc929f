// Rules of ESLint for the browser side.
// All that it recommends hold, and those that keep the code safe, in UTC and in small pieces.
import js from "@eslint/js";
import globals from "globals";

const LOCAL_TIME =
  "getFullYear|getMonth|getDate|getDay|getHours|getMinutes|setFullYear|setMonth|setDate|setHours|getTimezoneOffset";
// A text stays in one piece, so that it can be found.
const ONE_TEXT = String.raw`^\s*(?:[\w"-]+: |return |(?:const )?\w+ = |[?:] )?(?:"[^"]*"|\x60[^\x60]*\x60)[,;)\]]*$`;

export default [
  { ignores: ["**/node_modules/**"] },
  js.configs.recommended,
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
];
