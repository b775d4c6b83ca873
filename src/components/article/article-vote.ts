import { eventReasons } from '../../events/event.ts';
import { events } from '../shell/events.ts';

/**
 * `<article-vote>`: was this helpful? One vote for each reading of the page. After a no, the reason is asked for, and the
 * vote leaves with it, or without when the reader goes elsewhere.
 */
class ArticleVote extends HTMLElement {
  #shown = '.vote-question';
  #sent = false;

  connectedCallback(): void {
    this.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest('button') : undefined;
      if (button?.value === 'yes') this.#send(1, '.vote-thanks');
      else if (button?.value === 'no') this.#askWhy();
      else if (button) this.#send(0, '.vote-thanks-no', button.value);
    });
    addEventListener('pagehide', () => {
      if (this.#shown !== '.vote-reasons') return;
      this.#send(0, '.vote-thanks-no');
      events.flush();
    });
  }

  #askWhy(): void {
    this.#show('.vote-reasons');
  }

  #send(value: number, next: string, chosen?: string): void {
    if (this.#sent) return;
    this.#sent = true;
    const { locale = '', article = '' } = this.dataset;
    const reason = eventReasons.find((one) => one === chosen);
    events.record({ kind: 'voted', locale, articleId: article, value, reason });
    this.#show(next);
  }

  #show(part: string): void {
    this.#shown = part;
    for (const child of this.children) child.toggleAttribute('hidden', !child.matches(part));
    this.querySelector<HTMLElement>(`${part} [tabindex]`)?.focus();
  }
}

customElements.define('article-vote', ArticleVote);
