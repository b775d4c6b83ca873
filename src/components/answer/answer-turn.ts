import type { AnswerSentence } from '../../answers/answer-question.ts';
import type { Source } from '../../app/answer-sources.ts';
import type { AnswerEvent } from './answer-stream.ts';

/** What a turn says, from the page. */
export interface TurnTexts {
  locale: string;
  searching: string;
  writing: string;
  understood: string;
  sources: string;
  sourcesAlone: string;
  updated: string;
  quoteOf: string;
  cutOff: string;
  refused: Record<string, string>;
}

/** A question with its answer on the page: sentences with numbered marks, and the sources they stand on. */
export class AnswerTurn {
  readonly element: HTMLElement;
  readonly question: string;
  /** Articles that were cited, the first one first. */
  readonly cited: string[] = [];
  readonly #texts: TurnTexts;
  readonly #sentences: string[] = [];
  #sources: Source[] = [];

  constructor(template: HTMLTemplateElement, question: string, texts: TurnTexts) {
    const copy = template.content.firstElementChild?.cloneNode(true);
    if (!(copy instanceof HTMLElement)) throw new Error('The template of answers is empty.');
    this.element = copy;
    this.question = question;
    this.#texts = texts;
    this.#say('.answer-state', texts.searching);
  }

  /** The sentences shown so far. */
  get answer(): string {
    return this.#sentences.join(' ');
  }

  /** Answer and sources as plain text, to be copied. */
  get plainText(): string {
    const links = this.#sources
      .filter(({ articleId }) => this.cited.includes(articleId))
      .map(({ number, title, url }) => `[${number}] ${title}: ${new URL(url, location.href).href}`);
    return [this.answer, ...links].join('\n');
  }

  /** Shows one event of the answer. */
  show(event: AnswerEvent): void {
    if (event.event === 'sources') this.#showSources(event.data);
    else if (event.event === 'delta') this.#showSentence(event.data);
    else this.#end(event.event === 'refused' ? event.data.reason : undefined);
  }

  /** The sentences of a turn that failed give way to what is known. */
  get isAnswered(): boolean {
    return this.#sentences.length > 0;
  }

  #showSources({ sources, understood }: { sources: Source[]; understood?: string }): void {
    this.#sources = sources;
    const list = this.#part('.answer-sources');
    const template = this.element.querySelector('template');
    if (template) list.replaceChildren(...sources.map((source) => this.#sourceItem(template, source)));
    if (understood)
      this.#say(
        '.answer-understood',
        this.#texts.understood.replace('{question}', () => understood),
      );
    this.#say('.answer-state', sources.length > 0 ? this.#texts.writing : '');
  }

  #sourceItem(template: HTMLTemplateElement, source: Source): DocumentFragment {
    const item = template.content.cloneNode(true) as DocumentFragment;
    const part = <Part extends HTMLElement>(name: string): Part | null =>
      item.querySelector<Part>(`.${name}`);
    const link = part<HTMLAnchorElement>('source-link');
    if (link) link.href = source.url;
    part('source-title')?.append(source.title);
    part('source-number')?.append(String(source.number));
    const isSection = source.sectionTitle !== source.title;
    part('source-section')?.append(isSection ? source.sectionTitle : '');
    const { locale } = this.#texts;
    if (source.locale !== document.documentElement.lang) {
      const named = new Intl.DisplayNames(locale, { type: 'language' }).of(source.locale) ?? source.locale;
      part('source-language')?.append(named);
      item.querySelector('li')?.setAttribute('lang', source.locale);
    }
    const date = part('source-date');
    if (date && source.updated)
      date.textContent = this.#texts.updated.replace('{date}', dayIn(this.#texts.locale, source.updated));
    const passage = part('source-passage');
    // Sanitised by the search room, on the server.
    if (passage) passage.innerHTML = source.passage;
    return item;
  }

  #showSentence({ sentence, passage, quote }: AnswerSentence): void {
    const source = this.#sources.find(({ number }) => number === passage);
    if (!source) return;
    this.#sentences.push(sentence);
    if (!this.cited.includes(source.articleId)) this.cited.push(source.articleId);
    const number = this.#sentences.length;
    const quoteId = `${this.element.id}-quote-${number}`;
    const mark = document.createElement('a');
    mark.className = 'answer-mark';
    mark.href = `#${quoteId}`;
    mark.textContent = String(number);
    mark.setAttribute('aria-label', this.#texts.quoteOf.replace('{number}', String(number)));
    const words = document.createElement('span');
    words.append(`${sentence} `, mark, ' ');
    this.#part('.answer-text').append(words);
    this.#showQuote(source, { quote, number, quoteId });
  }

  #showQuote(
    source: Source,
    { quote, number, quoteId }: { quote: string; number: number; quoteId: string },
  ): void {
    const item = this.#part('.answer-sources').children[source.number - 1];
    const line = document.createElement('li');
    line.id = quoteId;
    line.value = number;
    line.tabIndex = -1;
    const words = document.createElement('q');
    words.textContent = quote.replace(/^[«“"\s]+|[»”"\s]+$/gu, '');
    line.append(words);
    item?.querySelector('.source-quotes')?.append(line);
  }

  #end(reason: string | undefined): void {
    const { refused, cutOff, sources, sourcesAlone } = this.#texts;
    const message = reason === undefined ? '' : this.isAnswered ? cutOff : (refused[reason] ?? '');
    this.#say('.answer-state', message);
    this.element.classList.toggle('answer-alone', !this.isAnswered);
    this.#say(
      '.answer-sources-title',
      this.#sources.length === 0 ? '' : this.isAnswered ? sources : sourcesAlone,
    );
    this.#part('.answer-by').hidden = !this.isAnswered;
  }

  #say(selector: string, text: string): void {
    const part = this.#part(selector);
    part.textContent = text;
    part.hidden = text === '';
  }

  #part(selector: string): HTMLElement {
    const part = this.element.querySelector<HTMLElement>(selector);
    if (!part) throw new Error(`The answer has no ${selector}.`);
    return part;
  }
}

function dayIn(locale: string, day: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));
}
