function countBy<T>(values: T[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** Entropy in natural units of a division into parts of these sizes. */
function entropy(sizes: Iterable<number>, all: number): number {
  let sum = 0;
  for (const size of sizes) sum -= (size / all) * Math.log(size / all);
  return sum;
}

/** Natural logarithms of the factorials from 0 to `max`. */
function logFactorials(max: number): Float64Array {
  const logs = new Float64Array(max + 1);
  for (let number = 2; number <= max; number++) logs[number] = logs[number - 1]! + Math.log(number);
  return logs;
}

/** What two random divisions with these sizes of parts would share (Vinh, Epps and Bailey, 2010, equation 24a). */
function expectedInformation(first: number[], second: number[], all: number): number {
  const logs = logFactorials(all);
  let sum = 0;
  for (const [a, timesA] of countBy(first))
    for (const [b, timesB] of countBy(second)) {
      const fixed = logs[a]! + logs[b]! + logs[all - a]! + logs[all - b]! - logs[all]!;
      let share = 0;
      for (let both = Math.max(1, a + b - all); both <= Math.min(a, b); both++) {
        const rest = logs[both]! + logs[a - both]! + logs[b - both]! + logs[all - a - b + both]!;
        share += (both / all) * Math.log((all * both) / (a * b)) * Math.exp(fixed - rest);
      }
      sum += share * timesA * timesB;
    }
  return sum;
}

/**
 * Adjusted mutual information of two divisions of the same things, with the arithmetic mean of their entropies: 1 when
 * they agree, 0 when they agree as chance would.
 */
export function adjustedMutualInformation(first: string[], second: string[]): number {
  const all = first.length;
  const firstSizes = countBy(first);
  const secondSizes = countBy(second);
  const pairs = countBy(first.map((part, place) => `${part}\u0000${second[place]}`));
  let information = 0;
  for (const [pair, both] of pairs) {
    const [a = '', b = ''] = pair.split('\u0000');
    information += (both / all) * Math.log((all * both) / (firstSizes.get(a)! * secondSizes.get(b)!));
  }
  const expected = expectedInformation([...firstSizes.values()], [...secondSizes.values()], all);
  const mean = (entropy(firstSizes.values(), all) + entropy(secondSizes.values(), all)) / 2;
  return (information - expected) / (mean - expected);
}
