import { afterEach, expect, test } from 'vitest';
import { wordGaps } from '../../src/app/gap-wording.ts';
import { gatherGaps } from '../../src/reports/gaps/find-gaps.ts';
import { registerGaps } from '../../src/reports/gaps/gap-register.ts';
import { readGapStates, withStates } from '../../src/reports/gaps/gap-states.ts';
import type { GapReport } from '../../src/reports/gaps/gap.ts';
import { readSettings } from '../../src/settings.ts';
import { toRow } from '../../src/tickets/ticket-row.ts';
import {
  failing,
  startModelServer,
  streamed,
  type ModelReply,
  type ModelServer,
} from '../answers/model-server.ts';
import { gapInput, questions, tickets } from '../reports/help-desk.ts';
import { describeOnEachDatabase } from '../store/each-store.ts';

const wording = {
  title: 'Retrouver ses points de fidélité',
  outline: ['Voir ses points', 'Points manquants'],
};
let server: ModelServer | undefined;
afterEach(() => server?.close());

/** The settings of an owner whose model answers so. */
async function withModel(reply: ModelReply) {
  server = await startModelServer(reply);
  return readSettings({ OPENAI_BASE_URL: server.baseUrl, OPENAI_MODEL: 'test' });
}

describeOnEachDatabase('the wording of gaps', (place) => {
  /** The report on a loyalty card that no article explains, in a store that knows its tickets and gaps. */
  async function report(): Promise<GapReport> {
    const asked = tickets('loyalty', questions.loyalty);
    for (const { id, subject, description, createdAt } of asked) {
      const row = toRow({
        ...{ reference: id, status: 'open', locale: 'fr', subject, description, createdAt },
        ...{ tags: [], suggestions: [], source: 'portal' },
      });
      await place.store.database
        .insertInto('tickets')
        .values(row)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
    const now = new Date('2026-11-22T10:00:00Z');
    return registerGaps(place.store, gatherGaps(gapInput(asked)), {
      now,
      isWhole: true,
      closedBy: new Map(),
    });
  }

  test('stays in the customers’ words while the model does not answer, or answers something else', async () => {
    const found = await report();
    for (const reply of [failing(500), streamed('Bonjour !'), streamed('{"title": "x"}')]) {
      expect(await wordGaps(place.store, await withModel(reply), found)).toEqual(found);
      await server?.close();
    }
    expect(await wordGaps(place.store, readSettings({}), found)).toEqual(found);
  });

  test('comes from the model when there is one, is marked as generated, kept, and asked for once', async () => {
    const settings = await withModel(streamed('Voici : ', JSON.stringify(wording)));
    const found = await report();
    const worded = await wordGaps(place.store, settings, found);
    expect(worded.gaps[0]).toMatchObject({ kind: 'write', title: found.gaps[0]?.title, generated: wording });
    expect(server?.requests).toHaveLength(1);
    const again = withStates(await report(), await readGapStates(place.store));
    expect(again.gaps[0]?.generated).toEqual(wording);
    await wordGaps(place.store, settings, again);
    expect(server?.requests).toHaveLength(1);
  });

  test('is asked for without anything that tells who wrote', async () => {
    const settings = await withModel(streamed(JSON.stringify(wording)));
    const found = await report();
    const [gap] = found.gaps;
    if (!gap) throw new Error('There is no gap.');
    const fresh = { ...gap };
    delete fresh.generated;
    await wordGaps(place.store, settings, { ...found, gaps: [fresh] });
    const sent = JSON.stringify(server?.requests);
    expect(sent).toContain('fidélité');
    expect(sent).not.toMatch(/requester|loyalty-\d|@/);
  });
});
