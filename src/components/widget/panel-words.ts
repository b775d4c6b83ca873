import type { Messages } from '../../messages/messages.ts';

/** Sentences of the ticket form that the panel says, too. */
export const contactWords = [
  ...([
    'title',
    'topic',
    'product',
    'choose',
    'email',
    'emailHint',
    'name',
    'subject',
    'description',
  ] as const),
  ...([
    'descriptionHint',
    'optional',
    'send',
    'sending',
    'privacy',
    'errors',
    'notSent',
    'busy',
    'yes',
  ] as const),
  ...(['attachments', 'attachmentsHint', 'logSummary', 'log', 'logHint', 'checking'] as const),
] satisfies (keyof Messages['contact'])[];

/** Sentences about suggestions that the panel says, too. */
export const suggestionWords = [
  ...([
    'title',
    'matched',
    'solvedBefore',
    'updated',
    'solved',
    'notThis',
    'whyNot',
    'reasons',
    'noReason',
  ] as const),
  ...([
    'thanksTitle',
    'thanksText',
    'writeAnyway',
    'effort',
    'effortLow',
    'effortHigh',
    'effortThanks',
  ] as const),
] satisfies (keyof Messages['suggestions'])[];

/** One of them. */
export type ContactWord = (typeof contactWords)[number];
/** One of them. */
export type SuggestionWord = (typeof suggestionWords)[number];
