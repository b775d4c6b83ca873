/** Weighted links between numbered things, without direction; a link may be listed more than once. */
export interface Links {
  from: Int32Array;
  to: Int32Array;
  weights: Float64Array;
}

/** The links of each thing side by side: those of `n` stand from `starts[n]` to `starts[n + 1]`. */
export interface LinksByThing {
  starts: Int32Array;
  others: Int32Array;
  weights: Float64Array;
}

/** Sorts links by the things they join; every link then stands at both ends. A thing's link to itself is left out. */
export function linksByThing(thingCount: number, links: Links): LinksByThing {
  const starts = new Int32Array(thingCount + 1);
  const { from, to } = links;
  for (let link = 0; link < from.length; link++) {
    if (from[link] === to[link]) continue;
    starts[from[link]! + 1]! += 1;
    starts[to[link]! + 1]! += 1;
  }
  for (let thing = 0; thing < thingCount; thing++) starts[thing + 1]! += starts[thing]!;
  const filled = starts.slice(0, thingCount);
  const others = new Int32Array(starts[thingCount]!);
  const weights = new Float64Array(starts[thingCount]!);
  const put = (one: number, other: number, weight: number): void => {
    const place = filled[one]!++;
    others[place] = other;
    weights[place] = weight;
  };
  for (let link = 0; link < from.length; link++) {
    if (from[link] === to[link]) continue;
    put(from[link]!, to[link]!, links.weights[link]!);
    put(to[link]!, from[link]!, links.weights[link]!);
  }
  return { starts, others, weights };
}

/** A copy with those links only for which `keep` says so. */
export function selectLinks(links: Links, keep: (link: number) => boolean): Links {
  const kept: number[] = [];
  for (let link = 0; link < links.from.length; link++) if (keep(link)) kept.push(link);
  return {
    from: Int32Array.from(kept, (link) => links.from[link]!),
    to: Int32Array.from(kept, (link) => links.to[link]!),
    weights: Float64Array.from(kept, (link) => links.weights[link]!),
  };
}
