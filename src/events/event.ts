/** The closed list of what a reader can do; the browser sends some, the server records the others. */
export const eventKinds = [
  'viewed',
  'searched',
  'clicked',
  'suggested',
  'opened',
  'rejected',
  'solved',
  'rated',
  'voted',
  'asked',
  'judged',
  'contacted',
  'submitted',
] as const;

/** One word for what a reader did, in the past tense. */
export type EventKind = (typeof eventKinds)[number];

/** Why a suggestion was rejected or an article did not help: the buttons there are. */
export const eventReasons = [
  'missing',
  'unclear',
  'wrong',
  'outdated',
  'not-related',
  'not-enough',
  'other',
] as const;

/** One reason of the closed list. */
export type EventReason = (typeof eventReasons)[number];

/** Something a reader did; never who did it. */
export interface ReaderEvent {
  /** Random id made where the event happened: sending it twice counts once. */
  id: string;
  kind: EventKind;
  /** ISO 8601 in UTC. */
  at: string;
  locale: string;
  articleId?: string | undefined;
  /** Words searched; scrubbed of personal data when they are kept. */
  query?: string | undefined;
  /** 1-based place of the hit or suggestion acted upon; the number of hits for `searched`, of sentences shown for `asked`. */
  position?: number | undefined;
  /** The draft acted upon. It is never kept with the event: what happens in a form is not joined to what else was read. */
  draftId?: string | undefined;
  /** `voted` and, of an answer, `judged`: 1 helpful, 0 not; `rated`: 1 to 5. */
  value?: number | undefined;
  reason?: EventReason | undefined;
  /** `searched`: the product the search was narrowed to. Of an article it is known where the event is recorded. */
  product?: string | undefined;
  /** `voted`: what the reader would change, in their words; scrubbed of personal data when it is kept. */
  comment?: string | undefined;
}
