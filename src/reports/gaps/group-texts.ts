import { findCommunities } from './communities.ts';
import { selectLinks, type Links } from './links.ts';
import { seededRandom } from './random.ts';
import { SimilarTexts, type Neighbour } from './similar-texts.ts';
import { profileTexts, type Profiles } from './word-profiles.ts';

/** Texts in groups of one cause, and how they stand to the questions that articles answer. */
export interface TextGroups {
  /** Numbers of the texts of each group; texts that belong to none are left out. */
  groups: number[][];
  /** For each text, how often a question was among the texts it kept company with, 0 to 1. */
  withQuestion: Float64Array;
  /** For each question, the texts most like it. */
  nearQuestion: Neighbour[][];
  profiles: Profiles;
}

const maxNeighbours = 12;
const minNeighbours = 4;
/** How fine to look, from this number of texts on; of fewer texts, coarser, or nothing would hold together. */
const manyTexts = 600;
const resolutions = [5, 8, 12, 16];
const runsEach = 6;
/** Share of the usual likeness between neighbours that a question needs to stand among them. */
const questionLikeness = 0.4;
const droppedShare = 0.15;
const seed = 20_261;
/** Two texts belong together when this share of the runs puts them together. */
const agreementNeeded = 0.9;

/**
 * Groups texts by the words they share. The questions that articles answer stand among them as if someone had asked
 * them.
 *
 * Each text is linked to those most like it. Communities are looked for again and again, more and less fine, each time
 * with some links missing; what stays together nearly every time is a group, which chance has no part in. How often
 * an article's question is in the company of a text says whether the article speaks of it.
 */
export function groupTexts(locale: string, texts: string[], questions: string[]): TextGroups {
  const profiles = profileTexts(locale, texts);
  const similar = new SimilarTexts(profiles.known, profiles.traitCount);
  const neighbours = Math.min(
    maxNeighbours,
    Math.max(minNeighbours, Math.round(Math.sqrt(texts.length) / 2)),
  );
  const nearText = profiles.known.map((profile, text) => similar.nearest(profile, neighbours, text));
  const nearQuestion = questions.map((question) => similar.nearest(profiles.profileOf(question), neighbours));
  const links = linkUp([...nearText, ...likeTheirNeighbours(nearQuestion, nearText)]);
  const together = new Float64Array(links.from.length);
  const withQuestion = new Float64Array(texts.length);
  const runs = repeatedCommunities(texts.length + questions.length, links, fineness(texts.length));
  let runCount = 0;
  for (const communities of runs) {
    runCount++;
    together.forEach((_, link) => {
      if (communities[links.from[link]!] === communities[links.to[link]!]) together[link]! += 1;
    });
    const asked = new Set(communities.subarray(texts.length));
    withQuestion.forEach((_, text) => {
      if (asked.has(communities[text]!)) withQuestion[text]! += 1;
    });
  }
  const firm = selectLinks(
    links,
    (link) => links.from[link]! < texts.length && together[link]! >= agreementNeeded * runCount,
  );
  return {
    groups: connectedThings(texts.length, firm),
    withQuestion: withQuestion.map((count) => count / runCount),
    nearQuestion,
    profiles,
  };
}

/** Leaves out texts that a question resembles far less than they resemble one another: it only happens to be around. */
function likeTheirNeighbours(nearQuestion: Neighbour[][], nearText: Neighbour[][]): Neighbour[][] {
  const usual = nearText.map(
    (near) => near.reduce((sum, { likeness }) => sum + likeness, 0) / Math.max(near.length, 1),
  );
  return nearQuestion.map((near) =>
    near.filter(({ text, likeness }) => likeness >= questionLikeness * usual[text]!),
  );
}

function linkUp(near: Neighbour[][]): Links {
  const count = near.reduce((sum, list) => sum + list.length, 0);
  const links = {
    from: new Int32Array(count),
    to: new Int32Array(count),
    weights: new Float64Array(count),
  };
  let link = 0;
  near.forEach((list, thing) => {
    for (const { text, likeness } of list) {
      links.from[link] = thing;
      links.to[link] = text;
      links.weights[link] = likeness;
      link++;
    }
  });
  return links;
}

function fineness(textCount: number): number {
  return Math.min(1, textCount / manyTexts);
}

function* repeatedCommunities(thingCount: number, links: Links, fineness: number): Generator<Int32Array> {
  const random = seededRandom(seed);
  for (let run = 0; run < runsEach; run++)
    for (const resolution of resolutions) {
      const some = selectLinks(links, () => random() >= droppedShare);
      yield findCommunities(thingCount, some, { resolution: resolution * fineness, random });
    }
}

/** Things joined by links, directly or through others; alone ones are left out. Largest first. */
function connectedThings(thingCount: number, { from, to }: Links): number[][] {
  const parents = Int32Array.from({ length: thingCount }, (_, thing) => thing);
  const rootOf = (thing: number): number => {
    let root = thing;
    while (parents[root] !== root) root = parents[root] = parents[parents[root]!]!;
    return root;
  };
  from.forEach((thing, link) => (parents[rootOf(thing)] = rootOf(to[link]!)));
  const groups = new Map<number, number[]>();
  parents.forEach((_, thing) => {
    const root = rootOf(thing);
    groups.set(root, [...(groups.get(root) ?? []), thing]);
  });
  return [...groups.values()].filter((group) => group.length > 1);
}
