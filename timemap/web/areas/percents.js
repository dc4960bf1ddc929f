// Whole percentages that sum to 100.

/**
 * Return shares in whole percent, which together are 100.
 *
 * What rounding down leaves goes to the largest remainders.
 *
 * @param {number[]} shares not negative; none of them makes every percentage 0
 * @returns {number[]}
 */
export function wholePercents(shares) {
  const sum = shares.reduce((whole, share) => whole + share, 0);
  if (sum === 0) return shares.map(() => 0);
  const exact = shares.map((share) => 100 * share / sum);
  const percents = exact.map(Math.floor);
  const left = 100 - percents.reduce((whole, percent) => whole + percent, 0);
  const order = [...exact.keys()].sort((one, other) => exact[other] % 1 - exact[one] % 1);
  for (const index of order.slice(0, left)) percents[index] += 1;
  return percents;
}
