import { analyse } from '../search/analyse.ts';
import { everydayWords } from '../search/everyday-words.ts';

/** Words in which answers are written, whatever they are about; the everyday words of search come on top. */
const answeringWords: Record<string, string> = {
  fr: `
    afin ainsi alors après automatiquement avant choisir cliquer concerner consulter correspondre demander dépendre devoir
    dernier deuxième directement ensuite enfin entrer étape exemple falloir fonctionner indiquer lorsque ouvrir passer permettre
    possible pouvoir premier procéder puis recevoir réinitialiser remplacer rendre réponse réussir saisir sélectionner servir
    seulement simplement solution suffire suivant suivre taper tout troisième trouver uniquement utiliser valider vérifier
    voici voir question reste faire façon manière cas fois chaque plusieurs aussi toujours encore donc sinon appuyer`,
  en: `
    after allow also always answer appear automatically before case choose click depend directly each enter example first
    follow following get given go happen however instead just last let look make mean necessary need next once only open
    option order otherwise pick possible press proceed question receive replace required reset second see select several
    should show simply solution sometimes start step still then third type use way whenever whether work`,
};

const known = new Map<string, Set<string>>();

/** Whether a term (`analyse`'s text) is a word of every day, which an answer may use though no passage has it. */
export function isCommonWord(locale: string, term: string): boolean {
  const language = locale.toLowerCase().split(/[-_]/)[0] ?? '';
  let terms = known.get(language);
  if (!terms) {
    const { same, near, light } = everydayWords(locale);
    const all = [...same, ...near].flat().concat(light, answeringWords[language] ?? '');
    terms = new Set(all.flatMap((words) => analyse(locale, words).map(({ text }) => text)));
    known.set(language, terms);
  }
  return terms.has(term);
}
