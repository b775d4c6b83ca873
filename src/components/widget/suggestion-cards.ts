import { fill, fillPlural } from '../../messages/format-message.ts';
import type { EventReason } from '../../events/event.ts';
import { browserStorage } from '../contact/browser-storage.ts';
import { CardList } from '../contact/card-list.ts';
import { rememberDraft } from '../contact/draft-ids.ts';
import type { OfferedSuggestion as Suggestion } from '../contact/suggestion-session.ts';
import { later } from '../shell/later.ts';
import { make, makeButton } from './make-element.ts';
import { panelEvents } from './panel-events.ts';
import { texts } from './panel-texts.ts';
import { setPortalHtml } from './portal-html.ts';

const { suggestions: words, widget, locale } = texts;
/** Shorter words explain nothing. */
const minWordChars = 3;
const reasons = ['not-related', 'not-enough', 'outdated'] as const satisfies EventReason[];

/** What the cards need of the form they stand beside. */
export interface SuggestionCardsOptions {
  origin: string;
  /** Tells the page; false when the page takes it from here. */
  tell(name: string, detail: object): boolean;
  openArticle(url: string, after: HTMLElement): void;
  /** The reader says that an article answers. */
  solved(articleId: string): void;
  /** An article that shall not come back. */
  rejected(articleId: string): void;
  /** Where the focus goes when the last card is gone. */
  backToWriting?(): void;
}

/** A suggestion where it is shown. */
interface OfferedCard {
  element: HTMLElement;
  suggestion: Suggestion;
  /** 1-based. */
  position: number;
}

/** Passages that may answer what is being written: at most three cards, or nothing at all. */
export class SuggestionCards {
  readonly element: HTMLElement;
  readonly #options: SuggestionCardsOptions;
  readonly #cards = make('div', { class: 'cards' });
  readonly #list = new CardList(this.#cards);
  readonly #section = make('section', { 'aria-labelledby': 'cards-title', hidden: true });
  readonly #status = make('p', { role: 'status', class: 'visually-hidden' });
  #shown = '';
  /** The card that was put aside and whose reader is asked why. */
  #putAside: OfferedCard | undefined;
  /** What came while the reader says why. */
  #held: Suggestion[] | undefined;
  #draftId = '';

  constructor(options: SuggestionCardsOptions) {
    this.#options = options;
    this.#section.append(make('h2', { id: 'cards-title' }, words.title), this.#cards);
    this.element = make('div', { class: 'beside' }, this.#section, this.#status);
  }

  /** Shows these instead of those before; the same ones again change nothing. */
  show(suggestions: Suggestion[], draftId: string): void {
    this.#draftId = draftId;
    // Also one that is shown nothing: it may be held out, to be compared with those that are. In a task of its own, since
    // storage may make the page wait for the disk.
    if (draftId) later(() => rememberDraft(browserStorage(), draftId, Date.now()), 0);
    if (this.#isSayingWhy()) {
      this.#held = suggestions;
      return;
    }
    this.settle();
    const shown = suggestions.map(({ articleId, url }) => articleId + url).join();
    if (shown === this.#shown) return;
    this.#shown = shown;
    if (suggestions.length === 0) return this.hide();
    const isOurs = this.#options.tell('shown', { draftId, suggestions: suggestions.map(publicPart) });
    this.#list.show(suggestions.map((one, at) => this.#card(one, at + 1)));
    this.#section.hidden = !isOurs;
    if (isOurs)
      this.#status.textContent = fillPlural(texts.messageLocale, widget.announced, suggestions.length);
  }

  /** Who leaves the question why a card does not help has put it aside all the same: it goes, without a reason. */
  settle(): void {
    if (this.#putAside) this.#reject(this.#putAside);
  }

  /** Takes the cards away, as when nothing is relevant any more. */
  hide(): void {
    this.#section.hidden = true;
    this.#status.textContent = '';
    this.#options.tell('hidden', { draftId: this.#draftId });
  }

  #card(suggestion: Suggestion, position: number): HTMLElement {
    const { title, sectionTitle, url, passage } = suggestion;
    const link = make('a', { href: this.#options.origin + url, target: '_blank', rel: 'noopener' }, title);
    const text = make('div', { class: 'passage prose' });
    setPortalHtml(text, passage);
    const element = make('article', { class: 'card' }, make('h3', {}, link));
    const card: OfferedCard = { element, suggestion, position };
    if (sectionTitle !== title) element.append(make('p', { class: 'soft' }, sectionTitle));
    element.append(text, ...whyThis(suggestion).map((why) => make('p', { class: 'soft' }, why)));
    element.append(this.#actions(card));
    link.addEventListener('click', (event) => this.#opened(event, card));
    return element;
  }

  #opened(event: MouseEvent, card: OfferedCard): void {
    const { suggestion } = card;
    this.#record('opened', card);
    const isOurs = this.#options.tell('opened', publicPart(suggestion));
    if (!isOurs || !(event.ctrlKey || event.metaKey || event.shiftKey)) event.preventDefault();
    if (isOurs && event.defaultPrevented)
      this.#options.openArticle(suggestion.url, make('div', { class: 'after' }, this.#actions(card)));
  }

  #actions(card: OfferedCard): HTMLElement {
    const { suggestion } = card;
    const actions = make('div', { class: 'actions' });
    const solved = makeButton(words.solved, 'button', () => {
      this.#record('solved', card);
      panelEvents(this.#options.origin).flush();
      const isOurs = this.#options.tell('solved', { ...publicPart(suggestion), draftId: this.#draftId });
      if (isOurs) this.#options.solved(suggestion.articleId);
    });
    const notThis = makeButton(words.notThis, 'button button-quiet', () => {
      if (this.#putAside?.element !== card.element) this.settle();
      this.#putAside = card;
      const choices = reasons.map((reason) =>
        makeButton(words.reasons[reason], 'button button-quiet', () => this.#reject(card, reason)),
      );
      const none = makeButton(words.noReason, 'text-button', () => this.#reject(card));
      actions.replaceChildren(make('p', {}, words.whyNot), ...choices, none);
      choices[0]?.focus();
    });
    actions.append(solved, notThis);
    return actions;
  }

  #isSayingWhy(): boolean {
    const root = this.element.getRootNode();
    const active = root instanceof ShadowRoot ? root.activeElement : null;
    return this.#putAside?.element.contains(active) ?? false;
  }

  #reject(card: OfferedCard, reason?: EventReason): void {
    const { articleId } = card.suggestion;
    const held = this.#held;
    this.#putAside = this.#held = undefined;
    this.#record('rejected', card, reason);
    this.#options.tell('rejected', { ...publicPart(card.suggestion), ...(reason && { reason }) });
    this.#options.rejected(articleId);
    this.#remove(card.element);
    const others = held?.filter((suggestion) => suggestion.articleId !== articleId);
    if (others) this.show(others, this.#draftId);
  }

  #remove(card: HTMLElement): void {
    const next = card.nextElementSibling ?? card.previousElementSibling;
    card.remove();
    if (next) return next.querySelector<HTMLElement>('a')?.focus();
    this.hide();
    this.#options.backToWriting?.();
  }

  #record(
    kind: 'opened' | 'solved' | 'rejected',
    { suggestion: { articleId }, position }: OfferedCard,
    reason?: EventReason,
  ): void {
    const event = { kind, locale, articleId, draftId: this.#draftId, position, ...(reason && { reason }) };
    panelEvents(this.#options.origin).record(event);
  }
}

/** Why a passage is offered: requests its article solved, words in common, and its age. */
function whyThis({ matched, solvedTickets = 0, updatedText }: Suggestion): string[] {
  const { messageLocale } = texts;
  const shared = matched.filter((word) => word.length >= minWordChars).join(', ');
  return [
    solvedTickets > 0 ? fillPlural(messageLocale, words.solvedBefore, solvedTickets) : '',
    shared && fill(words.matched, { words: shared }),
    updatedText ? fill(words.updated, { date: updatedText }) : '',
  ].filter(Boolean);
}

/** What the page is told of a suggestion. */
function publicPart({ articleId, title, url, sectionTitle, confidence }: Suggestion): object {
  return { articleId, title, url, sectionTitle, confidence };
}
