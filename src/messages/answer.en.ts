/** What the portal says around generated answers, in English. */
export const answerEnglish = {
  title: 'Answer',
  writtenBy: 'Answer written by an AI, from the passages below',
  ask: 'Write an answer from these articles',
  aboutTitle: 'A question about this article?',
  question: 'Your question',
  aboutPlaceholder: 'How do I…?',
  send: 'Ask',
  followUp: 'Ask a follow-up question',
  followUpPlaceholder: 'And what if…?',
  searching: 'Searching the articles…',
  writing: 'Checking each sentence against the articles…',
  understood: 'Understood as: {question}',
  sources: 'What the answer stands on',
  sourcesAlone: 'Passages found',
  updated: 'Updated on {date}',
  quoteOf: 'Quote {number}',
  solved: 'This answers my question',
  needHelp: 'I still need help',
  copy: 'Copy',
  copied: 'Copied',
  thanks: 'Good to know. Thank you.',
  why: 'What is missing?',
  reasons: {
    missing: 'Something is missing',
    wrong: 'It is wrong',
    outdated: 'It is out of date',
    unclear: 'I do not understand it',
    other: 'Something else',
  },
  thanksWhy: 'Thank you, it is noted.',
  contact: 'Write to the team',
  contactNote: 'Your questions and the answers come along; you can change them before sending.',
  refused: {
    'nothing-relevant': 'No article answers this question with certainty.',
    'other-language':
      'No article in this language answers with certainty. Here is what comes near in another one.',
    'no-verified-quote': 'No sentence could be verified in the articles. Here are the passages alone.',
    'model-unavailable': 'No answer could be written just now. Here are the passages alone.',
    'budget-spent':
      'All written answers of today are used up. Here are the passages alone; search goes on as ever.',
    'too-many-questions':
      'You have asked as many questions as a day allows. Here are the passages alone; search goes on as ever.',
  },
  cutOff: 'The answer ended before it was complete. What stands above is verified.',
  cardTitle: 'In short',
  transcript: 'What I asked on the portal:',
  transcriptQuestion: 'Question: {text}',
  transcriptAnswer: 'Answer: {text}',
};

/** Sentences around generated answers. */
export type AnswerMessages = typeof answerEnglish;
