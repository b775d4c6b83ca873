import type { GapKind } from './gap.ts';
import type { TicketGroup } from './group-tickets.ts';
import type { Replay } from './replay-group.ts';
import weights from './weights.json' with { type: 'json' };

/** What speaks for an article answering a group of tickets. */
export interface Evidence {
  /** Always 1: what is believed before anything is known. */
  bias: number;
  /** Mean confidence of the best article of each ticket, as log-odds. */
  forward: number;
  /** How much surer the index is of the group's first article than it is of that article for any other group. */
  claimed: number;
  /** How much more than usual an article's question kept the tickets company: a difference of log-odds. */
  together: number;
}

/** What the groups of a language have in common: a group is judged beside the others. */
export interface Survey {
  /**
   * How often an article's question keeps tickets company in general. Among many articles and few tickets it nearly
   * always does, and says nothing; what counts is who differs from that.
   */
  usual: number;
  /** For each article the mean confidences of the two groups it is found best for, the greater first. */
  claims: ReadonlyMap<string, [first: number, second: number]>;
  /** Whether there is enough to compare a group with; else it is judged by its own replay. */
  isTelling: boolean;
}

/** What to do about a group, or that its article is found as it is. */
export type Diagnosis =
  | { kind: 'write' | 'route'; unanswered: number }
  | { kind: 'make-findable' | 'rewrite'; unanswered: number; articleId: string }
  | { kind: 'found'; unanswered: number; articleId: string };

/** More likely than not, no article answers. */
const minUnanswered = 0.5;
/** From here on, questions of articles keep nearly all tickets company: there are too many for it to mean anything. */
const saturatedCompany = 0.9;
const minGroupsCompared = 8;
const leastShare = 0.02;
const minOpened = 2;
const openedShare = 0.3;
const foundShare = 2 / 3;
const personalShare = 0.6;

/** Looks at all groups of a language and what the index answers to each, in the same order. */
export function surveyGroups(groups: TicketGroup[], replays: Replay[]): Survey {
  const all = groups.reduce((sum, { tickets }) => sum + tickets.length, 0);
  const sum = groups.reduce((sum, { tickets, withQuestion }) => sum + withQuestion * tickets.length, 0);
  const claims = new Map<string, [number, number]>();
  for (const { articleId, confidence } of replays.flatMap(({ nearest }) => nearest)) {
    const [first, second] = claims.get(articleId) ?? [0, 0];
    if (confidence > first) claims.set(articleId, [confidence, first]);
    else if (confidence > second) claims.set(articleId, [first, confidence]);
  }
  const usual = all === 0 ? 0 : sum / all;
  return { usual, claims, isTelling: groups.length >= minGroupsCompared && usual < saturatedCompany };
}

/** What the index says of a group, whatever it says of others. */
export function ownEvidence(bestConfidence: number): Pick<Evidence, 'bias' | 'forward'> {
  return { bias: 1, forward: logOdds(bestConfidence) };
}

/** Collects the evidence of a group among the groups of its survey. */
export function evidenceOf(group: TicketGroup, replay: Replay, { usual, claims }: Survey): Evidence {
  const [nearest] = replay.nearest;
  const [first, second] = claims.get(nearest?.articleId ?? '') ?? [0, 0];
  const own = nearest?.confidence ?? 0;
  return {
    ...ownEvidence(replay.bestConfidence),
    claimed: own - (own === first ? second : first),
    together: logOdds(group.withQuestion) - logOdds(usual),
  };
}

/** Log-odds of a share, kept finite where it is 0 or 1. */
function logOdds(share: number): number {
  return Math.log((share + leastShare) / (1 + leastShare - share));
}

/** How likely no article answers a group, 0 to 1: logistic models learned from knowledge bases with articles left out. */
export function unansweredLikelihood(evidence: Evidence, { isTelling }: Survey): number {
  const answered: Record<string, number> = isTelling ? weights.amongOthers : weights.alone;
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
  { survey, threshold }: { survey: Survey; threshold: number },
): Diagnosis {
  const unanswered = unansweredLikelihood(evidenceOf(group, replay, survey), survey);
  const opened = mostOpened(group);
  if (opened) return { kind: 'rewrite', unanswered, articleId: opened };
  const articleId = answeringArticle(group, replay);
  if (unanswered >= minUnanswered || !articleId)
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
