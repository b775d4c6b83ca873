import type { Term } from './analyse.ts';

/** What closes a French negation and changes what is asked: `ne s’affiche plus` is not `s’affiche`. */
const closers = new Set(['plus', 'aucun', 'aucune']);
/** Most words between `ne` and what closes it. */
const mostBetween = 4;
const elidedNe = /(?:^|[^\p{L}])n['’ʼ]$/iu;
/** Verbs after which `plus` means "no longer" when `ne` is left out, as people write it: `ça marche plus`. */
const spokenVerbs = new Set(
  `marche marchent fonctionne fonctionnent arrive arrivent demarre demarrent lance ouvre ouvrent affiche affichent
   repond repondent trouve trouvent vois voit recois recoit peux peut connecte charge imprime synchronise`.split(
    /\s+/,
  ),
);
const comparison = /^\s*(?:de\b|d['’]|que\b|qu['’]|vite\b|souvent\b)/iu;

/** What a closed negation is looked up as; no word of any text is spelt so. */
function negated(term: Term): Term {
  const text = `ne·${term.folded}`;
  return { ...term, text, accented: text, folded: text, isStop: false };
}

function isAfterNe(terms: Term[], at: number, text: string): boolean {
  for (let before = at - 1; before >= Math.max(0, at - mostBetween); before--) {
    const term = terms[before];
    if (!term || /[.!?;\n]/.test(text.slice(term.end, terms[at]?.start))) return false;
    if (term.folded === 'ne' || elidedNe.test(text.slice(Math.max(0, term.start - 3), term.start)))
      return true;
  }
  return false;
}

function isSpoken(terms: Term[], at: number, text: string): boolean {
  const [verb, term] = [terms[at - 1], terms[at]];
  if (!verb || term?.folded !== 'plus' || comparison.test(text.slice(term.end))) return false;
  return spokenVerbs.has(verb.folded.replace(/^(?:j|l|m|s)(?=[a-z]{4})/, '')) || spokenVerbs.has(verb.folded);
}

/** French words in order, with those that close a negation made words of their own: they carry the question. */
export function closeNegations(terms: Term[], text: string): Term[] {
  return terms.map((term, at) => {
    if (!closers.has(term.folded)) return term;
    return isAfterNe(terms, at, text) || isSpoken(terms, at, text) ? negated(term) : term;
  });
}
