// Binary search in sorted days.

/**
 * Return how many of the sorted whole numbers are not above a value.
 *
 * Equal counts mean that nothing lies in between.
 *
 * @param {ArrayLike<number>} sorted
 * @param {number} value
 * @returns {number}
 */
export function countUpTo(sorted, value) {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
