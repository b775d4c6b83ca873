import { askSuggestions } from '../contact/ask-suggestions.ts';
import { browserStorage } from '../contact/browser-storage.ts';
import { forgetDrafts, recentDrafts } from '../contact/draft-ids.ts';
import { forgetText, savedText, saveText } from '../contact/saved-text.ts';
import { SavingAfterPause } from '../contact/saving-after-pause.ts';
import { SuggestionSession } from '../contact/suggestion-session.ts';
import { later } from '../shell/later.ts';
import { newId } from '../shell/new-id.ts';
import type { PanelControls, RequestOrigin, View } from './panel-controls.ts';
import { make } from './make-element.ts';
import { texts } from './panel-texts.ts';
import { promisedReply } from './promised-reply.ts';
import {
  readRequest,
  refusedMistakes,
  requestBody,
  requestMistakes,
  type WrittenRequest,
} from './read-request.ts';
import { requestControls } from './request-controls.ts';
import { controlsOf, showMistakes, type Control } from './request-fields.ts';
import { sendRequest, type SendOutcome } from './send-request.ts';
import { sentView } from './sent-view.ts';
import { SuggestionCards } from './suggestion-cards.ts';
import { thanksView } from './thanks-view.ts';
import { topicQuestions } from './topic-questions.ts';

const { contact, widget, locale } = texts;
const maxSuggestChars = 20_000;
const draftFields = ['subject', 'description', 'topic', 'product'];
/** Who writes is not kept in the browser. */
const notKept = ['email', 'name', 'attachments'];

/** What led to a request, and what was searched before. */
interface RequestBeginning extends RequestOrigin {
  searched: readonly string[];
}

/** The form, in the panel: the same request to the same API, with passages that may answer it on the way. */
export function requestView(panel: PanelControls, beginning: RequestBeginning): View {
  const { element } = new RequestForm(panel, beginning);
  const focus = element.querySelector('input') ?? element;
  return { title: contact.title, body: element, address: `/${locale}/contact`, focus };
}

class RequestForm {
  readonly element = make('form', { class: 'request', novalidate: true });
  readonly #panel: PanelControls;
  readonly #beginning: RequestBeginning;
  readonly #storage = browserStorage();
  readonly #saving = new SavingAfterPause(() => this.#save());
  readonly #cards: SuggestionCards;
  readonly #session: SuggestionSession;
  readonly #questions = topicQuestions();
  readonly #send = make('button', { type: 'submit', class: 'button' }, contact.send);
  readonly #promise = make('p', { class: 'promise' });
  readonly #trouble = make('p', { role: 'alert', class: 'mistake' });
  #key = newId();
  #draftId = '';
  /** Topic the promised reply is for. */
  #topic: string | undefined;
  #isSending = false;

  constructor(panel: PanelControls, beginning: RequestBeginning) {
    this.#panel = panel;
    this.#beginning = beginning;
    const { origin, product } = panel.place;
    this.#cards = this.#makeCards();
    this.#session = new SuggestionSession({
      ask: (draft, signal) =>
        askSuggestions({ locale, ...(product && { product }), ...draft }, signal, origin),
      show: (suggestions, draftId) => {
        this.#draftId = draftId;
        this.#cards.show(suggestions, draftId);
      },
      later,
    });
    const parts = {
      cards: this.#cards.element,
      questions: this.#questions,
      hasProduct: product !== undefined,
    };
    this.element.append(...requestControls(parts), this.#promise, this.#trouble, this.#send);
    this.#restore();
    this.element.addEventListener('input', () => this.#wrote());
    this.element.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#submit();
    });
  }

  #makeCards(): SuggestionCards {
    const panel = this.#panel;
    return new SuggestionCards({
      origin: panel.place.origin,
      tell: (name, detail) => panel.tell(name, detail),
      openArticle: (url, after) => void panel.openArticle(url, after),
      solved: (articleId) => {
        this.#session.stop();
        this.#forget();
        panel.backTo(this.element);
        panel.show(thanksView(panel, articleId, () => this.#session.resume()));
      },
      rejected: (articleId) => {
        this.#session.reject(articleId);
        panel.backTo(this.element);
      },
      backToWriting: () => this.#control('description')?.focus(),
    });
  }

  #restore(): void {
    const { subject = '' } = this.#beginning;
    const saved: Record<string, string> = { subject, ...savedText(this.#storage, Date.now()) };
    for (const control of controlsOf(this.element)) {
      if (!notKept.includes(control.name)) control.value = saved[control.name] ?? '';
    }
    if (saved['log']) this.#control('log')?.closest('details')?.setAttribute('open', '');
    this.#wrote();
  }

  #wrote(): void {
    const [subject = '', description = '', topic = '', product] = draftFields.map((name) =>
      this.#control(name)?.value.trim(),
    );
    this.#questions.follow(topic);
    if (topic !== this.#topic) void this.#promiseReply(topic);
    this.#saving.wrote();
    this.#session.wrote({
      subject,
      description: description.slice(0, maxSuggestChars),
      ...(topic && { topic }),
      ...(product && { product }),
    });
  }

  async #promiseReply(topic: string): Promise<void> {
    this.#topic = topic;
    const sentence = await promisedReply(topic).catch(() => '');
    if (topic === this.#topic) this.#promise.textContent = sentence;
  }

  #save(): void {
    const { values } = readRequest(this.element);
    const kept = Object.entries(values).filter(([name]) => !notKept.includes(name));
    saveText(this.#storage, Object.fromEntries(kept), Date.now());
  }

  #forget(): void {
    this.#saving.drop();
    forgetText(this.#storage);
  }

  #control(name: string): Control | undefined {
    return controlsOf(this.element).find((control) => control.name === name);
  }

  async #submit(): Promise<void> {
    if (this.#isSending) return;
    this.#cards.settle();
    const request = readRequest(this.element);
    const mistakes = requestMistakes(this.element, request);
    showMistakes(this.element, mistakes);
    if (Object.keys(mistakes).length > 0) return;
    this.#sending(true);
    let outcome = await this.#post(request);
    // The text changed after an answer was lost: this is another request.
    if (outcome.kind === 'conflict') {
      this.#key = newId();
      outcome = await this.#post(request);
    }
    this.#sending(false);
    this.#settle(outcome, request);
  }

  #settle(outcome: SendOutcome, { files }: WrittenRequest): void {
    if (outcome.kind === 'sent') {
      this.#session.stop();
      this.#forget();
      forgetDrafts(this.#storage);
      this.#panel.tell('sent', { reference: outcome.reference });
      this.#panel.replace(sentView(this.#panel, outcome));
    } else if (outcome.kind === 'refused') {
      const mistakes = refusedMistakes(outcome.fields, files);
      showMistakes(this.element, mistakes);
      const isShown = controlsOf(this.element).some(({ name }) => name in mistakes);
      if (!isShown) this.#failed(contact.errors.other);
    } else this.#failed(outcome.kind === 'busy' ? contact.busy : contact.notSent);
  }

  #post({ values, files }: WrittenRequest): Promise<SendOutcome> {
    const { product, origin } = this.#panel.place;
    const { article, searched } = this.#beginning;
    const earlierDrafts = recentDrafts(this.#storage, Date.now()).filter((id) => id !== this.#draftId);
    const { subject = '', description = '', email = '' } = values;
    const ticket = {
      ...(product && { product }),
      ...requestBody(values),
      ...{ locale, subject, description, email },
      ...(article && { article }),
      ...(searched.length > 0 && { searched }),
      ...(this.#draftId && { draftId: this.#draftId }),
      ...(earlierDrafts.length > 0 && { earlierDrafts }),
    };
    const onWork = (): void => void (this.#send.textContent = contact.checking);
    return sendRequest(origin, { ticket, files, key: this.#key, onWork });
  }

  #sending(isSending: boolean): void {
    this.#isSending = isSending;
    this.#trouble.textContent = '';
    this.#send.textContent = isSending ? contact.sending : contact.send;
  }

  #failed(sentence: string): void {
    const href = `${this.#panel.place.origin}/${locale}/contact`;
    const link = make('a', { href, target: '_blank', rel: 'noopener' }, widget.formOnPortal);
    this.#trouble.replaceChildren(sentence, ' ', link);
  }
}
