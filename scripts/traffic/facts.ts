/** The day and language of something that was made to happen. */
interface Where {
  day: string;
  locale: string;
}

/** What simulated people did, as they know it themselves: the truth that the desk's figures are held against. */
export type Fact = Where &
  (
    | { what: 'view'; articleId: string; person: string }
    | { what: 'vote'; articleId: string; isHelpful: boolean; reason?: string }
    | { what: 'contact'; articleId: string }
    | { what: 'effort'; value: number }
    | {
        what: 'search';
        query: string;
        isEmpty: boolean;
        clicks: { articleId: string; position: number }[];
        isRephrased: boolean;
        foundLater?: string;
      }
    | {
        what: 'draft';
        topic: string;
        isHeldOut: boolean;
        opened: string[];
        rejected: string[];
        solved: string[];
        outcome: 'explicit' | 'implicit' | 'deferred' | 'abandoned' | 'submitted';
      }
    | { what: 'ticket'; topic: string; email: string; read: string[]; resolution?: string }
  );

/** A fact of one kind. */
export type FactOf<What extends Fact['what']> = Extract<Fact, { what: What }>;

/** The facts of one kind. */
export function factsOf<What extends Fact['what']>(facts: readonly Fact[], what: What): FactOf<What>[] {
  return facts.filter((fact): fact is FactOf<What> => fact.what === what);
}
