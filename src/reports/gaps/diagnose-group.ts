import type { GapKind } from './gap.ts';
import type { TicketGroup } from './group-tickets.ts';
import type { Replay } from './replay-group.ts';
import weights from './weights.json' with { type: 'json' };

/** What speaks for or against an article answering a group of tickets. */
export interface Evidence {
  /** Always 1: what is believed before anything is known. */
  bias: number;
  /** How much more than usual an article's question kept the tickets company: a difference of log-odds. */
  together: number;
  /** Greatest share of the texts nearest to one article's question that are in the group. */
  reverse: number;
  /** Mean confidence of the best article of each ticket, as log-odds. */
  forward: number;
  /** Mean confidence of the article that most tickets lead to, as log-odds. */
  agreed: number;
  /** Natural logarithm of the number of tickets. */
  size: number;
}

/** What to do about a group, or that its article is found as it is. */
export type Diagnosis =
  | { kind: 'write' | 'route'; unanswered: number }
  | { kind: 'make-findable' | 'rewrite'; unanswered: number; articleId: string }
  | { kind: 'found'; unanswered: number; articleId: string };

/** From this likelihood on, that no article answers is worth a writer's look: a wrong `write` costs less than a missed one. */
const minUnanswered = 0.4;
/** Below this, nobody would say that an article answers, however rare unanswered groups were where the model learned. */
const minLeadConfidence = 0.15;
/** From here on, questions of articles keep nearly all tickets company: there are too many for it to mean anything. */
const saturatedCompany = 0.9;
const leastShare = 0.02;
const minOpened = 2;
const openedShare = 0.3;
const foundShare = 2 / 3;
const personalShare = 0.6;

/**
 * How often an article's question keeps tickets company in general. Among many articles and few tickets it nearly always
 * does, and says nothing; what counts is who differs from that.
 */
export function usualCompany(groups: TicketGroup[]): number {
  const all = groups.reduce((sum, { tickets }) => sum + tickets.length, 0);
  const sum = groups.reduce((sum, { tickets, withQuestion }) => sum + withQuestion * tickets.length, 0);
  return all === 0 ? 0 : sum / all;
}

/** Collects the evidence of a group; `usual` is the `usualCompany` of all groups. */
export function evidenceOf(group: TicketGroup, replay: Replay, usual: number): Evidence {
  return {
    bias: 1,
    together: logOdds(group.withQuestion) - logOdds(usual),
    reverse: group.asked[0]?.share ?? 0,
    forward: logOdds(replay.bestConfidence),
    agreed: logOdds(replay.nearest[0]?.confidence ?? 0),
    size: Math.log(group.tickets.length),
  };
}

/** Log-odds of a share, kept finite where it is 0 or 1. */
function logOdds(share: number): number {
  return Math.log((share + leastShare) / (1 + leastShare - share));
}

/** How likely no article answers a group, 0 to 1: a logistic model learned from knowledge bases with articles left out. */
export function unansweredLikelihood(evidence: Evidence): number {
  const answered: Record<string, number> = weights;
  const sum = Object.entries(evidence).reduce(
    (total, [name, value]: [string, number]) => total + (answered[name] ?? 0) * value,
    0,
  );
  return 1 / (1 + Math.exp(sum));
}

/**
 * Says what to do about a group. An article that enough senders opened before they wrote is unclear, however it ranks;
 * then the evidence of all tickets together decides whether any article answers, and if one does, whether it is found.
 */
export function diagnoseGroup(
  group: TicketGroup,
  replay: Replay,
  { usual, threshold }: { usual: number; threshold: number },
): Diagnosis {
  const unanswered = unansweredLikelihood(evidenceOf(group, replay, usual));
  const opened = mostOpened(group);
  if (opened) return { kind: 'rewrite', unanswered, articleId: opened };
  const articleId = answeringArticle(group, replay);
  const isInCompany = usual < saturatedCompany && group.withQuestion > usual;
  const leads = isInCompany || (replay.nearest[0]?.confidence ?? 0) >= minLeadConfidence;
  if (unanswered >= minUnanswered || !leads || !articleId)
    return { kind: isPersonal(group) ? 'route' : 'write', unanswered };
  return { kind: isFound(replay, articleId, threshold) ? 'found' : 'make-findable', unanswered, articleId };
}

function mostOpened({ tickets }: TicketGroup): string | undefined {
  const counts = new Map<string, number>();
  for (const articleId of tickets.flatMap((ticket) => [...new Set(ticket.opened)]))
    counts.set(articleId, (counts.get(articleId) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return most && most[1] >= minOpened && most[1] >= openedShare * tickets.length ? most[0] : undefined;
}

/** The article that both ways of asking speak for: the tickets asked of the articles, and its question of the tickets. */
function answeringArticle({ asked }: TicketGroup, { nearest }: Replay): string | undefined {
  const scores = new Map(nearest.map(({ articleId, confidence }) => [articleId, confidence]));
  for (const { articleId, share } of asked) scores.set(articleId, (scores.get(articleId) ?? 0) + share);
  return [...scores].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0];
}

function isFound({ answers }: Replay, articleId: string, threshold: number): boolean {
  const found = answers.filter((nearest) =>
    nearest.slice(0, 3).some((near) => near.articleId === articleId && near.confidence >= threshold),
  );
  return found.length >= foundShare * answers.length;
}

const personalReference =
  /(?:n°|no\.?|#|num[ée]ro|number|r[ée]f[ée]rence|ref\.?|commande|order|facture|invoice|dossier|case|contrat|contract|compte|account)\s*:?\s*(?:[A-Z]{0,4}-?\d{4,}|…)/iu;

/** Most tickets name an order, an invoice or an account: someone has to look it up, no article can. */
function isPersonal({ tickets }: TicketGroup): boolean {
  const personal = tickets.filter(({ subject, description }) =>
    personalReference.test(`${subject}\n${description}`),
  );
  return personal.length >= personalShare * tickets.length;
}

/** The kinds of gap, in the order they are explained. */
export const gapKinds: GapKind[] = ['write', 'make-findable', 'rewrite', 'route'];
