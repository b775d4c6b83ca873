import { make } from './make-element.ts';
import { texts, type AskedField } from './panel-texts.ts';
import { makeChoice, makeField, type Control } from './request-fields.ts';

const { contact, fields } = texts;
const maxChars = 20_000;

/** Questions that come with a topic: `site.yaml`'s `fields`. */
export interface TopicQuestions {
  elements: HTMLElement[];
  /** Shows the questions of a topic. */
  follow(topic: string): void;
}

/** Name of the control of a question, as in the portal's form, so that kept text fits both. */
export function questionName(id: string): string {
  return `field.${id}`;
}

/** Makes them all, and shows those that come with every topic. */
export function topicQuestions(): TopicQuestions {
  const made = fields.map((field) => ({ field, element: questionElement(field) }));
  const follow = (topic: string): void => {
    for (const { field, element } of made) {
      const isAsked = field.topics.length === 0 || field.topics.includes(topic);
      element.hidden = !isAsked;
      for (const control of element.querySelectorAll<Control>('[name]')) control.disabled = !isAsked;
    }
  };
  follow('');
  return { elements: made.map(({ element }) => element), follow };
}

function questionElement(field: AskedField): HTMLElement {
  const { label, hint, required } = field;
  return makeField(controlOf(field), { label, hint, isOptional: !required });
}

function controlOf({ id, kind, options, required }: AskedField): Control {
  const attributes = { name: questionName(id), required };
  if (kind === 'select') return makeChoice(attributes.name, options, required);
  if (kind === 'checkbox') return makeChoice(attributes.name, [{ id: 'yes', name: contact.yes }], required);
  if (kind === 'lines')
    return make('textarea', { ...attributes, rows: 4, maxlength: maxChars, spellcheck: 'false' });
  const isNumber = kind === 'number';
  return make('input', {
    ...attributes,
    type: isNumber ? 'text' : kind,
    inputmode: isNumber && 'decimal',
    maxlength: 500,
    autocomplete: 'off',
  });
}
