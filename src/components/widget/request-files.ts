import { fill, formatNumber } from '../../messages/format-message.ts';
import { make } from './make-element.ts';
import { texts } from './panel-texts.ts';
import { makeField } from './request-fields.ts';

const { contact, attachments: rules, messageLocale } = texts;
const { attachments: mistakes } = contact.errors;
const bytesPerMb = 1_000_000;

/** The field for files, unless the owner takes none. */
export function filesField(): HTMLElement[] {
  if (rules.maxFiles === 0) return [];
  const types = rules.types.map((type) => `.${type}`);
  const input = make('input', {
    name: 'attachments',
    type: 'file',
    multiple: rules.maxFiles > 1,
    accept: types.join(','),
  });
  const hint = fill(contact.attachmentsHint, {
    types: rules.types.join(', '),
    files: rules.maxFiles,
    size: formatNumber(messageLocale, rules.maxFileMb),
  });
  return [makeField(input, { label: contact.attachments, hint, isOptional: true })];
}

/** What the owner would not take, before a slow line has carried it; the server looks again, and inside. */
export function filesMistake(files: readonly File[]): string | undefined {
  if (files.length > rules.maxFiles) return mistakes['too-many'];
  const wrongType = files.find(
    ({ name }) => !rules.types.includes(name.split('.').at(-1)?.toLowerCase() ?? ''),
  );
  if (wrongType) return fill(mistakes.type, { file: wrongType.name });
  const total = files.reduce((sum, { size }) => sum + size, 0);
  const tooLarge = files.find(({ size }) => size > rules.maxFileMb * bytesPerMb) ?? files[0];
  if (tooLarge && (tooLarge.size > rules.maxFileMb * bytesPerMb || total > rules.maxTotalMb * bytesPerMb)) {
    return fill(mistakes['too-large'], { file: tooLarge.name });
  }
  return undefined;
}

/** What the server found when it looked inside. */
export function refusedFiles(files: readonly File[]): string {
  return fill(mistakes['not-what-it-says'], { file: files.map(({ name }) => name).join(', ') });
}
