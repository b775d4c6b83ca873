import { events } from '../shell/events.ts';
import { later } from '../shell/later.ts';
import { askSuggestions } from './ask-suggestions.ts';
import { browserStorage, tabStorage } from './browser-storage.ts';
import { recentDrafts, rememberDraft } from './draft-ids.ts';
import { showMistakes } from './form-mistakes.ts';
import { OfferedCards, type CardAction, type OfferTexts } from './offered-cards.ts';
import { forgetText, savedText, saveText } from './saved-text.ts';
import { forgetQueries, recentQueries } from './searched-words.ts';
import { SavingAfterPause } from './saving-after-pause.ts';
import { sendRequest, type SendOutcome } from './send-request.ts';
import { SuggestionSession, type OfferedSuggestion } from './suggestion-session.ts';
import { followTopic } from './topic-fields.ts';
import { fill } from '../../messages/format-message.ts';

/** What the page tells this script to say. */
type FormTexts = OfferTexts &
  Record<'send' | 'sending' | 'checking' | 'notSent' | 'busy' | 'errorTitle' | 'searched', string>;

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const keptFields = ['subject', 'description', 'log', 'product', 'topic', 'email', 'name', 'idempotencyKey'];

/**
 * `<ticket-form>`: around the form of a request. Keeps what is written through a reload and a lost connection, and shows passages that may
 * answer while it is written. Without this script the form is sent as it is.
 */
class TicketForm extends HTMLElement {
  readonly #storage = browserStorage();
  readonly #saving = new SavingAfterPause(() => this.#save());
  #form!: HTMLFormElement;
  #texts!: FormTexts;
  #cards!: OfferedCards;
  #session: SuggestionSession | undefined;
  #draftId = '';
  /** An article solved it: nothing is kept any more. */
  #isFinished = false;

  connectedCallback(): void {
    const form = this.querySelector('form');
    const root = this.querySelector<HTMLElement>('.form-beside');
    if (!form || !root || this.#session) return;
    this.#form = form;
    this.#texts = {
      ...(JSON.parse(this.dataset['texts'] ?? '{}') as FormTexts),
      locale: this.dataset['messageLocale'] ?? '',
    };
    this.#cards = new OfferedCards({
      ...{ root, texts: this.#texts },
      acted: (action) => this.#acted(action),
      backToWriting: () => field(form, 'description')?.focus(),
    });
    this.#session = this.#openSession();
    this.#restore();
    this.#showSearched();
    this.#listen();
  }

  #listen(): void {
    this.#form.addEventListener('input', () => this.#wrote());
    this.#form.addEventListener('change', () => this.#followTopic());
    this.#form.addEventListener('submit', (event) => void this.#submit(event));
    this.addEventListener('click', ({ target }) => {
      const action = target instanceof Element ? target.closest('button')?.value : undefined;
      if (action === 'discard') this.#discard();
      if (action === 'forget-searched') this.#forgetSearched();
      if (action === 'write') this.#writeOn();
    });
    // A page the browser kept shows the button as it was when the form left.
    addEventListener('pageshow', () => this.#setSending(false));
  }

  #openSession(): SuggestionSession {
    const { locale = '' } = this.dataset;
    return new SuggestionSession({
      draftId: field(this.#form, 'draftId')?.value || undefined,
      ask: (draft, signal) => askSuggestions({ locale, ...draft }, signal),
      show: (suggestions, draftId) => this.#show(suggestions, draftId),
      later,
    });
  }

  #show(suggestions: OfferedSuggestion[], draftId: string): void {
    this.#draftId = draftId;
    setValue(this.#form, 'draftId', draftId);
    this.#cards.show(suggestions);
    // Also one that is shown nothing: it may be held out, to be compared with those that are. In a task of its own, since
    // storage may make the page wait for the disk.
    if (draftId) later(() => rememberDraft(this.#storage, draftId, Date.now()), 0);
  }

  #restore(): void {
    const saved = savedText(this.#storage, Date.now());
    let isRestored = false;
    for (const control of keptControls(this.#form)) {
      const text = saved[control.name];
      if (!text || isFilled(control)) continue;
      fillIn(control, text);
      isRestored ||= control.type !== 'hidden';
    }
    // The key of a request whose answer was lost: sending it again is then harmless.
    if (isRestored && saved['idempotencyKey'])
      setValue(this.#form, 'idempotencyKey', saved['idempotencyKey']);
    this.#toggle('.draft-note', isRestored);
    const log = this.querySelector<HTMLDetailsElement>('details:has([name=log])');
    if (log && field(this.#form, 'log')?.value) log.open = true;
    this.#followTopic();
    this.#wrote();
  }

  #wrote(): void {
    const form = this.#form;
    this.#saving.wrote();
    const text = (name: string): string => field(form, name)?.value ?? '';
    const [product, topic] = [text('product'), text('topic')];
    this.#session?.wrote({
      subject: text('subject').slice(0, 300),
      description: text('description').slice(0, 20_000),
      ...(product && { product }),
      ...(topic && { topic }),
    });
  }

  #save(): void {
    if (this.#isFinished) return;
    const kept = keptControls(this.#form).map((control) => [control.name, valueOf(control)]);
    const isWritten = kept.some(([name, text]) => name !== 'idempotencyKey' && text);
    saveText(
      this.#storage,
      isWritten ? (Object.fromEntries(kept) as Record<string, string>) : {},
      Date.now(),
    );
  }

  #followTopic(): void {
    followTopic(this.#form, JSON.parse(this.dataset['replies'] ?? '{}') as Record<string, string>);
  }

  #acted(action: CardAction): void {
    const { locale = '' } = this.dataset;
    const draft = action.kind === 'rated' ? {} : { draftId: this.#draftId };
    events.record({ locale, ...action, ...draft });
    if (action.kind === 'rejected') this.#session?.reject(action.articleId);
    if (action.kind === 'solved') {
      this.#session?.stop();
      this.#isFinished = true;
      this.#saving.drop();
      forgetText(this.#storage);
    }
    if (action.kind !== 'opened') events.flush();
  }

  #showSearched(): void {
    const queries = recentQueries(tabStorage(), Date.now());
    setValue(this.#form, 'searched', queries.join('\n'));
    const note = this.querySelector('.searched-note span');
    if (note) note.textContent = fill(this.#texts.searched, { queries: queries.join(', ') });
    this.#toggle('.searched-note', queries.length > 0);
  }

  #forgetSearched(): void {
    forgetQueries(tabStorage());
    this.#showSearched();
    this.querySelector<HTMLElement>('button[type=submit]')?.focus();
  }

  #writeOn(): void {
    this.#cards.hideThanks();
    this.#session?.resume();
    this.#isFinished = false;
    this.#wrote();
    field(this.#form, 'description')?.focus();
  }

  #discard(): void {
    forgetText(this.#storage);
    this.#form.reset();
    for (const control of keptControls(this.#form)) if (control.type !== 'hidden') fillIn(control, '');
    this.#toggle('.draft-note', false);
    this.#cards.hide();
    this.#followTopic();
    field(this.#form, 'subject')?.focus();
  }

  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.#form.dataset['sending'] === 'true') return;
    this.#cards.settle();
    this.#session?.stop();
    const earlier = recentDrafts(this.#storage, Date.now()).filter((id) => id !== this.#draftId);
    setValue(this.#form, 'earlierDrafts', earlier.join(' '));
    this.#setSending(true);
    this.#took(await sendRequest(this.#form, () => this.#say(this.#texts.checking)));
  }

  #took(outcome: SendOutcome): void {
    if ('url' in outcome) {
      this.#isFinished = true;
      forgetText(this.#storage);
      return location.assign(outcome.url);
    }
    this.#setSending(false);
    showMistakes(this.#form, 'mistakes' in outcome ? outcome.mistakes : {}, this.#texts.errorTitle);
    const isOffline = 'problem' in outcome && outcome.problem === 'offline';
    const problem = isOffline ? this.#texts.notSent : this.#texts.busy;
    const notice = this.querySelector<HTMLElement>('.send-problem');
    if (notice) notice.textContent = 'problem' in outcome ? problem : '';
    this.#toggle('.send-problem', 'problem' in outcome);
    this.#session?.resume();
  }

  #setSending(isSending: boolean): void {
    this.#form.dataset['sending'] = String(isSending);
    this.#say(isSending ? this.#texts.sending : this.#texts.send);
  }

  #say(text: string): void {
    const button = this.#form.querySelector<HTMLElement>('button[type=submit]');
    if (button) button.textContent = text;
  }

  #toggle(selector: string, isShown: boolean): void {
    const part = this.querySelector<HTMLElement>(selector);
    if (part) part.hidden = !isShown;
  }
}

function field(form: HTMLFormElement, name: string): Control | undefined {
  return form.querySelector<Control>(`[name="${name}"]`) ?? undefined;
}

function setValue(form: HTMLFormElement, name: string, value: string): void {
  const control = field(form, name);
  if (control) control.value = value;
}

function keptControls(form: HTMLFormElement): Control[] {
  const always = keptFields.flatMap((name) => field(form, name) ?? []);
  return [...always, ...form.querySelectorAll<Control>('[data-kept]')];
}

function isCheckbox(control: Control): control is HTMLInputElement {
  return control.type === 'checkbox';
}

function isFilled(control: Control): boolean {
  return isCheckbox(control) ? control.checked : control.value !== '';
}

function valueOf(control: Control): string {
  return isCheckbox(control) && !control.checked ? '' : control.value;
}

function fillIn(control: Control, text: string): void {
  if (isCheckbox(control)) control.checked = text !== '';
  else control.value = text;
}

customElements.define('ticket-form', TicketForm);
