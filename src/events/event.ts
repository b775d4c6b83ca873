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
  'submitted',
] as const;

/** One word for what a reader did, in the past tense. */
export type EventKind = (typeof eventKinds)[number];

/** Something a reader did; never who did it. */
export interface ReaderEvent {
  /** Random id made where the event happened: sending it twice counts once. */
  id: string;
  kind: EventKind;
  /** ISO 8601 in UTC. */
  at: string;
  locale: string;
  articleId?: string;
  /** Words searched, scrubbed of personal data. */
  query?: string;
  /** 1-based place of the hit or suggestion acted upon; the number of hits for `searched`. */
  position?: number;
  draftId?: string;
  /** `voted`: 1 helpful, 0 not; `rated`: 1 to 5. */
  value?: number;
  /** Why, in a word of a closed list: a rejection, a vote. */
  reason?: string;
}
