import { answerEnglish, type AnswerMessages } from './answer.en.ts';
import { answerFrench } from './answer.fr.ts';

const languages: Record<string, AnswerMessages> = { en: answerEnglish, fr: answerFrench };

/** The sentences around generated answers, for a locale: its base language, else English. */
export function answerMessagesFor(locale: string): AnswerMessages {
  const [language = locale] = locale.split('-');
  return languages[locale] ?? languages[language] ?? answerEnglish;
}
