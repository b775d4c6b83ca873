import type { AnswerMessages } from '../../messages/answer.en.ts';
import type { TurnTexts } from './answer-turn.ts';

/** Of the sentences around answers, those the script needs. */
export function turnTexts(text: AnswerMessages, locale: string): TurnTexts {
  const { searching, writing, understood, sources, sourcesAlone, updated, quoteOf, cutOff, refused } = text;
  return { locale, searching, writing, understood, sources, sourcesAlone, updated, quoteOf, cutOff, refused };
}
