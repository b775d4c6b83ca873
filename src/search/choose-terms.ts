import { analyse } from './analyse.ts';
import type { Term } from './analyse.ts';
import { informationOf } from './query-unit.ts';
import type { ReadDraft } from './read-draft.ts';
import type { SearchIndex } from './search-index.ts';

/** Text that chosen terms point into, and the terms in its order. */
export interface ChosenTerms {
  text: string;
  terms: Term[];
}

const maxTerms = 24;
const insistence = { subject: 1.6, message: 1, errors: 0.8 } as const;
/** Words said late in a message say less about it than its beginning. */
const fadingChars = 1200;

/** The words of a draft that say most about it, so that its cost does not grow with its length. */
export function chooseTerms(index: SearchIndex, draft: ReadDraft): ChosenTerms {
  const text = [draft.subject, draft.message, draft.errors].join('\n');
  const messageStart = draft.subject.length + 1;
  const errorsStart = messageStart + draft.message.length + 1;
  const content = analyse(index.locale, text).filter((term) => !term.isStop && term.folded.length > 1);
  index.lexicon.require(content.map((term) => term.folded));
  index.terms.require(
    [],
    content.map((term) => term.text),
  );
  const gains = new Map<string, { term: Term; gain: number }>();
  for (const term of content) {
    const number = index.terms.find(term.text) ?? index.lexicon.get(term.folded)?.terms[0];
    if (number === undefined && term.role === 'whole') continue;
    const information = informationOf(
      number === undefined ? 0 : index.terms.count(number),
      index.sectionCount,
    );
    const place = term.start < messageStart ? 'subject' : term.start < errorsStart ? 'message' : 'errors';
    const gain =
      (information * insistence[place]) / (1 + Math.max(term.start - messageStart, 0) / fadingChars);
    const known = gains.get(term.text);
    gains.set(term.text, known ? { term: known.term, gain: known.gain + gain / 3 } : { term, gain });
  }
  const best = [...gains.values()].sort((one, other) => other.gain - one.gain).slice(0, maxTerms);
  return { text, terms: best.map(({ term }) => term).sort((one, other) => one.start - other.start) };
}
