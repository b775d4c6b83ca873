/** Runs in a page before its own scripts: notes each task of the main thread that takes more than 50 ms. */
export function watchLongTasks(): void {
  const tasks: number[] = [];
  Reflect.set(globalThis, 'longTasks', tasks);
  new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe(
    {
      type: 'longtask',
    },
  );
}

/** Runs in a page: how long those tasks took, in milliseconds, in their order. */
export function readLongTasks(): number[] {
  return Reflect.get(globalThis, 'longTasks') as number[];
}
