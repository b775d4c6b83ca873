import type { EventReason } from '../../events/event.ts';
import { askForAnswer } from './answer-stream.ts';
import { AnswerTurn, type TurnTexts } from './answer-turn.ts';
import { reportJudgement } from './report-judgement.ts';
import { keepTranscript } from './transcript.ts';

/** What the page tells this script to say. */
type PanelTexts = TurnTexts &
  Record<'transcript' | 'transcriptQuestion' | 'transcriptAnswer' | 'copied', string>;

/** The server takes no more. */
const maxTurns = 6;

/**
 * `<answer-panel>`: answers the question of a page in words, and those that follow. Without this script its form leads to
 * the results of a search.
 */
class AnswerPanel extends HTMLElement {
  #texts!: PanelTexts;
  readonly #turns: AnswerTurn[] = [];
  #underWay: AbortController | undefined;

  connectedCallback(): void {
    if (this.#texts) return;
    this.#texts = JSON.parse(this.dataset['texts'] ?? '{}') as PanelTexts;
    this.addEventListener('submit', (event) => this.#submitted(event));
    this.addEventListener('click', (event) => this.#clicked(event));
    // A page the browser keeps for later would hold the connection open.
    addEventListener('pagehide', () => this.#underWay?.abort());
    const { question } = this.dataset;
    if (question && 'now' in this.dataset) void this.#ask(question);
  }

  #submitted(event: Event): void {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const input = form.querySelector('input');
    const question = input?.value.trim();
    if (!input || !question) return;
    input.value = '';
    void this.#ask(question);
  }

  async #ask(question: string): Promise<void> {
    const template = this.querySelector<HTMLTemplateElement>(':scope > template');
    if (!template) return;
    this.#underWay?.abort();
    const leaving = (this.#underWay = new AbortController());
    const earlier = this.#turns.filter(({ isAnswered }) => isAnswered);
    const turn = new AnswerTurn(template, question, this.#texts);
    turn.element.id = `answer-${this.#turns.push(turn)}`;
    const isFollowUp = this.#turns.length > 1 || 'article' in this.dataset;
    this.#say(turn, '.answer-question', isFollowUp ? question : '');
    this.querySelector('.answer-turns')?.append(turn.element);
    this.#setState('asked');
    const { locale = '', article } = this.dataset;
    const request = {
      ...{ locale, question },
      ...(article && { articleId: article }),
      ...(earlier.length > 0 && {
        earlier: earlier.slice(-maxTurns).map((one) => ({ question: one.question, answer: one.answer })),
      }),
    };
    for await (const event of askForAnswer(request, leaving.signal)) turn.show(event);
    if (!leaving.signal.aborted) this.#setState('answered');
  }

  #clicked(event: MouseEvent): void {
    const { target } = event;
    if (!(target instanceof Element)) return;
    const button = target.closest('button');
    if (target.closest('a.answer-contact')) keepTranscript(this.#transcript());
    if (!button || button.type === 'submit') return;
    const { value, name } = button;
    if (value === 'ask') void this.#ask(this.dataset['question'] ?? '');
    else if (value === 'copy') void this.#copy(button);
    else if (value === 'solved') this.#judge(1, 'thanks');
    else if (value === 'help') this.#judge(0, 'why');
    else if (name === 'reason') this.#giveReason(value);
  }

  #judge(value: 0 | 1, next: string): void {
    if (value === 1) this.#report(1);
    this.#setState(next);
    this.querySelector<HTMLElement>(`.answer-${next} [tabindex]`)?.focus();
  }

  #giveReason(value: string): void {
    this.#report(0, value as EventReason);
    this.#setState('noted');
    this.querySelector<HTMLElement>('.answer-noted [tabindex]')?.focus();
  }

  #report(value: 0 | 1, reason?: EventReason): void {
    const { locale = '' } = this.dataset;
    const question = this.#turns.at(-1)?.question;
    if (question) reportJudgement({ locale, question, value, ...(reason && { reason }) });
  }

  async #copy(button: HTMLElement): Promise<void> {
    const text = this.#turns.map(({ plainText }) => plainText).join('\n\n');
    try {
      await navigator.clipboard.writeText(text);
      button.textContent = this.#texts.copied;
    } catch {
      // Browsers that forbid it leave the text to be selected.
    }
  }

  #transcript(): string {
    const { transcript, transcriptQuestion, transcriptAnswer } = this.#texts;
    const lines = this.#turns.flatMap(({ question, answer }) => [
      transcriptQuestion.replace('{text}', () => question),
      ...(answer === '' ? [] : [transcriptAnswer.replace('{text}', () => answer)]),
    ]);
    return [transcript, ...lines].join('\n');
  }

  #setState(state: string): void {
    this.dataset['state'] = state;
  }

  #say(turn: AnswerTurn, selector: string, text: string): void {
    const part = turn.element.querySelector<HTMLElement>(selector);
    if (!part) return;
    part.textContent = text;
    part.hidden = text === '';
  }
}

customElements.define('answer-panel', AnswerPanel);
