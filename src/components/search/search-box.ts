import { fill, fillPlural, type PluralMessage } from '../../messages/format-message.ts';
import { browserStorage } from '../contact/browser-storage.ts';
import { events } from '../shell/events.ts';
import { browserAnswerer } from './browser-answerer.ts';
import type { Found } from './found.ts';
import { OptionList } from './option-list.ts';
import { forgetSearches, recentSearches, rememberSearch } from './recent-searches.ts';
import { hitOption, linkOption, recentOption } from './search-options.ts';
import { SearchSession } from './search-session.ts';

/**
 * `<search-box>`: a combobox whose options are articles and, while the field is empty, what was searched before. Arrows
 * move, Enter opens, Escape closes. Without this script the box is a plain form.
 */
export class SearchBox extends HTMLElement {
  #input = document.createElement('input');
  #options: OptionList | undefined;
  #session: SearchSession | undefined;
  #isTyped = true;

  connectedCallback(): void {
    const input = this.querySelector<HTMLInputElement>('input[type=search]');
    const panel = this.querySelector<HTMLElement>('.search-panel');
    const list = this.querySelector<HTMLElement>('[role=listbox]');
    if (!input || !panel || !list || this.#session) return;
    this.#input = input;
    this.#options = new OptionList(input, panel, list);
    this.#session = this.#openSession();
    this.#listen(list);
    // What was typed while this script was on its way is searched now.
    if (document.activeElement !== input) return;
    if (input.value === input.defaultValue) this.#focused();
    else this.#session.typed(input.value);
  }

  /** Searches for words the reader did not type: they are shown, and not counted as a search. */
  searchFor(query: string): void {
    this.#input.value = query;
    this.#isTyped = false;
    this.#session?.typed(query);
  }

  #openSession(): SearchSession {
    const { locale = '' } = this.dataset;
    return new SearchSession({
      answer: browserAnswerer({ locale }),
      show: (query, found) => this.#show(query, found),
      clear: () => this.#showRecent(),
      count: (query, found) => {
        if (!this.#isTyped) return;
        if (found.total > 0) rememberSearch(browserStorage(), query);
        events.record({ kind: 'searched', locale, query, position: found.total });
      },
      later: (action, delayMs) => {
        const timer = setTimeout(action, delayMs);
        return () => clearTimeout(timer);
      },
    });
  }

  #listen(list: HTMLElement): void {
    this.#input.addEventListener('input', () => {
      this.#isTyped = true;
      this.#session?.typed(this.#input.value);
    });
    this.#input.addEventListener('keydown', (event) => this.#pressed(event));
    this.#input.addEventListener('focus', () => this.#focused());
    this.addEventListener('focusout', ({ relatedTarget }) => {
      if (this.#isInline || (relatedTarget instanceof Node && this.contains(relatedTarget))) return;
      this.#options?.open(false);
    });
    this.querySelector('form')?.addEventListener('formdata', ({ formData }) => {
      if (this.#session?.isCounted()) formData.set('counted', '1');
      else if (this.#input.value.trim()) rememberSearch(browserStorage(), this.#input.value.trim());
    });
    // The field must keep the focus while an option is clicked, or the panel closes under the pointer.
    list.addEventListener('mousedown', (event) => event.preventDefault());
    list.addEventListener('click', (event) => {
      const { target } = event;
      const option = target instanceof Element ? target.closest<HTMLAnchorElement>('a') : undefined;
      if (option) this.#chose(option, event);
    });
  }

  #focused(): void {
    if (this.#input.value.trim() === '') this.#showRecent();
    else this.#options?.open(this.#options.length > 0);
  }

  #pressed(event: KeyboardEvent): void {
    const options = this.#options;
    if (!options) return;
    const { active } = options;
    if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && options.length > 0) {
      event.preventDefault();
      options.move(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter' && active) {
      event.preventDefault();
      active.click();
    } else if (event.key === 'Escape' && options.isOpen) {
      event.preventDefault();
      options.open(false);
    }
  }

  #chose(option: HTMLAnchorElement, event: MouseEvent): void {
    const { article, query, forget } = option.dataset;
    if (query !== undefined) {
      event.preventDefault();
      this.#input.value = query;
      this.#session?.typed(query);
    } else if (forget !== undefined) {
      event.preventDefault();
      forgetSearches(browserStorage());
      this.#showRecent();
    } else if (article) this.#opened(option, article);
    else if (this.#session?.isCounted() && option.search) option.href += '&counted=1';
  }

  #opened(option: HTMLAnchorElement, articleId: string): void {
    const { locale = '' } = this.dataset;
    const query = this.#input.value.trim();
    this.#session?.chosen();
    const position = this.#options?.placeOf(option) ?? 0;
    events.record({ kind: 'clicked', locale, articleId, query, position });
    events.flush();
  }

  #showRecent(): void {
    const recent = this.#isInline ? [] : recentSearches(browserStorage());
    const options = recent.map(recentOption);
    if (recent.length > 0) {
      const forget = linkOption(this.dataset['forget'] ?? '', '#');
      forget.dataset['forget'] = '';
      options.push(forget);
    }
    this.#options?.show(options, this.dataset['recent']);
    this.#note('', undefined);
    this.#options?.open(recent.length > 0 && document.activeElement === this.#input);
  }

  #show(query: string, found: Found | undefined): void {
    const options = (found?.hits ?? []).map(hitOption);
    const address = this.querySelector('form')?.getAttribute('action') ?? '';
    const all = fill(this.dataset['seeAll'] ?? '', { query });
    if (options.length > 0) {
      options.push(linkOption(all, `${address}?${new URLSearchParams({ q: query })}`));
    }
    this.#options?.show(options);
    this.#note(query, found);
    this.#options?.open(this.#isInline || document.activeElement === this.#input);
    const status = this.querySelector('[role=status]');
    if (status) status.textContent = this.#sentence(query, found);
  }

  // Where there is nothing to open, the box says so, and where to go instead; where a word was corrected, it says that.
  #note(query: string, found: Found | undefined): void {
    const note = this.querySelector<HTMLElement>('.search-note');
    const sentence = note?.querySelector('span');
    if (!note || !sentence) return;
    const isEmpty = query !== '' && (found?.hits.length ?? 0) === 0;
    const isCorrected = found?.didYouMean !== undefined;
    note.hidden = !isEmpty && !isCorrected;
    sentence.textContent = this.#sentence(query, found);
    for (const link of note.querySelectorAll('a')) {
      const isWayBack = link.dataset['exact'] !== undefined;
      link.hidden = isWayBack ? !isCorrected : !isEmpty;
      if (isWayBack) {
        link.textContent = fill(this.dataset['exactly'] ?? '', { query });
        link.search = String(new URLSearchParams({ q: query, exact: '1' }));
      }
      if (link.dataset['contact'] !== undefined)
        link.search = String(new URLSearchParams({ subject: query }));
    }
  }

  #sentence(query: string, found: Found | undefined): string {
    const { nothing = '', unavailable = '', corrected = '', messageLocale = '' } = this.dataset;
    if (!found) return query === '' ? '' : unavailable;
    if (found.total === 0) return fill(nothing, { query });
    if (found.didYouMean) return fill(corrected, { query: found.didYouMean });
    return fillPlural(messageLocale, JSON.parse(this.dataset['found'] ?? '') as PluralMessage, found.total);
  }

  /** On a page whose whole purpose is the search, the results stay open. */
  get #isInline(): boolean {
    return this.classList.contains('search-inline');
  }
}

customElements.define('search-box', SearchBox);
