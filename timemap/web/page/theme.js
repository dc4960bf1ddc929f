// Theme of the page: the system's until the page around names one.
// On paper it is always the light one.

/**
 * Keep `data-theme` of the root right: "light" or "dark".
 *
 * @param {HTMLElement} root
 * @returns {{name: (theme: "light"|"dark") => void}} `name` settles it whatever the system prefers
 */
export function createTheme(root) {
  const dark = globalThis.matchMedia("(prefers-color-scheme: dark)");
  const paper = globalThis.matchMedia("print");
  /** @type {"light"|"dark"|null} */
  let named = null;

  function apply(printing = paper.matches) {
    root.dataset.theme = printing ? "light" : (named ?? (dark.matches ? "dark" : "light"));
  }

  for (const query of [dark, paper]) query.addEventListener("change", () => apply());
  globalThis.addEventListener("beforeprint", () => apply(true));
  globalThis.addEventListener("afterprint", () => apply(false));
  apply();
  return {
    name(theme) {
      named = theme;
      apply();
    },
  };
}
