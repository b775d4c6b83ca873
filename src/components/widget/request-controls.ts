import { make } from './make-element.ts';
import { texts, type Choice } from './panel-texts.ts';
import { filesField } from './request-files.ts';
import { makeChoice, makeField } from './request-fields.ts';
import type { TopicQuestions } from './topic-questions.ts';

const { contact, topics, products } = texts;

/** What stands between the fields of a request. */
interface RequestParts {
  /** Passages that may answer, after the description. */
  cards: HTMLElement;
  questions: TopicQuestions;
  /** Whether the product is known from the page. */
  hasProduct: boolean;
}

/** The fields of a request, in the order of the portal's form. */
export function requestControls({ cards, questions, hasProduct }: RequestParts): HTMLElement[] {
  const description = make('textarea', { name: 'description', rows: 6, maxlength: 50_000 });
  return [
    makeField(input('subject', { maxlength: 300, autocomplete: 'off' }), { label: contact.subject }),
    makeField(description, { label: contact.description, hint: contact.descriptionHint }),
    cards,
    ...choice('topic', contact.topic, topics),
    ...questions.elements,
    ...choice('product', contact.product, hasProduct || products.length < 2 ? [] : products),
    logField(),
    ...filesField(),
    makeField(
      input('email', { type: 'email', maxlength: 254, autocomplete: 'email', required: true, dir: 'ltr' }),
      {
        label: contact.email,
        hint: contact.emailHint,
      },
    ),
    makeField(input('name', { maxlength: 200, autocomplete: 'name' }), {
      label: contact.name,
      isOptional: true,
    }),
    make('p', { class: 'soft' }, contact.privacy),
  ];
}

/** Folded away: few have one, and it is long. */
function logField(): HTMLElement {
  const control = make('textarea', {
    ...{ name: 'log', class: 'log', rows: 5, maxlength: 200_000 },
    ...{ spellcheck: 'false', dir: 'ltr' },
  });
  return make(
    'details',
    {},
    make('summary', {}, contact.logSummary),
    makeField(control, { label: contact.log, hint: contact.logHint }),
  );
}

function choice(name: string, label: string, choices: Choice[]): HTMLElement[] {
  return choices.length > 0 ? [makeField(makeChoice(name, choices), { label, isOptional: true })] : [];
}

function input(name: string, attributes: Record<string, string | number | boolean>): HTMLInputElement {
  return make('input', { name, ...attributes });
}
