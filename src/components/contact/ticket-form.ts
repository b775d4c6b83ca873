import { fillPlural } from '../../messages/format-message.ts';
import type { PluralMessage } from '../../messages/messages.ts';
import type { EventKind } from '../../events/event.ts';
import type { Suggestion } from '../../search/hit.ts';
import { events } from '../shell/events.ts';
import { askSuggestions } from './ask-suggestions.ts';
import { browserStorage } from './browser-storage.ts';
import { recentDrafts, rememberDraft } from './draft-ids.ts';
import { forgetText, savedText, saveText } from './saved-text.ts';
import { suggestionCard } from './suggestion-cards.ts';
import { SuggestionSession } from './suggestion-session.ts';

const keptFields = ['subject', 'description', 'log', 'product', 'topic'];

/**
 * `<ticket-form>`: around the form of a request. Keeps what is written through a reload, and shows passages that may
 * answer while it is written. Without this script the form is sent as it is.
 */
class TicketForm extends HTMLElement {
  readonly #storage = browserStorage();
  #session: SuggestionSession | undefined;
  #draftId = '';
  #shownIds = '';

  connectedCallback(): void {
    const form = this.querySelector('form');
    if (!form || this.#session) return;
    this.#session = this.#openSession(form);
    this.#restore(form);
    form.addEventListener('input', () => this.#wrote(form));
    form.addEventListener('submit', (event) => this.#submit(event, form));
    this.addEventListener('click', ({ target }) => this.#clicked(target, form));
    // A page the browser kept shows the button as it was when the form left.
    addEventListener('pageshow', () => this.#sending(form, false));
  }

  #openSession(form: HTMLFormElement): SuggestionSession {
    const { locale = '' } = this.dataset;
    return new SuggestionSession({
      draftId: field(form, 'draftId')?.value || undefined,
      ask: (draft, signal) => askSuggestions({ locale, ...draft }, signal),
      show: (suggestions, draftId) => this.#show(suggestions, draftId, form),
      later: (action, delayMs) => {
        const timer = setTimeout(action, delayMs);
        return () => clearTimeout(timer);
      },
    });
  }

  #restore(form: HTMLFormElement): void {
    const saved = savedText(this.#storage, Date.now());
    let isRestored = false;
    for (const name of keptFields) {
      const control = field(form, name);
      if (!control || control.value !== '' || !saved[name]) continue;
      control.value = saved[name];
      isRestored = true;
    }
    const note = this.querySelector<HTMLElement>('.draft-note');
    if (note) note.hidden = !isRestored;
    const log = this.querySelector<HTMLDetailsElement>('details:has([name=log])');
    if (log && field(form, 'log')?.value) log.open = true;
    this.#wrote(form);
  }

  #wrote(form: HTMLFormElement): void {
    const text = (name: string): string => field(form, name)?.value ?? '';
    saveText(this.#storage, Object.fromEntries(keptFields.map((name) => [name, text(name)])), Date.now());
    const [product, topic] = [text('product'), text('topic')];
    this.#session?.wrote({
      subject: text('subject').slice(0, 300),
      description: text('description').slice(0, 20_000),
      ...(product && { product }),
      ...(topic && { topic }),
    });
  }

  #show(suggestions: Suggestion[], draftId: string, form: HTMLFormElement): void {
    this.#draftId = draftId;
    const hidden = field(form, 'draftId');
    if (hidden) hidden.value = draftId;
    const ids = suggestions.map(({ articleId, url }) => articleId + url).join();
    if (ids === this.#shownIds) return;
    this.#shownIds = ids;
    if (suggestions.length > 0) rememberDraft(this.#storage, draftId, Date.now());
    const template = this.querySelector('template');
    if (!template) return;
    this.#part('.suggestion-list')?.replaceChildren(
      ...suggestions.map((one) => suggestionCard(template, one)),
    );
    this.#showPart('.suggestions', suggestions.length > 0);
    for (const passage of this.querySelectorAll('.passage')) {
      passage.classList.toggle('passage-cut', passage.scrollHeight > passage.clientHeight + 1);
    }
    this.#announce(suggestions.length);
  }

  #announce(count: number): void {
    const status = this.#part('[role=status]');
    const { announced = '', messageLocale = '' } = this.dataset;
    if (!status) return;
    status.textContent =
      count === 0 ? '' : fillPlural(messageLocale, JSON.parse(announced) as PluralMessage, count);
  }

  #clicked(target: EventTarget | null, form: HTMLFormElement): void {
    const control = target instanceof Element ? target.closest<HTMLElement>('button, a.open') : undefined;
    const card = control?.closest<HTMLElement>('.suggestion');
    const action = control instanceof HTMLButtonElement ? control.value : 'opened';
    if (control && card) this.#acted(action, card);
    else if (action === 'discard') this.#discard(form);
    else if (action === 'write') this.#writeAnyway(form);
  }

  #acted(action: string, card: HTMLElement): void {
    const { article: articleId = '' } = card.dataset;
    const position = [...(card.parentElement?.children ?? [])].indexOf(card) + 1;
    const kind: EventKind = action === 'solved' ? 'solved' : action === 'rejected' ? 'rejected' : 'opened';
    const { locale = '' } = this.dataset;
    events.record({ kind, locale, articleId, draftId: this.#draftId, position });
    if (kind === 'solved') this.#solved();
    if (kind === 'rejected') this.#reject(articleId, card);
  }

  #solved(): void {
    this.#session?.stop();
    events.flush();
    forgetText(this.#storage);
    this.#showPart('.suggestions', false);
    this.#showPart('.solved-note', true);
    this.#part('.solved-note [tabindex]')?.focus();
  }

  #reject(articleId: string, card: HTMLElement): void {
    this.#session?.reject(articleId);
    const next = card.nextElementSibling ?? card.previousElementSibling;
    card.remove();
    this.#showPart('.suggestions', next !== null);
    // The focus was on the card that went: it moves to the next one, else back to the writing.
    const goal = next?.querySelector<HTMLElement>('button, a') ?? this.#part('[name=description]');
    goal?.focus();
  }

  #writeAnyway(form: HTMLFormElement): void {
    this.#showPart('.solved-note', false);
    field(form, 'description')?.focus();
  }

  #discard(form: HTMLFormElement): void {
    forgetText(this.#storage);
    for (const name of keptFields) {
      const control = field(form, name);
      if (control) control.value = '';
    }
    this.#showPart('.draft-note', false);
    this.#showPart('.suggestions', false);
    field(form, 'subject')?.focus();
  }

  #submit(event: SubmitEvent, form: HTMLFormElement): void {
    if (form.dataset['sending'] === 'true') return event.preventDefault();
    this.#session?.stop();
    const earlier = field(form, 'earlierDrafts');
    const drafts = recentDrafts(this.#storage, Date.now()).filter((id) => id !== this.#draftId);
    if (earlier) earlier.value = drafts.join(' ');
    this.#sending(form, true);
  }

  #sending(form: HTMLFormElement, isSending: boolean): void {
    form.dataset['sending'] = String(isSending);
    const button = form.querySelector<HTMLElement>('button[type=submit]');
    const { send = '', sending = '' } = this.dataset;
    if (button) button.textContent = isSending ? sending : send;
  }

  #part(selector: string): HTMLElement | null {
    return this.querySelector<HTMLElement>(selector);
  }

  #showPart(selector: string, isShown: boolean): void {
    const part = this.#part(selector);
    if (part) part.hidden = !isShown;
  }
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function field(form: HTMLFormElement, name: string): Control | undefined {
  return form.querySelector<Control>(`[name="${name}"]`) ?? undefined;
}

customElements.define('ticket-form', TicketForm);
