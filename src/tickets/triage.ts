import { foldForSearch } from './ticket-row.ts';
import type { Routing, TicketPriority } from './ticket.ts';

/** Words that mean trouble, and what they change: `site.yaml`'s `urgent`. */
export interface UrgentRule {
  words: readonly string[];
  priority: TicketPriority;
  team?: string | undefined;
  replyWithinHours?: number | undefined;
}

/** What the words of a ticket change, and the shortest time the rules promise a reply in. */
export interface Triage extends Routing {
  replyWithinHours?: number;
}

/**
 * Where a text goes by the words in it: the highest priority of the rules it meets, and the team of the first rule with that priority.
 * Nothing is changed by a text that has none of the words.
 */
export function triageText(text: string, rules: readonly UrgentRule[]): Triage {
  const folded = foldForSearch(text);
  const met = rules
    .map((rule) => ({ ...rule, found: rule.words.filter((word) => hasWord(folded, word)) }))
    .filter(({ found }) => found.length > 0);
  const first = met.find(({ priority }) => priority === 'urgent') ?? met[0];
  if (!first) return {};
  const hours = met.flatMap(({ replyWithinHours = Infinity }) => replyWithinHours);
  const team = first.team ?? met.find((rule) => rule.team !== undefined)?.team;
  return {
    priority: first.priority,
    triage: [...new Set(met.flatMap(({ found }) => found))],
    ...(team !== undefined && { team }),
    ...(Math.min(...hours) < Infinity && { replyWithinHours: Math.min(...hours) }),
  };
}

/** Whole words, in the singular or plural; spaces stand for any white space, `*` at the end for any ending. */
function hasWord(folded: string, word: string): boolean {
  const isOpen = word.endsWith('*');
  const escaped = foldForSearch(isOpen ? word.slice(0, -1) : word)
    .trim()
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/['’]/g, "['’]")
    .replace(/\s+/g, '\\s+');
  const ending = isOpen ? '[\\p{L}\\p{N}]*' : '(?:s|es|x)?';
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}${ending}(?![\\p{L}\\p{N}])`, 'u').test(folded);
}
