import { z } from 'zod';

/** Words and phrases of a site that mean the same. */
export interface Synonyms {
  /** Any one of a group finds all others. */
  groups: string[][];
  /** A word of `from` finds those of `to`, not the other way round. */
  rules: { from: string[]; to: string[] }[];
}

const phrase = z.union([z.string().trim().min(1).max(100), z.number().transform(String)]);
const entry = z.union([
  z.array(phrase).min(2),
  z.strictObject({ from: z.array(phrase).min(1), to: z.array(phrase).min(1) }),
]);
const file = z.array(entry);

/**
 * Reads the value of a synonyms file: a list whose items are `[e-mail, courriel]` (both ways) or
 * `{from: [mdp], to: [mot de passe]}` (one way). Throws with the item and what it should be.
 */
export function parseSynonyms(value: unknown): Synonyms {
  const parsed = file.safeParse(value ?? []);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const place =
      typeof issue?.path[0] === 'number' ? `Item ${issue.path[0] + 1} of the synonyms` : 'The synonyms';
    throw new Error(
      `${place} cannot be read: write a list whose items are either "[word, word]" (both ways) or "from: [word]" with "to: [word]" (one way).`,
    );
  }
  const groups = parsed.data.filter((item): item is string[] => Array.isArray(item));
  const rules = parsed.data.flatMap((item) => (Array.isArray(item) ? [] : [item]));
  return { groups, rules };
}
