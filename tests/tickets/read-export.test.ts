import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../src/tickets/decode-text.ts';
import { helpDesks } from '../../src/tickets/help-desks.ts';
import type { ImportSource } from '../../src/tickets/help-desks.ts';
import { readImportedTicket } from '../../src/tickets/imported-ticket.ts';
import type { ImportRecord } from '../../src/tickets/import-tickets.ts';
import { mapRecords } from '../../src/tickets/map-record.ts';
import { readExport } from '../../src/tickets/read-export.ts';

const rules = { source: 'test', now: new Date('2026-11-22T10:00:00Z'), localeOf: () => 'fr' };

async function* inChunks<Part>(parts: Part[]): AsyncGenerator<Part> {
  for (const part of parts) yield await Promise.resolve(part);
}

async function read(text: string, chunkChars = 7): Promise<ImportRecord[]> {
  const chunks = text.match(new RegExp(`[\\s\\S]{1,${chunkChars}}`, 'g')) ?? [];
  return collect(readExport(inChunks([...chunks])));
}

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

async function readTickets(text: string, source: ImportSource, columns = {}): Promise<unknown[]> {
  const records = mapRecords(readExport(inChunks([text])), helpDesks[source], columns);
  return (await collect(records)).map((record) => {
    const verdict = 'reason' in record ? record : readImportedTicket(record.value, rules);
    return 'ticket' in verdict ? verdict.ticket : verdict.reason;
  });
}

describe('a file of JSON lines', () => {
  test('is read line by line; a broken line is named and the rest goes on', async () => {
    const records = await read('\ufeff{"id":1}\r\n\n{"id":\n[1\n{"id":2}');
    expect(records).toEqual([
      { line: 1, value: { id: 1 } },
      { line: 3, reason: expect.stringMatching(/^is not JSON: /) as string },
      { line: 4, reason: expect.stringMatching(/^is not JSON: /) as string },
      { line: 5, value: { id: 2 } },
    ]);
  });

  test('whose first line is broken is still read', async () => {
    expect(await read('{"id": 1, "subject": "cut\n{"id":2}\n')).toMatchObject([
      { line: 1 },
      { line: 2, value: { id: 2 } },
    ]);
  });

  test('gives every object back, however it is cut into chunks', async () => {
    const lines = fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(lines, fc.integer({ min: 1, max: 50 }), async (objects, chunkChars) => {
        fc.pre(
          objects.every(
            (object) =>
              !['tickets', 'issues', 'conversations', 'results', 'items', 'data', '_embedded'].some(
                (key) => key in object,
              ),
          ),
        );
        const records = await read(objects.map((object) => JSON.stringify(object)).join('\n'), chunkChars);
        expect(records.map((record) => 'value' in record && record.value)).toEqual(
          objects.map((object) => JSON.parse(JSON.stringify(object)) as unknown),
        );
      }),
      { numRuns: 200 },
    );
  });
});

describe('a JSON document', () => {
  test.each([
    ['[{"id":1},{"id":2}]', 2],
    ['[\n  {\n    "id": 1\n  }\n]', 1],
    ['{\n "tickets": [ {"id":1}, {"id":2} ],\n "count": 2\n}', 2],
    ['{"issues":[{"key":"A-1"}]}', 1],
    ['{"_embedded":{"conversations":[{"id":1}]}}', 1],
    ['', 0],
  ])('gives its tickets: %s', async (text, count) => {
    expect(await read(text)).toHaveLength(count);
  });

  test('that is cut short is one line that cannot be read', async () => {
    expect(await read('[{"id":1},')).toMatchObject([
      { line: 1, reason: expect.stringMatching(/not JSON/) as string },
    ]);
  });
});

describe('a table', () => {
  test('with commas, semicolons or tabs, quotes and line breaks in cells, is read', async () => {
    for (const separator of [',', ';', '\t']) {
      const text = `id${separator}subject\n1${separator}"a ""b""\nc"\n2${separator}d\n`;
      expect(await read(text)).toMatchObject([
        { value: { id: '1', subject: 'a "b"\nc' } },
        { line: 4, value: { id: '2', subject: 'd' } },
      ]);
    }
  });

  test('with a broken row goes on after it', async () => {
    const records = await read('id,subject\n1,a\n2,b"c"d"\n3,"e"f\n4,g\n', 100);
    expect(records.filter((record) => 'value' in record).map((record) => record.value)).toContainEqual({
      id: '4',
      subject: 'g',
    });
    expect(records.some((record) => 'reason' in record)).toBe(true);
  });

  test('of a French spreadsheet is understood by its own column names', async () => {
    const text =
      'Numéro;Objet;Demande;Adresse e-mail;Statut;Créé le\n7;Prix;Combien ?;Ana@example.org;Résolu;22/11/2026 10:30\n';
    expect(await readTickets(text, 'csv')).toMatchObject([
      {
        reference: '7',
        subject: 'Prix',
        description: 'Combien ?',
        requester: 'ana@example.org',
        status: 'resolved',
        createdAt: '2026-11-22T10:30:00.000Z',
        source: 'test',
      },
    ]);
  });

  test('with other names is read with the columns one names', async () => {
    const columns = { subject: 'Betreff', description: 'Frage' };
    expect(await readTickets('Betreff,Frage\nPreis,Wie viel?\n', 'csv', columns)).toMatchObject([
      { subject: 'Preis', description: 'Wie viel?', reference: expect.stringMatching(/^I-/) as string },
    ]);
  });

  test.each([
    ['UTF-8', Buffer.from('objet\néchéance')],
    ['Windows-1252', Buffer.from('objet\néchéance', 'latin1')],
    ['UTF-16', Buffer.from('\ufeffobjet\néchéance', 'utf16le')],
  ])('in %s keeps its accents', async (_encoding, bytes) => {
    const parts = [bytes.subarray(0, 3), bytes.subarray(3)];
    const whole = _encoding === 'Windows-1252' ? [bytes] : parts;
    const text = (await collect(decodeText(inChunks(whole)))).join('');
    expect(text).toBe('objet\néchéance');
  });
});

describe('an export of', () => {
  const exports: [ImportSource, string, string, object | string][] = [
    [
      'zendesk',
      'JSON lines',
      '{"id":35436,"subject":"Help","description":"My printer","status":"hold","created_at":"2026-07-20T22:55:29Z","tags":["a","b"],"via":{"channel":"email","source":{"from":{"address":"Ana@example.org","name":"Ana"}}}}',
      {
        reference: '35436',
        status: 'pending',
        requester: 'ana@example.org',
        name: 'Ana',
        tags: ['a', 'b'],
        createdAt: '2026-07-20T22:55:29.000Z',
      },
    ],
    [
      'zendesk',
      'a view as CSV',
      'Id,Subject,Requester,Requester email,Status,Requested,Tags\n12,Help,Ana,ana@example.org,Solved,2026-07-20 22:55,a b\n',
      {
        reference: '12',
        status: 'resolved',
        requester: 'ana@example.org',
        tags: ['a', 'b'],
        createdAt: '2026-07-20T22:55:00.000Z',
      },
    ],
    ['zendesk', 'a deleted ticket', '{"id":1,"subject":"x","status":"deleted"}', 'is spam or deleted there'],
    [
      'freshdesk',
      'an API page',
      '[{"id":9,"subject":"Help","description":"<div>My<br>printer</div>","status":4,"created_at":"2026-07-20T22:55:29Z","requester":{"email":"a@example.org"},"stats":{"resolved_at":"2026-07-21T08:00:00Z"}}]',
      {
        reference: '9',
        description: 'My\nprinter',
        status: 'resolved',
        requester: 'a@example.org',
        resolvedAt: '2026-07-21T08:00:00.000Z',
      },
    ],
    [
      'freshdesk',
      'CSV',
      'Ticket ID,Subject,Status,Created time,Resolved time,Full name,Email\n9,Help,Waiting on Customer,2026-07-20 22:55:29,,Ana,a@example.org\n',
      { reference: '9', status: 'pending', name: 'Ana', createdAt: '2026-07-20T22:55:29.000Z' },
    ],
    [
      'helpscout',
      'an API page',
      '{"_embedded":{"conversations":[{"id":1001,"number":349,"subject":"Help","status":"active","createdAt":"2026-07-20T22:55:29Z","primaryCustomer":{"first":"Ana","email":"a@example.org"},"tags":[{"id":9,"tag":"vip"}],"_embedded":{"threads":[{"body":"Answer"},{"body":"<p>My printer</p>"}]}}]}}',
      {
        reference: '349',
        status: 'open',
        description: 'My printer',
        tags: ['vip'],
        name: 'Ana',
        requester: 'a@example.org',
      },
    ],
    [
      'jira',
      'CSV with repeated columns',
      'Summary,Issue key,Issue id,Status,Reporter,Created,Resolved,Labels,Labels,Description\nHelp,IT-7,10007,Done,a@example.org,15/Jan/26 10:30 AM,16/Jan/26 9:00 AM,one,two,My printer\n',
      {
        reference: 'IT-7',
        status: 'resolved',
        tags: ['one', 'two'],
        createdAt: '2026-01-15T10:30:00.000Z',
        description: 'My printer',
      },
    ],
    [
      'jira',
      'a search page',
      '{"issues":[{"id":"10007","key":"IT-7","fields":{"summary":"Help","status":{"name":"À traiter","statusCategory":{"key":"new"}},"created":"2026-01-15T10:30:00.000+0100","reporter":{"displayName":"Ana","emailAddress":"a@example.org"},"labels":["one"],"description":{"type":"doc","version":1,"content":[{"type":"paragraph","content":[{"type":"text","text":"My "},{"type":"text","text":"printer"}]},{"type":"paragraph","content":[{"type":"text","text":"burns"}]}]}}}]}',
      {
        reference: 'IT-7',
        status: 'open',
        createdAt: '2026-01-15T09:30:00.000Z',
        description: 'My printer\nburns',
        tags: ['one'],
      },
    ],
  ];
  test.each(exports)('%s: %s', async (source, _what, text, expected) => {
    const [ticket] = await readTickets(text, source);
    if (typeof expected === 'string') expect(ticket).toBe(expected);
    else expect(ticket).toMatchObject(expected);
  });
});

describe('a line of an import', () => {
  const mistakes: [object | string | number | null, RegExp][] = [
    [{}, /neither a subject nor a description/],
    [{ id: 1, subject: '  ' }, /neither/],
    [{ subject: 'x', createdAt: 'soon' }, /createdAt: "soon" is not a date/],
    [{ subject: 'x', createdAt: '0001-01-01' }, /is not a date/],
    [{ subject: 'x', resolution: 'Fixed' }, /resolution: is not the id of an article/],
    ['text', /is not a ticket/],
    [null, /is not a ticket/],
    [7, /is not a ticket/],
  ];
  test.each(mistakes)('%j is left out with the reason', async (value, reason) => {
    expect(await readTickets(JSON.stringify([value]), 'jsonl')).toEqual([expect.stringMatching(reason)]);
  });

  test('needs only a subject or a description', async () => {
    expect(await readTickets('{"description":"Où ?"}', 'jsonl')).toEqual([
      {
        reference: expect.stringMatching(/^I-[0-9a-f]{16}$/) as string,
        status: 'open',
        locale: 'fr',
        subject: '',
        description: 'Où ?',
        tags: [],
        suggestions: [],
        source: 'test',
        createdAt: '2026-11-22T10:00:00.000Z',
      },
    ]);
  });

  test('with a resolution or its time is resolved when it does not say', async () => {
    const text = '{"subject":"a","resolution":"fr/x"}\n{"subject":"b","resolvedAt":"2026-01-01"}';
    expect(await readTickets(text, 'jsonl')).toMatchObject([{ status: 'resolved' }, { status: 'resolved' }]);
  });
});
