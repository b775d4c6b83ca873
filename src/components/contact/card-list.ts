/**
 * The element that holds cards. Somebody types while they come, and laying out three passages at once would hold up their keys: a frame
 * shows one card or one passage.
 */
export class CardList {
  readonly #element: HTMLElement;
  #steps: (() => void)[] = [];
  #isShowing = false;

  constructor(element: HTMLElement) {
    this.#element = element;
  }

  /** Shows these cards, each with an element `.passage`, instead of those before. */
  show(cards: readonly HTMLElement[]): void {
    const parts = cards.flatMap((card) => [card, ...card.querySelectorAll<HTMLElement>('.passage')]);
    for (const part of parts) part.hidden = true;
    this.#element.replaceChildren(...cards);
    this.#steps = [
      ...parts.map((part) => () => void (part.hidden = false)),
      () => markCutPassages(this.#element),
    ];
    if (!this.#isShowing) this.#step();
  }

  readonly #step = (): void => {
    this.#steps.shift()?.();
    this.#isShowing = this.#steps.length > 0;
    // After the frame that shows this step: what is done within it would be laid out together with it.
    if (this.#isShowing) requestAnimationFrame(() => setTimeout(this.#step));
  };
}

/** A passage that does not fit fades out at its end. */
function markCutPassages(root: HTMLElement): void {
  const passages = [...root.querySelectorAll('.passage')];
  const areCut = passages.map(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight + 1);
  passages.forEach((passage, place) => passage.classList.toggle('passage-cut', areCut[place]));
}
