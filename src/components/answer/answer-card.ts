import type { EventReason } from '../../events/event.ts';
import { askForAnswer } from './answer-stream.ts';
import { AnswerTurn, type TurnTexts } from './answer-turn.ts';
import { reportJudgement } from './report-judgement.ts';
import { takeTranscript } from './transcript.ts';

/** Pause in writing after which an answer is asked for: longer than suggestions wait, because it costs money. */
const pauseMs = 2_500;
const minChars = 30;
const maxAnswers = 3;
const maxQuestionChars = 4_000;

/**
 * `<answer-card>`: beside the suggestions of the ticket form, a fourth card with an answer to what is being written. It asks
 * once the writing pauses and passages are shown, gives up when the form is sent, and never moves the field its reader is
 * in. "This answers my question" is heard by the form, as on the other cards.
 */
class AnswerCard extends HTMLElement {
  #form: HTMLFormElement | null = null;
  #texts!: TurnTexts;
  #pause: ReturnType<typeof setTimeout> | undefined;
  #underWay: AbortController | undefined;
  #turn: AnswerTurn | undefined;
  /** Which passages the last answer was asked for. */
  #askedFor = '';
  #answers = 0;

  connectedCallback(): void {
    if (this.#form) return;
    this.#form = this.closest('form');
    this.#texts = JSON.parse(this.dataset['texts'] ?? '{}') as TurnTexts;
    this.#form?.addEventListener('input', () => this.#wait());
    this.#form?.addEventListener('submit', () => this.#stop());
    addEventListener('pagehide', () => this.#underWay?.abort());
    document.addEventListener('focusin', () => this.#reveal());
    this.addEventListener('click', ({ target }) => this.#clicked(target));
    // The form puts back what was kept first.
    void customElements.whenDefined('ticket-form').then(() => {
      this.#handOver(takeTranscript());
      this.#wait();
    });
  }

  #handOver(transcript: string): void {
    const field = this.#form?.querySelector<HTMLTextAreaElement>('[name=description]');
    if (!field || transcript === '' || field.value.includes(transcript)) return;
    field.value = field.value.trim() === '' ? transcript : `${field.value}\n\n${transcript}`;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }

  #wait(): void {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => void this.#ask(), pauseMs);
  }

  #stop(): void {
    clearTimeout(this.#pause);
    this.#underWay?.abort();
  }

  async #ask(): Promise<void> {
    const question = this.#written();
    const passages = this.#passages();
    const template = this.querySelector('template');
    if (!template || passages === '' || passages === this.#askedFor || question.length < minChars) return;
    if (this.#answers >= maxAnswers || this.hasAttribute('data-put-away')) return;
    this.#askedFor = passages;
    this.#answers += 1;
    this.#underWay?.abort();
    const leaving = (this.#underWay = new AbortController());
    const turn = new AnswerTurn(template, question, this.#texts);
    turn.element.id = 'answer-card';
    const { locale = '' } = this.dataset;
    for await (const event of askForAnswer({ locale, question }, leaving.signal)) {
      turn.show(event);
      // Passages without a sentence are the other cards already.
      if (event.event === 'delta') this.#show(turn);
    }
  }

  #show(turn: AnswerTurn): void {
    this.#turn = turn;
    const [articleId = ''] = turn.cited;
    turn.element.dataset['article'] = articleId;
    this.querySelector('.answer-place')?.replaceChildren(turn.element);
    this.#reveal();
  }

  /** Shows the card unless it would push away the field the reader is in. */
  #reveal(): void {
    if (!this.#turn || this.hasAttribute('data-put-away') || this.#wouldPush()) return;
    this.hidden = false;
  }

  #wouldPush(): boolean {
    const { activeElement } = document;
    const beside = this.parentElement;
    if (!beside || !activeElement || activeElement === document.body || beside.contains(activeElement))
      return false;
    const isBelow = Boolean(beside.compareDocumentPosition(activeElement) & Node.DOCUMENT_POSITION_FOLLOWING);
    return this.hidden && isBelow && getComputedStyle(beside).position === 'static';
  }

  #clicked(target: EventTarget | null): void {
    const button = target instanceof Element ? target.closest('button') : null;
    if (!button || !this.#turn) return;
    const { value, name } = button;
    if (value === 'solved') this.#judge(1);
    else if (value === 'help') this.#askWhy();
    else if (name === 'reason') this.#judge(0, value as EventReason);
  }

  #askWhy(): void {
    const reasons = this.querySelector<HTMLElement>('.reasons');
    if (!reasons) return this.#judge(0);
    reasons.hidden = false;
    reasons.querySelector('button')?.focus();
  }

  #judge(value: 0 | 1, reason?: EventReason): void {
    const { locale = '' } = this.dataset;
    reportJudgement({ locale, question: this.#written(), value, ...(reason && { reason }) });
    this.#stop();
    this.setAttribute('data-put-away', '');
    this.hidden = true;
    if (value === 0) this.#form?.querySelector<HTMLElement>('[name=description]')?.focus();
  }

  #written(): string {
    const text = (name: string): string =>
      this.#form?.querySelector<HTMLInputElement>(`[name=${name}]`)?.value.trim() ?? '';
    return `${text('subject')}\n${text('description')}`.trim().slice(0, maxQuestionChars);
  }

  /** Which articles the other cards show. */
  #passages(): string {
    const cards =
      this.parentElement?.querySelectorAll<HTMLElement>('.suggestions:not([hidden]) .suggestion') ?? [];
    return [...cards].map((card) => card.dataset['article']).join();
  }
}

customElements.define('answer-card', AnswerCard);
