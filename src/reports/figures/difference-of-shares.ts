/** So many of so many. */
export interface Proportion {
  part: number;
  whole: number;
}

/** A difference of two shares, and the interval in which the true one lies with a confidence of 95 %. */
export interface Difference {
  value: number;
  low: number;
  high: number;
}

/** Two-sided 95 % of the normal distribution. */
const z = 1.959964;

/**
 * The first share minus the second, with its 95 % interval by Newcombe's hybrid score method, which holds for small numbers and for shares
 * near 0 and 1 (R. G. Newcombe, Interval estimation for the difference between independent proportions, Statistics in Medicine 17, 1998,
 * method 10). Null when there is nothing on one side.
 */
export function differenceOfShares(first: Proportion, second: Proportion): Difference | null {
  if (first.whole === 0 || second.whole === 0) return null;
  const [one, other] = [scoreInterval(first), scoreInterval(second)];
  const value = one.share - other.share;
  return {
    value,
    low: value - Math.hypot(one.share - one.low, other.high - other.share),
    high: value + Math.hypot(one.high - one.share, other.share - other.low),
  };
}

/** Wilson's score interval (E. B. Wilson, 1927). */
function scoreInterval({ part, whole }: Proportion): { share: number; low: number; high: number } {
  const share = part / whole;
  const centre = (2 * part + z * z) / (2 * (whole + z * z));
  const half = (z * Math.sqrt(z * z + 4 * part * (1 - share))) / (2 * (whole + z * z));
  return { share, low: centre - half, high: centre + half };
}
