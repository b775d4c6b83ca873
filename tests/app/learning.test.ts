import { expect, test } from 'vitest';
import { startLearning } from '../../src/app/learning.ts';
import { AskedWords } from '../../src/search/asked-words.ts';
import { reopenTicket, resolveTicket } from '../../src/tickets/change-ticket.ts';
import { eraseRequester } from '../../src/tickets/erase-requester.ts';
import { submitTicket } from '../../src/tickets/submit-ticket.ts';
import { describeOnEachDatabase } from '../store/each-store.ts';

const clock = () => new Date('2026-11-22T10:00:00Z');
const fail = (error: unknown): never => {
  throw error;
};

describeOnEachDatabase('learning', (place) => {
  async function send(email: string): Promise<string> {
    const description = 'La roue tourne sans fin';
    const text = { locale: 'fr', email, subject: 'Bloqué', description };
    const outcome = await submitTicket(place.store, text, { clock, timeZone: 'UTC' });
    return 'ticket' in outcome ? outcome.ticket.reference : '';
  }

  test('follows tickets solved, opened again and erased, on every node, and asks for training each time', async () => {
    let requests = 0;
    const training = { request: () => void requests++, stop: () => Promise.resolve() };
    const nodes = await Promise.all(
      [place.store, await place.openAgain()].map(async (store) => {
        const asked = new AskedWords();
        return { asked, learning: await startLearning(store, asked, training, fail) };
      }),
    );
    const sizes = () => nodes.map(({ asked }) => asked.size);
    const polled = { timeout: 10_000 };
    expect(requests).toBe(0);

    const reference = await send('a@example.org');
    await send('b@example.org').then((other) => resolveTicket(place.store, other, 'fr/session', clock));
    await resolveTicket(place.store, reference, 'fr/session', clock);
    await expect.poll(sizes, polled).toEqual([2, 2]);
    expect(requests).toBeGreaterThanOrEqual(2);

    await reopenTicket(place.store, reference);
    await expect.poll(sizes, polled).toEqual([1, 1]);

    await eraseRequester(place.store, 'b@example.org');
    await expect.poll(sizes, polled).toEqual([0, 0]);
    await Promise.all(nodes.map(({ learning }) => learning.stop()));
  });
});
