import { linksByThing, type Links } from './links.ts';
import { shuffledOrder } from './random.ts';

/** How to look for communities. */
export interface CommunityOptions {
  /** 1 is plain modularity; more gives more and smaller communities. */
  resolution: number;
  random: () => number;
}

/** The state of one level: who belongs where, and the weight of links at each thing and in each community. */
interface Level {
  thingCount: number;
  links: Links;
  /** Weight of the links inside each thing, which earlier levels folded into it. */
  inside: Float64Array;
}

const maxRounds = 25;
const smallestGain = 1e-12;

/**
 * Splits linked things into communities by the Louvain method (Blondel, Guillaume, Lambiotte and Lefebvre, 2008):
 * things move to the neighbouring community that raises modularity most, then communities become things, and so on.
 * Gives the number of its community for each thing.
 */
export function findCommunities(thingCount: number, links: Links, options: CommunityOptions): Int32Array {
  const communities = Int32Array.from({ length: thingCount }, (_, thing) => thing);
  let level: Level = { thingCount, links, inside: new Float64Array(thingCount) };
  for (;;) {
    const { places, count, hasMoved } = renumber(moveThings(level, options));
    if (!hasMoved) return communities;
    communities.forEach((place, thing) => {
      communities[thing] = places[place]!;
    });
    level = fold(level, places, count);
  }
}

/** Moves things between communities until none gains. */
function moveThings(level: Level, { resolution, random }: CommunityOptions): Int32Array {
  const { thingCount, inside } = level;
  const { starts, others, weights } = linksByThing(thingCount, level.links);
  const degrees = Float64Array.from(inside, (weight) => 2 * weight);
  for (let thing = 0; thing < thingCount; thing++)
    for (let place = starts[thing]!; place < starts[thing + 1]!; place++) degrees[thing]! += weights[place]!;
  const scale = resolution / (degrees.reduce((sum, degree) => sum + degree, 0) || 1);
  const homes = Int32Array.from({ length: thingCount }, (_, thing) => thing);
  const totals = degrees.slice();
  const pulls = new Float64Array(thingCount);
  const order = shuffledOrder(thingCount, random);
  const settle = (thing: number): boolean => {
    const home = homes[thing]!;
    const degree = degrees[thing]!;
    const near: number[] = [];
    for (let place = starts[thing]!; place < starts[thing + 1]!; place++) {
      const community = homes[others[place]!]!;
      if (pulls[community] === 0) near.push(community);
      pulls[community]! += weights[place]!;
    }
    totals[home]! -= degree;
    let best = home;
    let bestGain = pulls[home]! - scale * totals[home]! * degree;
    for (const community of near) {
      const gain = pulls[community]! - scale * totals[community]! * degree;
      if (gain > bestGain + smallestGain) [best, bestGain] = [community, gain];
    }
    for (const community of near) pulls[community] = 0;
    totals[best]! += degree;
    homes[thing] = best;
    return best !== home;
  };
  for (let round = 0; round < maxRounds; round++) {
    let moves = 0;
    for (const thing of order) if (settle(thing)) moves++;
    if (moves === 0) break;
  }
  return homes;
}

function renumber(homes: Int32Array): { places: Int32Array; count: number; hasMoved: boolean } {
  const numbers = new Map<number, number>();
  for (const home of homes) if (!numbers.has(home)) numbers.set(home, numbers.size);
  const places = homes.map((home) => numbers.get(home) ?? 0);
  return { places, count: numbers.size, hasMoved: numbers.size < homes.length };
}

/** Makes each community a thing: links inside it become its own, links between two become one. */
function fold({ links, inside }: Level, places: Int32Array, count: number): Level {
  const insideNext = new Float64Array(count);
  inside.forEach((weight, thing) => (insideNext[places[thing]!]! += weight));
  const between = new Map<number, number>();
  links.weights.forEach((weight, link) => {
    const one = places[links.from[link]!]!;
    const other = places[links.to[link]!]!;
    if (one === other) insideNext[one]! += weight;
    else {
      const pair = Math.min(one, other) * count + Math.max(one, other);
      between.set(pair, (between.get(pair) ?? 0) + weight);
    }
  });
  const pairs = [...between.keys()];
  return {
    thingCount: count,
    inside: insideNext,
    links: {
      from: Int32Array.from(pairs, (pair) => Math.floor(pair / count)),
      to: Int32Array.from(pairs, (pair) => pair % count),
      weights: Float64Array.from(between.values()),
    },
  };
}
