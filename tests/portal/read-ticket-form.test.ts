import { describe, expect, it } from 'vitest';
import { readTicketForm, sentFields } from '../../src/components/contact/read-ticket-form.ts';
import { french } from '../../src/messages/fr.ts';

const { errors } = french.contact;
const filled = { email: ' lea@example.org ', subject: 'Facture', description: '' };
const read = (fields: Record<string, string>) => readTicketForm('fr', fields, french);

describe('a request sent by the form', () => {
  it('is the same as one sent by the API; empty fields are absent', () => {
    const fields = {
      ...filled,
      name: '',
      topic: 'billing',
      draftId: 'd-1',
      earlierDrafts: 'd-2 d-3',
      website: '',
    };
    expect(read(fields)).toEqual({
      ticket: {
        locale: 'fr',
        email: 'lea@example.org',
        subject: 'Facture',
        description: '',
        topic: 'billing',
        draftId: 'd-1',
        earlierDrafts: ['d-2', 'd-3'],
      },
    });
  });

  it.each([
    ['an address that is not one', { ...filled, email: 'lea@' }, { email: errors.email }],
    ['no address', { subject: 'Facture' }, { email: errors.email }],
    ['no text at all', { email: 'lea@example.org', subject: ' ' }, { description: errors.empty }],
    ['too long a subject', { ...filled, subject: 'x'.repeat(301) }, { subject: errors.tooLong }],
  ])('with %s says so beside the field, in the reader’s language', (_case, fields, mistakes) => {
    expect(read(fields)).toEqual({ mistakes });
  });

  it('leaves files out', () => {
    const form = new FormData();
    form.set('subject', 'Facture');
    form.set('log', new Blob(['x']), 'log.txt');
    expect(sentFields(form)).toEqual({ subject: 'Facture' });
  });

  it('tells which article it was written from, what was searched, and the answers to the fields of its topic', () => {
    const sent = {
      ...filled,
      article: 'fr/a',
      searched: 'facture\n\nduplicata',
      'field.version': '2.4',
      'field.os': ' ',
    };
    expect(read(sent)).toMatchObject({
      ticket: { article: 'fr/a', searched: ['facture', 'duplicata'], fields: { version: '2.4' } },
    });
  });
});
