import { expect, test } from 'vitest';
import { fieldMistakes, fieldsOf } from '../../src/app/check-fields.ts';
import { readSite } from '../../src/site.ts';
import { siteFolder } from './site-folder.ts';

const { fields } = readSite(
  siteFolder(`
topics: [{ id: plugin, name: { en: Plug-in } }, { id: billing, name: { en: Billing } }]
fields:
  - { id: version, label: { en: Version }, required: true, topics: [plugin] }
  - { id: os, label: { en: System }, kind: select, options: [{ id: mac, name: { en: Mac } }], topics: [plugin] }
  - { id: seats, label: { en: Seats }, kind: number, topics: [billing] }
  - { id: since, label: { en: Since }, kind: date }
  - { id: agreed, label: { en: Agreed }, kind: checkbox }
`),
);
const idsFor = (topic?: string): string[] => fieldsOf(fields, topic).map(({ id }) => id);

test('a topic asks its own fields and those of every topic', () => {
  expect(idsFor('plugin')).toEqual(['version', 'os', 'since', 'agreed']);
  expect(idsFor('billing')).toEqual(['seats', 'since', 'agreed']);
  expect(idsFor()).toEqual(['since', 'agreed']);
});

test.each([
  ['plugin', { version: '2.4' }, {}],
  ['plugin', { version: ' ' }, { version: 'required' }],
  ['plugin', { version: '1', os: 'windows' }, { os: 'not-accepted' }],
  ['plugin', { version: 'x'.repeat(501) }, { version: 'too-long' }],
  ['billing', { seats: 'many' }, { seats: 'not-accepted' }],
  ['billing', { seats: '12,5', version: '2' }, { version: 'unknown' }],
  ['billing', { since: 'yesterday', agreed: 'no' }, { since: 'not-accepted', agreed: 'not-accepted' }],
])('answers for %s: %o', (topic, answers: Record<string, string>, mistakes) => {
  expect(fieldMistakes(fieldsOf(fields, topic), answers)).toEqual(mistakes);
});

test.each([
  ['a topic that is not there', 'fields: [{ id: a, label: { en: A }, topics: [nope] }]', /no topic "nope"/],
  ['the same id twice', 'fields: [{ id: a, label: { en: A } }, { id: a, label: { en: B } }]', /used twice/],
  ['a choice without options', 'fields: [{ id: a, label: { en: A }, kind: select }]', /"select" has options/],
  ['a size beyond what is read', 'attachments: { maxTotalMb: 500 }', /attachments.maxTotalMb/],
  ['a word too short to mean anything', 'urgent: [{ words: [x] }]', /urgent/],
])('site.yaml with %s says so', (_case, yaml, message) => {
  expect(() => readSite(siteFolder(yaml))).toThrow(message);
});
