import { foldAccents, lowerCase } from './fold.ts';

/** What a section does in an article that is built like a support answer: issue, cause, resolution, further reading. */
export type SectionRole = 'symptom' | 'cause' | 'solution' | 'related' | 'other';

const maxSymptomWords = 5;
const maxCauseWords = 3;
const openings: Record<Exclude<SectionRole, 'other'>, string> = {
  symptom: `issues? | problems? | symptoms? | description | environment | affected | errors? messages? | error | overview
    | context | probleme?s? | symptomes? | produits (?:et versions )?(?:concernes|affectes) | versions? concernees?
    | environnement | erreurs? | messages? d.erreur | contexte | problema | sintomas? | sintomi | probleem | symptome`,
  cause: `causes? | root cause | reasons? | why | pourquoi | raisons? | origines? | ursachen? | causas? | oorzaak`,
  solution: `solutions? | resolutions? | fix | workarounds? | answer | steps? | procedure | how to (?:fix|solve|resolve)
    | what to do | solve | resolve | correctifs? | contournement | reponse | etapes? | marche a suivre | que faire
    | comment (?:resoudre|corriger) | resoudre | corriger | losung | solucion | soluzione | solucao | oplossing`,
  related: `related | see also | more information | further reading | additional | lectures? connexes? | voir aussi
    | en savoir plus | pour aller plus loin | liens utiles | articles? (?:lies|connexes)`,
};
const patterns = Object.entries(openings).map(([role, words]) => ({
  role: role as SectionRole,
  pattern: new RegExp(`^(?:${words.replace(/\s*\|\s*/g, '|').trim()})(?![a-z])`),
}));
const maxWords: Partial<Record<SectionRole, number>> = { symptom: maxSymptomWords, cause: maxCauseWords };

/** The role a heading gives to its section, in the languages that have a stemmer; `other` for most headings. */
export function roleOfSection(title: string): SectionRole {
  const folded = foldAccents(lowerCase(title)).replace(/^[\d\s.)(:-]+/, '');
  const role = patterns.find(({ pattern }) => pattern.test(folded))?.role ?? 'other';
  return folded.split(/\s+/).length > (maxWords[role] ?? Infinity) ? 'other' : role;
}
