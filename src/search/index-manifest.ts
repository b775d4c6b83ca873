import { partKinds, serverKinds } from './index-format.ts';
import type { IndexHeader, PartEntry, PartKind } from './index-format.ts';

/** The parts of one kind, as columns: there are thousands, and a browser reads of all of them where they begin. */
export interface PartColumns {
  /** How far each part begins after the one before, the first after 0: see `PartEntry.start`. */
  steps: number[];
  /** The first word or term of each part, where parts are found by words. */
  firsts?: string[];
}

/** What a browser fetches first: the index's description of itself, and where its parts begin. */
export interface IndexManifest extends Omit<IndexHeader, 'parts'> {
  /** Folder of the parts; its name follows from what is in them, so that they can be cached for ever. */
  folder: string;
  parts: Partial<Record<PartKind, PartColumns>>;
}

/** Kinds of parts that browsers fetch. */
export const browserKinds: readonly PartKind[] = partKinds.filter((kind) => !serverKinds.includes(kind));

/** The name of a part's file, below the folder of all parts. */
export function partName(folder: string, kind: PartKind, part: number): string {
  return `${folder}/${kind}-${part}.bin`;
}

/** Writes where parts begin. */
export function toColumns(parts: readonly PartEntry[]): PartColumns {
  const steps = parts.map(({ start }, number) => start - (parts[number - 1]?.start ?? 0));
  const firsts = parts.map(({ first }) => first);
  return { steps, ...(firsts.some(Boolean) && { firsts }) };
}

function toEntries({ steps, firsts = [] }: PartColumns): PartEntry[] {
  let start = 0;
  return steps.map((step, number) => ({ bytes: 0, first: firsts[number] ?? '', start: (start += step) }));
}

/** The header that a manifest describes, without the lengths that only a whole file has. */
export function headerOf(manifest: IndexManifest): IndexHeader {
  const entries = partKinds.map((kind) => [kind, toEntries(manifest.parts[kind] ?? { steps: [] })]);
  const { format, locale, termRules, articleCount, sectionCount, termCount, synonyms } = manifest;
  const parts = Object.fromEntries(entries) as IndexHeader['parts'];
  return { format, locale, termRules, articleCount, sectionCount, termCount, parts, synonyms };
}
