/**
 * The element that holds cards. Somebody types while they come, and laying out three cards at once would hold up their keys: a frame lays
 * out one card down to its passage, or what stands below it. A card is seen when it is whole, so that nothing in it moves.
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
    this.#steps = cards.flatMap((card) => stepsOf(card));
    this.#element.replaceChildren(...cards);
    if (!this.#isShowing) this.#step();
  }

  readonly #step = (): void => {
    this.#steps.shift()?.();
    this.#isShowing = this.#steps.length > 0;
    // After the frame that shows this step: what is done within it would be laid out together with it.
    if (this.#isShowing) requestAnimationFrame(() => setTimeout(this.#step));
  };
}

/** Takes a card out of the layout, and gives what brings it back: to its passage, to its end, and into sight. */
function stepsOf(card: HTMLElement): (() => void)[] {
  const below = [...card.querySelectorAll<HTMLElement>('.passage ~ :not([hidden])')];
  for (const part of [card, ...below]) part.hidden = true;
  card.style.visibility = 'hidden';
  return [
    () => (card.hidden = false),
    () => below.forEach((part) => (part.hidden = false)),
    () => {
      markCutPassage(card.querySelector('.passage'));
      card.style.visibility = '';
    },
  ];
}

/** A passage that does not fit fades out at its end. */
function markCutPassage(passage: Element | null): void {
  if (passage && passage.scrollHeight > passage.clientHeight + 1) passage.classList.add('passage-cut');
}
