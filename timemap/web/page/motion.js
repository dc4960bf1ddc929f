// Test whether the viewer asked for less motion.
// It is asked anew each time, as it can change at any moment.

/** Return whether motion is to be reduced. @returns {boolean} */
export function prefersReducedMotion() {
  return globalThis.matchMedia?.("(prefers-reduced-motion: reduce)").matches ?? false;
}
