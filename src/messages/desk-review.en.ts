/** What the desk says in the monthly review, in English; the shape every other language has. */
export const reviewEnglish = {
  month: 'Month',
  by: 'By',
  print: 'To print it, use the browser’s own print command: the page fits on paper.',
  cuts: { locale: 'Language', country: 'Country', topic: 'Topic', team: 'Team' },
  all: 'All',
  allIn: (month: string) => `All, ${month}`,
  unsaid: 'not said',
  caption: 'What the team steers by',
  columns: {
    tickets: 'Tickets',
    firstReplyHours: 'First reply (h)',
    resolutionHours: 'Resolution (h)',
    firstContact: 'First contact',
    resolved: 'Resolved',
    satisfaction: 'CSAT',
    promoters: 'NPS',
    effort: 'CES',
    selfService: 'Self-service',
    linkRate: 'Link rate',
    known: 'Known',
  },
  definitions: 'Definitions',
  defined: {
    tickets: 'Tickets sent in the month, as they stand today.',
    firstReplyHours: 'Median hours from sending to the first reply.',
    resolutionHours: 'Median hours from sending to being resolved.',
    firstContact:
      'Resolved tickets of the portal to which their sender added nothing, of all resolved tickets of the portal.',
    resolved: 'Tickets that are resolved or closed, of all.',
    satisfaction: 'Answers of 4 or 5, of all answers from 1 to 5; they come with imported tickets.',
    promoters:
      'Share of answers 9 and 10 minus share of answers 0 to 6, times 100; they come with imported tickets.',
    effort:
      'Mean answer to “how much effort?” after a suggestion that answered, from 1 (none) to 5 (much). By language only.',
    selfService: 'Readers, counted by day, for each person who sent a ticket. By language only.',
    linkRate: 'Resolved or closed tickets that name an article, of all resolved or closed.',
    known:
      'Tickets solved with an article that was being read on the day they came, of all tickets solved with an article. The rest had to be written: new.',
  },
  articles: 'Articles and gaps',
  written: 'Articles written or revised',
  retired: 'Articles retired',
  gapsClosed: 'Gaps closed',
};

/** Every text of the review. */
export type ReviewMessages = typeof reviewEnglish;
