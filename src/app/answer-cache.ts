import type { AnswerStep } from '../answers/answer-question.ts';

const maxAnswers = 500;

/** Complete answers, the most recently asked ones; in memory alone, for they begin with what a reader wrote. */
export interface AnswerCache {
  get(key: string): AnswerStep[] | undefined;
  keep(key: string, steps: AnswerStep[]): void;
}

/** Makes an empty cache; what was asked longest ago goes first. */
export function createAnswerCache(): AnswerCache {
  const answers = new Map<string, AnswerStep[]>();
  return {
    get(key) {
      const found = answers.get(key);
      if (!found) return undefined;
      answers.delete(key);
      answers.set(key, found);
      return found;
    },
    keep(key, steps) {
      answers.delete(key);
      answers.set(key, steps);
      const [oldest] = answers.keys();
      if (answers.size > maxAnswers && oldest !== undefined) answers.delete(oldest);
    },
  };
}

/** Two questions with one key have one answer: same words, same passages, same version of the index. */
export function answerKey(question: string, indexVersion: string, urls: string[]): string {
  const words = question.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
  return JSON.stringify([indexVersion, words, urls]);
}
