import { hasModel, ModelUnavailable, type Model } from '../answers/model.ts';
import { wordGap } from '../answers/word-gap.ts';
import { scrub } from '../privacy/scrub.ts';
import { keepWording } from '../reports/gaps/gap-states.ts';
import type { Gap, GapReport } from '../reports/gaps/gap.ts';
import type { Settings } from '../settings.ts';
import type { Store } from '../store/open-store.ts';

/** The first gaps are what a team reads; wording more would only cost. */
const maxWorded = 12;
const timeoutMs = 15_000;

/**
 * Gives the first gaps to write a title and an outline by the owner's model, once each, and keeps them. Without a model,
 * or while it does not answer, the report stays in the customers' words.
 */
export async function wordGaps(store: Store, { openai }: Settings, report: GapReport): Promise<GapReport> {
  const wanted = report.gaps
    .slice(0, maxWorded)
    .filter(({ kind, generated }) => kind === 'write' && !generated);
  if (!hasModel(openai) || wanted.length === 0) return report;
  const { openAiModel } = await import('../answers/openai-model.ts');
  const worded = await wordEach(store, wanted, openAiModel(openai));
  return { ...report, gaps: report.gaps.map((gap) => worded.get(gap.id) ?? gap) };
}

async function wordEach(store: Store, gaps: Gap[], model: Model): Promise<Map<string, Gap>> {
  const worded = new Map<string, Gap>();
  try {
    for (const gap of gaps) {
      const wording = await wordGap(gap, model, AbortSignal.timeout(timeoutMs));
      if (!wording) continue;
      const generated = { title: scrub(wording.title), outline: wording.outline.map(scrub) };
      await keepWording(store, gap.id, generated);
      worded.set(gap.id, { ...gap, generated });
    }
  } catch (error) {
    if (!(error instanceof ModelUnavailable)) throw error;
  }
  return worded;
}
