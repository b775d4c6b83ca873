import { emptyPostings } from './postings.ts';
import type { Postings } from './postings.ts';

/** Postings, each worth a share of a full match; all of them when `strengths` is absent. */
export interface WeighedPostings {
  postings: Postings;
  strengths?: Float32Array;
}

/** Makes every posting worth `strength` of what it was. */
export function weakened({ postings, strengths }: WeighedPostings, strength: number): WeighedPostings {
  if (strength === 1) return strengths ? { postings, strengths } : { postings };
  const own = strengths ?? new Float32Array(postings.sections.length).fill(1);
  return { postings, strengths: own.map((value) => value * strength) };
}

function strengthAt({ strengths }: WeighedPostings, at: number): number {
  return strengths ? (strengths[at] ?? 0) : 1;
}

function mergeTwo(one: WeighedPostings, other: WeighedPostings): WeighedPostings {
  const [ones, others] = [one.postings.sections, other.postings.sections];
  const merged = emptyPostings(ones.length + others.length);
  const strengths = new Float32Array(ones.length + others.length);
  let [left, right, length] = [0, 0, 0];
  const take = (from: WeighedPostings, at: number) => {
    merged.sections[length] = from.postings.sections[at] ?? 0;
    merged.counts[length] = from.postings.counts[at] ?? 0;
    merged.marks[length] = from.postings.marks[at] ?? 0;
    strengths[length++] = strengthAt(from, at);
  };
  while (left < ones.length || right < others.length) {
    const [first, second] = [ones[left] ?? Infinity, others[right] ?? Infinity];
    if (first < second) take(one, left++);
    else if (second < first) take(other, right++);
    else {
      if (strengthAt(one, left) >= strengthAt(other, right)) take(one, left);
      else take(other, right);
      left++;
      right++;
    }
  }
  return { postings: cut(merged, length), strengths: strengths.subarray(0, length) };
}

function cut({ sections, counts, marks }: Postings, length: number): Postings {
  return {
    sections: sections.subarray(0, length),
    counts: counts.subarray(0, length),
    marks: marks.subarray(0, length),
  };
}

/** One list out of several: in a section that has more than one, the strongest holds. */
export function mergePostings(lists: WeighedPostings[]): WeighedPostings {
  const [first, ...others] = lists;
  if (!first) return { postings: emptyPostings(0) };
  if (others.length < 2) return others[0] ? mergeTwo(first, others[0]) : first;
  const half = lists.length >> 1;
  return mergeTwo(mergePostings(lists.slice(0, half)), mergePostings(lists.slice(half)));
}

/** Sections that hold every one of the lists, as the shortest list has them. */
export function intersectPostings(lists: Postings[]): Postings {
  const [shortest, ...others] = lists.toSorted((one, other) => one.sections.length - other.sections.length);
  if (!shortest || others.length === 0) return shortest ?? emptyPostings(0);
  const places = others.map(() => 0);
  const kept = emptyPostings(shortest.sections.length);
  let length = 0;
  shortest.sections.forEach((section, at) => {
    const isInAll = others.every(({ sections }, list) => {
      let place = places[list] ?? 0;
      while ((sections[place] ?? Infinity) < section) place++;
      places[list] = place;
      return sections[place] === section;
    });
    if (!isInAll) return;
    kept.sections[length] = section;
    kept.counts[length] = shortest.counts[at] ?? 0;
    kept.marks[length++] = shortest.marks[at] ?? 0;
  });
  return cut(kept, length);
}
