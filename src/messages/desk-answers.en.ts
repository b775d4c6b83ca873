/** What the desk says of answers a model wrote, in English. */
export const answersEnglish = {
  title: 'Answers in words',
  questions: 'Questions',
  answered: 'Answered',
  verified: 'Sentences verified',
  firstSentence: 'First sentence after',
  seconds: (value: string) => `${value} s`,
  calls: 'Calls of the model',
  cost: (currency: string) => `Cost in ${currency}`,
  solved: 'Solved, readers say',
  replies: 'Replies drafted',
  agents: 'Questions of programs (MCP)',
  draft: 'Draft a reply',
  draftNote:
    'A model writes it from the articles. Sender, addresses and numbers are taken out before anything is sent.',
  draftTitle: (reference: string) => `Reply to ${reference}`,
  draftBy: 'Draft written by an AI. Every sentence stands on the quote below it; read it before you send it.',
  draftText: 'Text to copy into your reply',
  greeting: (name: string) => (name === '' ? 'Hello,' : `Hello ${name},`),
  closing: 'Kind regards',
  readMore: 'More on this:',
  evidence: 'What each sentence stands on',
  sources: 'Passages found',
  back: 'Back to the ticket',
  refused: {
    'nothing-relevant': 'No article answers this ticket with certainty, so no reply was drafted.',
    'no-verified-quote': 'No sentence of the model could be verified. Here are the passages it had.',
    'model-unavailable': 'The model does not answer at the moment. Here are the passages that were found.',
    'budget-spent':
      'The calls of today are used up (answers.perDay in site.yaml). Here are the passages that were found.',
    'too-many-questions': 'The calls of today are used up. Here are the passages that were found.',
  },
};
