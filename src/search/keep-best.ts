/**
 * The places of the largest scores above 0, largest first, at most `limit`; of equal ones the earlier comes first.
 *
 * The best so far are a heap whose top is the worst of them, so that most places cost one comparison (Williams, 1964).
 */
export function keepBest(scores: Float32Array, limit: number): number[] {
  const heap: number[] = [];
  let bar = 0;
  for (let place = 0; place < scores.length; place++) {
    if ((scores[place] ?? 0) <= bar) continue;
    if (heap.length < limit) {
      heap.push(place);
      if (heap.length < limit) continue;
      for (let top = (limit >> 1) - 1; top >= 0; top--) sink(heap, top, scores);
    } else {
      heap[0] = place;
      sink(heap, 0, scores);
    }
    bar = scores[heap[0] ?? 0] ?? 0;
  }
  return heap.sort((one, other) => (scores[other] ?? 0) - (scores[one] ?? 0) || one - other);
}

function isWorse(one: number, other: number, scores: Float32Array): boolean {
  const difference = (scores[one] ?? 0) - (scores[other] ?? 0);
  return difference < 0 || (difference === 0 && one > other);
}

function sink(heap: number[], from: number, scores: Float32Array): void {
  let top = from;
  for (;;) {
    let worst = top;
    for (let child = 2 * top + 1; child <= 2 * top + 2 && child < heap.length; child++) {
      if (isWorse(heap[child] ?? 0, heap[worst] ?? 0, scores)) worst = child;
    }
    if (worst === top) return;
    [heap[top], heap[worst]] = [heap[worst] ?? 0, heap[top] ?? 0];
    top = worst;
  }
}
