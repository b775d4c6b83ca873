/** A part of the page whose code is fetched when somebody is about to use it. */
export interface SleepingPart {
  /** What a reader touches to use it. */
  selector: string;
  wake(): Promise<unknown>;
}

/**
 * Fetches the code of a part when the pointer or the focus comes to it. A click that comes before the code has arrived
 * waits for it, and is then made again.
 */
export function wakeWhenUsed(page: Document, parts: readonly SleepingPart[]): void {
  const awake = new Set<SleepingPart>();
  const wake = (part: SleepingPart): Promise<unknown> => part.wake().then(() => awake.add(part));
  const touched = ({ target }: Event): [SleepingPart, HTMLElement] | undefined => {
    for (const part of parts) {
      const found = target instanceof Element ? target.closest<HTMLElement>(part.selector) : undefined;
      if (found && !awake.has(part)) return [part, found];
    }
    return undefined;
  };
  for (const kind of ['pointerover', 'focusin'] as const) {
    page.addEventListener(kind, (event) => {
      const [part] = touched(event) ?? [];
      // What cannot be fetched is tried again at the next touch.
      if (part) wake(part).catch(() => undefined);
    });
  }
  page.addEventListener(
    'click',
    (event) => {
      const [part, element] = touched(event) ?? [];
      if (!part || !element || element instanceof HTMLInputElement) return;
      event.preventDefault();
      event.stopPropagation();
      wake(part).then(
        () => element.click(),
        () => undefined,
      );
    },
    true,
  );
}
