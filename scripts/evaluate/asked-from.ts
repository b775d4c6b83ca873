import { askedExamples, ownTexts } from '../../src/search/asked-examples.ts';
import { AskedWords } from '../../src/search/asked-words.ts';
import type { SearchIndex } from '../../src/search/search-index.ts';
import { trainAskedModel } from '../../src/search/train-asked-model.ts';

const learnedAt = '2026-01-01T00:00:00Z';

/** What search knows after tickets were solved and the model was trained on them, as on a portal. */
export function askedFrom(index: SearchIndex, solved: { articleId: string; text: string }[]): AskedWords {
  const tickets = solved.map(({ articleId, text }, position) => ({
    reference: String(position).padStart(7, '0'),
    articleId,
    text,
    resolvedAt: learnedAt,
  }));
  const asked = new AskedWords();
  for (const ticket of tickets) asked.learn(ticket);
  if (tickets.length === 0) return asked;
  asked.useModel(trainAskedModel(askedExamples(tickets, ownTexts(index))), asked.changes);
  return asked;
}
