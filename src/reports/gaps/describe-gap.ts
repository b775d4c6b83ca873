import { analyse } from '../../search/analyse.ts';
import type { Trend } from './gap.ts';
import type { TicketGroup } from './group-tickets.ts';

/** A word as customers write it, with what the index looks it up by. */
export interface CustomerWord {
  term: string;
  word: string;
}

const maxWords = 8;
const minWordLetters = 3;
const minWordShare = 0.15;
/** A word has to be this many times as frequent in a group as in all tickets. */
const minLift = 2;
const maxTextsRead = 400;

/** In how many texts each term occurs, and how it is mostly written. */
export class WordCounts {
  readonly texts: number;
  private readonly counts = new Map<string, number>();
  private readonly spellings = new Map<string, Map<string, number>>();

  constructor(locale: string, texts: string[]) {
    this.texts = texts.length;
    for (const text of texts) {
      const words = new Map(
        analyse(locale, text)
          .filter(
            (term) => !term.isStop && term.folded.length >= minWordLetters && /\p{L}/u.test(term.folded),
          )
          .map((term) => [term.text, term.word]),
      );
      for (const [term, word] of words) {
        this.counts.set(term, (this.counts.get(term) ?? 0) + 1);
        const spellings = this.spellings.get(term) ?? new Map<string, number>();
        this.spellings.set(term, spellings.set(word, (spellings.get(word) ?? 0) + 1));
      }
    }
  }

  get terms(): IterableIterator<string> {
    return this.counts.keys();
  }

  share(term: string): number {
    return (this.counts.get(term) ?? 0) / Math.max(this.texts, 1);
  }

  spelling(term: string): string {
    const spellings = [...(this.spellings.get(term) ?? [])];
    return spellings.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? term;
  }
}

/** The words that set a group apart from all tickets: frequent here and rarer elsewhere, strongest first. */
export function tellingWords(here: WordCounts, everywhere: WordCounts): CustomerWord[] {
  const frequent = [...here.terms]
    .filter((term) => here.share(term) >= minWordShare || here.texts <= 2)
    .map((term) => {
      const elsewhere = Math.max(everywhere.share(term), 1 / Math.max(everywhere.texts, 1));
      const lift = here.share(term) / elsewhere;
      return { term, lift, strength: here.share(term) * Math.log(1 + lift) };
    });
  const telling = frequent.filter(({ lift }) => lift >= minLift);
  // A group that is nearly all tickets has no word of its own: then its frequent ones say what it is about.
  return (telling.length > 0 ? telling : frequent)
    .sort((a, b) => b.strength - a.strength || (a.term < b.term ? -1 : 1))
    .slice(0, maxWords)
    .map(({ term }) => ({ term, word: here.spelling(term) }));
}

/** The words of a group, counted; of a very large one, of part of it. */
export function groupWords(locale: string, { texts }: TicketGroup): WordCounts {
  return new WordCounts(locale, texts.slice(0, maxTextsRead));
}

/** Compares the two halves of a period; a difference that chance explains well is `steady`. */
export function trendOf(times: string[], since: string, until: string): Trend {
  const middle = (Date.parse(since) + Date.parse(until)) / 2;
  const late = times.filter((time) => Date.parse(time) >= middle).length;
  const early = times.length - late;
  const isChance = Math.abs(late - early) <= 2 * Math.sqrt(times.length);
  if (isChance) return 'steady';
  return late > early ? 'growing' : 'shrinking';
}
