import type { SiteField } from '../site.ts';

/** What was answered to fields, by their ids. */
export type FieldAnswers = Record<string, string>;

/** What is wrong with an answer: a word for the interface to put into a sentence. */
export type FieldMistake = 'required' | 'too-long' | 'not-accepted' | 'unknown';

const maxChars = { text: 500, lines: 20_000, number: 30, date: 10, select: 100, checkbox: 3 };
const shapes: Partial<Record<SiteField['kind'], RegExp>> = {
  number: /^-?\d+([.,]\d+)?$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
  checkbox: /^yes$/,
};

/** The fields that are asked with a topic, in the site's order. */
export function fieldsOf(fields: readonly SiteField[], topic: string | undefined): SiteField[] {
  return fields.filter(
    ({ topics }) => topics.length === 0 || (topic !== undefined && topics.includes(topic)),
  );
}

/** Most characters an answer to a field may have. */
export function maxAnswerChars({ kind }: SiteField): number {
  return maxChars[kind];
}

/** What is wrong with the answers, by the field's id; empty answers count as none. */
export function fieldMistakes(
  asked: readonly SiteField[],
  answers: FieldAnswers,
): Record<string, FieldMistake> {
  const mistakes: Record<string, FieldMistake> = {};
  for (const id of Object.keys(answers)) {
    if (!asked.some((field) => field.id === id)) mistakes[id] = 'unknown';
  }
  for (const field of asked) {
    const mistake = mistakeOf(field, (answers[field.id] ?? '').trim());
    if (mistake) mistakes[field.id] = mistake;
  }
  return mistakes;
}

function mistakeOf(field: SiteField, answer: string): FieldMistake | undefined {
  if (answer === '') return field.required ? 'required' : undefined;
  if (answer.length > maxAnswerChars(field)) return 'too-long';
  const isKnown = field.kind !== 'select' || field.options.some(({ id }) => id === answer);
  return isKnown && (shapes[field.kind]?.test(answer) ?? true) ? undefined : 'not-accepted';
}
