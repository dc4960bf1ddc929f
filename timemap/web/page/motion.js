// Test whether the viewer asked for less motion.
// It is asked anew each time, as it can change at any moment.

/** @returns {boolean} whether motion is to be reduced */
export function prefersReducedMotion() {
  return globalThis.matchMedia?.("(prefers-reduced-motion: reduce)").matches ?? false;
}
