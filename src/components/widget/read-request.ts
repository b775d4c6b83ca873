import { texts } from './panel-texts.ts';
import { controlsOf } from './request-fields.ts';
import { filesMistake, refusedFiles } from './request-files.ts';
import { questionName } from './topic-questions.ts';

const { errors } = texts.contact;
const questionPrefix = questionName('');

/** What a form holds: its answers by the name of their control, and its files. */
export interface WrittenRequest {
  values: Record<string, string>;
  files: File[];
}

/** Reads a form; fields that are not asked are left out. */
export function readRequest(form: HTMLFormElement): WrittenRequest {
  const controls = controlsOf(form).filter(({ disabled, type }) => !disabled && type !== 'file');
  const chosen = form.querySelector<HTMLInputElement>('[type=file]')?.files ?? [];
  return {
    values: Object.fromEntries(controls.map(({ name, value }) => [name, value.trim()])),
    files: [...chosen],
  };
}

/** What a person would have to mend, by the name of the control; the server looks again. */
export function requestMistakes(
  form: HTMLFormElement,
  { values, files }: WrittenRequest,
): Record<string, string> {
  const { email = '', subject, description } = values;
  const missing = controlsOf(form).filter(
    ({ name, required, disabled }) => required && !disabled && !values[name],
  );
  const wrongFiles = filesMistake(files);
  return {
    ...Object.fromEntries(missing.map(({ name }) => [name, errors.required])),
    ...(!subject && !description && { subject: errors.empty }),
    ...(!/^\S+@\S+\.\S+$/.test(email) && { email: errors.email }),
    ...(wrongFiles && { attachments: wrongFiles }),
  };
}

/** What to say of the fields the server refused. */
export function refusedMistakes(fields: readonly string[], files: readonly File[]): Record<string, string> {
  const entries = fields.map((field): [string, string] => {
    if (field === 'attachments') return [field, refusedFiles(files)];
    return [field.replace(/^fields\./, questionPrefix), field === 'email' ? errors.email : errors.other];
  });
  return Object.fromEntries(entries);
}

/** The answers as the API takes them: those to questions apart, empty ones left out. */
export function requestBody(values: Record<string, string>): Record<string, unknown> {
  const given = Object.entries(values).filter(([, value]) => value !== '');
  const isQuestion = ([name]: [string, string]): boolean => name.startsWith(questionPrefix);
  const fields = given.filter(isQuestion).map(([name, value]) => [name.slice(questionPrefix.length), value]);
  return {
    ...Object.fromEntries(given.filter((entry) => !isQuestion(entry))),
    ...(fields.length > 0 && { fields: Object.fromEntries(fields) as Record<string, string> }),
  };
}
