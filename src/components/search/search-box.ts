import { fill, fillPlural } from '../../messages/format-message.ts';
import type { PluralMessage } from '../../messages/messages.ts';
import { events } from '../shell/events.ts';
import { browserAnswerer } from './browser-answerer.ts';
import type { Found } from './found.ts';
import { allResultsOption, hitOption } from './search-options.ts';
import { SearchSession } from './search-session.ts';

/**
 * `<search-box>`: a combobox whose options are articles, by the ARIA pattern. The field keeps the focus; arrows move the
 * active option, Enter opens it, Escape closes. Without this script the box is a plain form.
 */
export class SearchBox extends HTMLElement {
  #input = document.createElement('input');
  #panel = document.createElement('div');
  #list = document.createElement('div');
  #session: SearchSession | undefined;
  #active = -1;
  #isTyped = true;

  connectedCallback(): void {
    const [input, panel, list] = [
      this.querySelector<HTMLInputElement>('input[type=search]'),
      this.querySelector<HTMLDivElement>('.search-panel'),
      this.querySelector<HTMLDivElement>('[role=listbox]'),
    ];
    if (!input || !panel || !list || this.#session) return;
    this.#input = input;
    this.#panel = panel;
    this.#list = list;
    this.#becomeCombobox();
    this.#session = this.#openSession();
    this.#listen();
  }

  /** Puts the cursor in the field, with its text selected. */
  focusField(): void {
    this.#input.focus();
    this.#input.select();
  }

  /** Searches for words the reader did not type: they are shown, and not counted as a search. */
  searchFor(query: string): void {
    this.#input.value = query;
    this.#isTyped = false;
    this.#session?.typed(query);
  }

  #becomeCombobox(): void {
    const attributes = { role: 'combobox', 'aria-autocomplete': 'list', 'aria-controls': this.#list.id };
    for (const [name, value] of Object.entries(attributes)) this.#input.setAttribute(name, value);
    this.#open(false);
  }

  #openSession(): SearchSession {
    const { locale = '' } = this.dataset;
    return new SearchSession({
      answer: browserAnswerer({ locale }),
      show: (query, found) => this.#show(query, found),
      clear: () => this.#open(false),
      count: (query, found) => {
        if (this.#isTyped) events.record({ kind: 'searched', locale, query, position: found.total });
      },
      later: (action, delayMs) => {
        const timer = setTimeout(action, delayMs);
        return () => clearTimeout(timer);
      },
    });
  }

  #listen(): void {
    this.#input.addEventListener('input', () => {
      this.#isTyped = true;
      this.#session?.typed(this.#input.value);
    });
    this.#input.addEventListener('keydown', (event) => this.#pressed(event));
    this.#input.addEventListener('focus', () =>
      this.#open(this.#input.value.trim() !== '' && this.#hasContent()),
    );
    this.addEventListener('focusout', ({ relatedTarget }) => {
      if (this.#isInline || (relatedTarget instanceof Node && this.contains(relatedTarget))) return;
      this.#open(false);
    });
    this.querySelector('form')?.addEventListener('formdata', ({ formData }) => {
      if (this.#session?.isCounted()) formData.set('counted', '1');
    });
    // The field must keep the focus while an option is clicked, or the panel closes under the pointer.
    this.#list.addEventListener('mousedown', (event) => event.preventDefault());
    this.#list.addEventListener('click', ({ target }) => {
      const option = target instanceof Element ? target.closest<HTMLAnchorElement>('a') : undefined;
      if (option) this.#chose(option);
    });
  }

  #pressed(event: KeyboardEvent): void {
    const options = [...this.#list.children];
    const moves: Record<string, number> = { ArrowDown: this.#active + 1, ArrowUp: this.#active - 1 };
    const next = moves[event.key];
    const active = options[this.#active];
    if (next !== undefined && options.length > 0) {
      event.preventDefault();
      this.#open(true);
      this.#activate(next < -1 ? options.length - 1 : next >= options.length ? -1 : next);
    } else if (event.key === 'Enter' && active instanceof HTMLElement && !this.#panel.hidden) {
      event.preventDefault();
      active.click();
    } else if (event.key === 'Escape' && !this.#panel.hidden) {
      event.preventDefault();
      this.#open(false);
    }
  }

  #activate(place: number): void {
    this.#active = place;
    const options = [...this.#list.children];
    options.forEach((option, at) => option.setAttribute('aria-selected', String(at === place)));
    const active = options[place];
    if (active) this.#input.setAttribute('aria-activedescendant', active.id);
    else this.#input.removeAttribute('aria-activedescendant');
    active?.scrollIntoView({ block: 'nearest' });
  }

  #chose(option: HTMLAnchorElement): void {
    const { article } = option.dataset;
    if (!article) {
      if (this.#session?.isCounted()) option.href += '&counted=1';
      return;
    }
    const { locale = '' } = this.dataset;
    const position = [...this.#list.children].indexOf(option) + 1;
    this.#session?.chosen();
    events.record({ kind: 'clicked', locale, articleId: article, query: this.#input.value.trim(), position });
    events.flush();
  }

  #show(query: string, found: Found | undefined): void {
    const hits = found?.hits ?? [];
    const options = hits.map((hit, at) => hitOption(hit, `${this.#list.id}-${at}`));
    if (hits.length > 0) options.push(this.#allResults(query));
    // A reader who is on a line already stays on it when the list is made anew.
    const active = this.#list.children[this.#active];
    const kept = options.findIndex(({ href }) => active instanceof HTMLAnchorElement && active.href === href);
    this.#list.replaceChildren(...options);
    this.#activate(kept);
    this.#note(query, found);
    this.#open(this.#isInline || document.activeElement === this.#input);
    this.#announce(query, found);
  }

  #allResults(query: string): HTMLAnchorElement {
    const form = this.querySelector('form');
    const url = `${form?.getAttribute('action')}?${new URLSearchParams({ q: query })}`;
    return allResultsOption(fill(this.dataset['seeAll'] ?? '', { query }), url, `${this.#list.id}-all`);
  }

  #note(query: string, found: Found | undefined): void {
    const note = this.querySelector<HTMLElement>('.search-note');
    const [sentence, link] = [note?.querySelector('span'), note?.querySelector('a')];
    if (!note || !sentence || !link) return;
    note.hidden = (found?.hits.length ?? 0) > 0;
    sentence.textContent = this.#sentence(query, found);
    link.href = `${this.dataset['contact']}?${new URLSearchParams({ subject: query })}`;
  }

  #sentence(query: string, found: Found | undefined): string {
    const { nothing = '', unavailable = '', messageLocale = '' } = this.dataset;
    if (!found) return unavailable;
    if (found.total === 0) return fill(nothing, { query });
    return fillPlural(messageLocale, JSON.parse(this.dataset['found'] ?? '') as PluralMessage, found.total);
  }

  #announce(query: string, found: Found | undefined): void {
    const status = this.querySelector('[role=status]');
    if (status) status.textContent = this.#sentence(query, found);
  }

  /** On a page whose whole purpose is the search, the results stay open. */
  get #isInline(): boolean {
    return this.classList.contains('search-inline');
  }

  #hasContent(): boolean {
    return this.#list.children.length > 0;
  }

  #open(open: boolean): void {
    this.#panel.hidden = !open;
    this.#input.setAttribute('aria-expanded', String(open && this.#hasContent()));
    if (!open) this.#activate(-1);
  }
}

customElements.define('search-box', SearchBox);
