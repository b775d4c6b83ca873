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

function fullStrengths(length: number): Float32Array {
  return new Float32Array(length).fill(1);
}

function mergeTwo(one: WeighedPostings, other: WeighedPostings): WeighedPostings {
  const [ones, others] = [one.postings, other.postings];
  const oneStrengths = one.strengths ?? fullStrengths(ones.sections.length);
  const otherStrengths = other.strengths ?? fullStrengths(others.sections.length);
  const merged = emptyPostings(ones.sections.length + others.sections.length);
  const strengths = new Float32Array(merged.sections.length);
  let [left, right, length] = [0, 0, 0];
  while (left < ones.sections.length || right < others.sections.length) {
    const first = ones.sections[left] ?? Infinity;
    const second = others.sections[right] ?? Infinity;
    const takesFirst =
      first < second || (first === second && (oneStrengths[left] ?? 0) >= (otherStrengths[right] ?? 0));
    const from = takesFirst ? ones : others;
    const at = takesFirst ? left : right;
    merged.sections[length] = from.sections[at] ?? 0;
    merged.counts[length] = from.counts[at] ?? 0;
    merged.marks[length] = from.marks[at] ?? 0;
    strengths[length++] = (takesFirst ? oneStrengths : otherStrengths)[at] ?? 0;
    if (first <= second) left++;
    if (second <= first) right++;
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
