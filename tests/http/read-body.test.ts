import { describe, expect, test } from 'vitest';
import { readForm, readJson } from '../../src/http/read-body.ts';

const post = (body: BodyInit, type?: string): Request =>
  new Request('http://portal.example/', {
    method: 'POST',
    body,
    headers: type ? { 'content-type': type } : {},
  });

/** A body whose length is not announced, as a chunked upload. */
function chunked(chunks: number, chunkBytes: number): Request {
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sent++ === chunks) controller.close();
      else controller.enqueue(new Uint8Array(chunkBytes).fill(32));
    },
  });
  return new Request('http://portal.example/', {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json' },
    duplex: 'half',
  } as RequestInit);
}

describe('a JSON body', () => {
  test('is parsed, with or without a charset', async () => {
    expect(await readJson(post('{"a":1}', 'application/json; charset=utf-8'), 100)).toEqual({
      ok: true,
      value: { a: 1 },
    });
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp'])(
    'of type %s is refused: a foreign page could send it unasked',
    async (type) => {
      expect(await readJson(post('{"a":1}', type), 100)).toMatchObject({
        ok: false,
        refusal: { code: 'unsupported-type' },
      });
    },
  );

  test('that is announced too large is refused', async () => {
    expect(await readJson(post(JSON.stringify('x'.repeat(200)), 'application/json'), 100)).toMatchObject({
      ok: false,
      refusal: { code: 'too-large' },
    });
  });

  test('that turns out too large while it arrives is refused', async () => {
    expect(await readJson(chunked(50, 10), 100)).toMatchObject({ ok: false, refusal: { code: 'too-large' } });
  });

  test('that is broken says where', async () => {
    const outcome = await readJson(post('{"a":', 'application/json'), 100);
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'not-json' } });
  });
});

describe('a form', () => {
  test('gives its fields, the first value of each', async () => {
    const type = 'application/x-www-form-urlencoded';
    expect(await readForm(post('subject=%C3%89cran&subject=b&email=', type), 100)).toEqual({
      ok: true,
      value: { subject: 'Écran', email: '' },
    });
  });

  test('cannot set what objects inherit', async () => {
    const outcome = await readForm(post('__proto__=x', 'application/x-www-form-urlencoded'), 100);
    expect(outcome.ok && Object.getPrototypeOf(outcome.value)).toBe(Object.prototype);
  });
});
