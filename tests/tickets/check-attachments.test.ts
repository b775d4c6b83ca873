import { expect, test } from 'vitest';
import {
  checkAttachments,
  readFiles,
  type AttachmentRules,
  type SentFile,
} from '../../src/tickets/check-attachments.ts';

const rules: AttachmentRules = {
  types: ['png', 'log', 'pdf', 'zip', 'json'],
  maxFiles: 2,
  maxFileMb: 0.001,
  maxTotalMb: 0.0015,
};
const png = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);
const file = (name: string, content: Uint8Array | string): SentFile => ({
  name,
  content: typeof content === 'string' ? new TextEncoder().encode(content) : content,
});
const reasonOf = async (...files: SentFile[]): Promise<string> => {
  const outcome = await checkAttachments(files, rules);
  return 'mistake' in outcome ? outcome.mistake.reason : 'taken';
};

test('a picture and a log are taken, under the type they really have', async () => {
  const outcome = await checkAttachments([file('capture.PNG', png), file('app.log', 'Erreur é\n')], rules);
  expect(outcome).toMatchObject({
    files: [
      { name: 'capture.PNG', type: 'image/png' },
      { name: 'app.log', type: 'text/plain' },
    ],
  });
});

test.each<[string, SentFile, string]>([
  ['a program named as a picture', file('photo.png', 'MZ\u0090\u0000program'), 'not-what-it-says'],
  [
    'a web page named as a picture',
    file('photo.png', '<!doctype html><script>1</script>'),
    'not-what-it-says',
  ],
  ['a picture named as a log', file('app.log', png), 'not-what-it-says'],
  ['a picture named as a document', file('facture.pdf', png), 'not-what-it-says'],
  ['bytes named as a log', file('app.log', Uint8Array.from([65, 0, 66])), 'not-what-it-says'],
  ['a type that is not allowed', file('page.html', '<p>'), 'type'],
  ['a picture that can run scripts', file('logo.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>'), 'type'],
  ['a name without an ending', file('README', 'x'), 'type'],
  ['a file without content', file('app.log', ''), 'empty'],
  ['a file above the limit', file('app.log', 'x'.repeat(1001)), 'too-large'],
])('%s is refused', async (_case, sent, reason) => {
  expect(await reasonOf(sent)).toBe(reason);
});

test('too many files, and too much of them together, are refused', async () => {
  const log = file('app.log', 'x'.repeat(900));
  expect(await reasonOf(log, log)).toBe('too-large');
  const small = file('app.log', 'x');
  expect(await reasonOf(small, small, small)).toBe('too-many');
});

test('a name is kept without folders and without marks that hide its ending', async () => {
  const outcome = await checkAttachments([file('..\\../\u202egol.app.log', 'x')], rules);
  expect(outcome).toMatchObject({ files: [{ name: 'gol.app.log' }] });
});

test('a file field that was left empty is no file', async () => {
  const form = new FormData();
  form.append('attachments', new Blob([]), '');
  form.append('attachments', new Blob(['x']), 'a.log');
  form.append('attachments', 'text');
  expect((await readFiles(form)).map(({ name }) => name)).toEqual(['a.log']);
});
