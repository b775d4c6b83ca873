import type { EventKind, EventReason } from '../../events/event.ts';
import { fillPlural, type PluralMessage } from '../../messages/format-message.ts';
import { ArticlePanel } from './article-panel.ts';
import { CardList } from './card-list.ts';
import { suggestionCard, type CardTexts } from './suggestion-cards.ts';
import type { OfferedSuggestion } from './suggestion-session.ts';

/** What a reader did with a card. */
export interface CardAction {
  kind: Extract<EventKind, 'opened' | 'rejected' | 'solved' | 'rated'>;
  articleId: string;
  /** 1-based place of the card. */
  position?: number;
  reason?: EventReason;
  /** Effort, 1 to 5. */
  value?: number;
}

/** Sentences of the cards, from the page. */
export interface OfferTexts extends CardTexts {
  announced: PluralMessage;
}

/** What the cards need of the form around them. */
export interface OfferedCardsOptions {
  /** Element that holds list, panel, thanks and template. */
  root: HTMLElement;
  texts: OfferTexts;
  acted(action: CardAction): void;
  /** Where the focus goes when the card that had it is gone. */
  backToWriting(): void;
}

/** The cards beside the text: shows them, opens their articles over the form, and says what the reader did with them. */
export class OfferedCards {
  readonly #options: OfferedCardsOptions;
  readonly #panel: ArticlePanel | undefined;
  readonly #list: CardList | undefined;
  #shown = '';
  #waiting: OfferedSuggestion[] | undefined;
  #solved = '';

  constructor(options: OfferedCardsOptions) {
    this.#options = options;
    const { root } = options;
    const dialog = root.querySelector('dialog');
    if (dialog) this.#panel = new ArticlePanel(dialog);
    const list = root.querySelector<HTMLElement>('.suggestion-list');
    if (list) this.#list = new CardList(list);
    root.addEventListener('click', (event) => this.#clicked(event));
    document.addEventListener('focusin', () => this.#showWaiting());
  }

  /** Shows at most three suggestions, or none. While the reader is further down or says why not, the page is left still. */
  show(suggestions: OfferedSuggestion[]): void {
    this.#waiting = suggestions;
    this.#showWaiting();
  }

  /** Who leaves the question why a card does not help has put it aside all the same: it goes, without a reason. */
  settle(): void {
    for (const card of this.#cards()) if (isAskedWhy(card)) this.#takeAway(card, '');
  }

  /** Takes everything away. */
  hide(): void {
    this.#shown = '';
    this.#waiting = undefined;
    this.#toggle('.suggestions', false);
  }

  /** Thanks no more: the reader writes on. */
  hideThanks(): void {
    this.#toggle('.solved-note', false);
  }

  #showWaiting(): void {
    if (!this.#waiting || this.#wouldPush() || this.#isSayingWhy()) return;
    this.settle();
    const suggestions = this.#waiting;
    this.#waiting = undefined;
    const shown = suggestions.map(({ articleId, url }) => articleId + url).join();
    if (shown === this.#shown) return;
    this.#shown = shown;
    const { root, texts } = this.#options;
    const template = root.querySelector('template');
    if (!template) return;
    const cards = suggestions.map((suggestion) => suggestionCard(template, suggestion, texts));
    this.#list?.show(cards);
    this.#toggle('.suggestions', suggestions.length > 0);
    this.#announce(suggestions.length);
  }

  /** Whether new cards would push away the field the reader is in: cards above it, in the flow of a narrow page. */
  #wouldPush(): boolean {
    const { root } = this.#options;
    const { activeElement } = document;
    if (!activeElement || activeElement === document.body || root.contains(activeElement)) return false;
    const isBelow = Boolean(root.compareDocumentPosition(activeElement) & Node.DOCUMENT_POSITION_FOLLOWING);
    return isBelow && getComputedStyle(root).position === 'static';
  }

  #isSayingWhy(): boolean {
    return this.#cards().some((card) => isAskedWhy(card) && card.contains(document.activeElement));
  }

  #announce(count: number): void {
    const status = this.#options.root.querySelector('[role=status]');
    const { announced, locale } = this.#options.texts;
    if (status) status.textContent = count === 0 ? '' : fillPlural(locale, announced, count);
  }

  #clicked(event: MouseEvent): void {
    const { target } = event;
    const control = target instanceof Element ? target.closest<HTMLElement>('button, a.open') : undefined;
    if (!control) return;
    const card = control.closest<HTMLElement>('.suggestion') ?? undefined;
    if (control instanceof HTMLAnchorElement) this.#opened(event, control, card);
    else if (control instanceof HTMLButtonElement) this.#pressed(control, card);
  }

  #opened(event: MouseEvent, link: HTMLAnchorElement, card: HTMLElement | undefined): void {
    const articleId = card?.dataset['article'];
    if (!card || !articleId) return;
    this.#options.acted({ kind: 'opened', articleId, position: positionOf(card) });
    // With a key held, the reader wants a tab or a window.
    if (event.ctrlKey || event.metaKey || event.shiftKey || !this.#panel) return;
    event.preventDefault();
    void this.#panel.open(articleId, link);
  }

  #pressed({ name, value }: HTMLButtonElement, card: HTMLElement | undefined): void {
    if (name === 'effort') this.#rate(Number(value));
    else if (name === 'reason' && card) this.#reject(card, value);
    else if (value === 'rejected' && card) askForReason(card);
    else if (value === 'solved') this.#solve(card);
    else if (value === 'close') this.#panel?.close();
  }

  #solve(card: HTMLElement | undefined): void {
    const articleId = card?.dataset['article'] ?? this.#panel?.articleId ?? '';
    const shown = card ?? this.#cards().find((one) => one.dataset['article'] === articleId);
    this.#panel?.close();
    this.#solved = articleId;
    this.#options.acted({ kind: 'solved', articleId, ...(shown && { position: positionOf(shown) }) });
    this.hide();
    this.#toggle('.solved-note', true);
    this.#toggle('.effort', true);
    this.#toggle('.effort-thanks', false);
    this.#focus('.solved-note [tabindex]');
  }

  #rate(value: number): void {
    this.#options.acted({ kind: 'rated', articleId: this.#solved, value });
    this.#toggle('.effort', false);
    this.#toggle('.effort-thanks', true);
    this.#focus('.effort-thanks');
  }

  #reject(card: HTMLElement, reason: string): void {
    const next = card.nextElementSibling ?? card.previousElementSibling;
    this.#takeAway(card, reason);
    const goal = next?.querySelector<HTMLElement>('.title');
    if (goal) goal.focus();
    else this.#options.backToWriting();
  }

  #takeAway(card: HTMLElement, reason: string): void {
    const articleId = card.dataset['article'] ?? '';
    const given = reason === '' ? {} : { reason: reason as EventReason };
    this.#options.acted({ kind: 'rejected', articleId, position: positionOf(card), ...given });
    this.#waiting = this.#waiting?.filter((waiting) => waiting.articleId !== articleId);
    card.remove();
    this.#toggle('.suggestions', this.#cards().length > 0);
  }

  #cards(): HTMLElement[] {
    return [...this.#options.root.querySelectorAll<HTMLElement>('.suggestion-list .suggestion')];
  }

  #toggle(selector: string, isShown: boolean): void {
    const part = this.#options.root.querySelector<HTMLElement>(selector);
    if (part) part.hidden = !isShown;
  }

  #focus(selector: string): void {
    this.#options.root.querySelector<HTMLElement>(selector)?.focus();
  }
}

function positionOf(card: HTMLElement): number {
  return [...(card.parentElement?.children ?? [])].indexOf(card) + 1;
}

function askForReason(card: HTMLElement): void {
  const reasons = card.querySelector<HTMLElement>('.reasons');
  if (!reasons) return;
  reasons.hidden = false;
  card.querySelector('[value=rejected]')?.setAttribute('aria-expanded', 'true');
  reasons.querySelector('button')?.focus();
}

function isAskedWhy(card: HTMLElement): boolean {
  return card.querySelector<HTMLElement>('.reasons')?.hidden === false;
}
