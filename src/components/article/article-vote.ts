import { eventReasons, type EventReason } from '../../events/event.ts';
import { events } from '../shell/events.ts';

/**
 * `<article-vote>`: was this helpful? One vote for each reading of the page. After a no, the reason is asked for, then
 * what should change; the vote leaves with as much as the reader said, at the latest when they go elsewhere.
 */
class ArticleVote extends HTMLElement {
  #shown = '.vote-question';
  #isSent = false;
  #reason: EventReason | undefined;

  connectedCallback(): void {
    this.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest('button') : undefined;
      if (button?.value === 'yes') this.#send(1, '.vote-thanks');
      else if (button?.value === 'no') this.#show('.vote-reasons');
      else if (button?.value) this.#askForWords(button.value);
    });
    this.querySelector('form')?.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#send(0, '.vote-thanks-no');
    });
    addEventListener('pagehide', () => {
      if (this.#shown !== '.vote-reasons' && this.#shown !== '.vote-comment') return;
      this.#send(0, '.vote-thanks-no');
      events.flush();
    });
  }

  #askForWords(reason: string): void {
    this.#reason = eventReasons.find((one) => one === reason);
    this.#show('.vote-comment');
  }

  #send(value: number, next: string): void {
    if (this.#isSent) return;
    this.#isSent = true;
    const { locale = '', article: articleId = '' } = this.dataset;
    const comment = this.querySelector('textarea')?.value.trim();
    events.record({
      ...{ kind: 'voted', locale, articleId, value, reason: this.#reason },
      ...(comment && { comment }),
    });
    this.#show(next);
  }

  #show(part: string): void {
    this.#shown = part;
    for (const child of this.children) child.toggleAttribute('hidden', !child.matches(part));
    this.querySelector<HTMLElement>(`${part} :is([tabindex], textarea)`)?.focus();
  }
}

customElements.define('article-vote', ArticleVote);
