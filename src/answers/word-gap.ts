import { z } from 'zod';
import type { Model } from './model.ts';

/** What a model is told of a gap; nothing of it is personal. */
export interface GapToWord {
  locale: string;
  title: string;
  words: string[];
  samples: string[];
}

const reply = z.object({
  title: z.string().trim().min(5).max(120),
  outline: z.array(z.string().trim().min(3).max(160)).min(1).max(8),
});

const instructions = [
  'You help a support team plan a help article from questions of customers.',
  'Write the title an article for them should have, and an outline: at most six headings, in a sensible order.',
  'Use the language of the questions and the words of the customers. Invent no product, price or promise.',
  'Answer with JSON only: {"title": "…", "outline": ["…", "…"]}.',
].join(' ');

/** Asks a model for a better title and an outline; nothing when its reply is not what was asked for. */
export async function wordGap(
  { locale, title, words, samples }: GapToWord,
  model: Model,
  signal: AbortSignal,
): Promise<z.infer<typeof reply> | undefined> {
  const questions = samples.map((sample) => `- ${sample}`).join('\n');
  const content = `Language: ${locale}\nTypical question: ${title}\nFrequent words: ${words.join(', ')}\nQuestions:\n${questions}`;
  let text = '';
  const messages = [
    { role: 'system' as const, content: instructions },
    { role: 'user' as const, content },
  ];
  for await (const piece of model.reply(messages, signal)) text += piece;
  const parsed = reply.safeParse(jsonIn(text));
  return parsed.success ? parsed.data : undefined;
}

/** The object in a reply, whatever a model puts around it. */
function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1));
  } catch {
    return undefined;
  }
}
