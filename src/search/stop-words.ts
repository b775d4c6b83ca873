import { foldAccents } from './fold.ts';
import { isListedStopWord } from './stemmers.ts';

const french = `
  a ai aie aient aies ait as au aucun aucune aura aurait auront aussi autre autres aux avaient avais avait avec avez
  avions avoir avons ayant c ca car ce ceci cela celle celles celui ces cet cette ceux chaque chez ci comme d dans de
  des donc dont du elle elles en encore es est et etaient etais etait etant ete etes etre eu eux fait faire fais font
  furent fut hui il ils j je jai jarrive jusque l la là le les leur leurs lorsque lui m ma mais me meme memes mes mon
  n ne nos notre nous on ont or ou par parce pas peu peut peuvent peux plus plutot pour pourrait pourrais pourriez pouvez
  pouvoir puis puisque puissiez qu quand que quel quelle quelles quels qui quoi quoique s sa se sera serait seront ses
  si sois soit sommes son sont suis sur t ta te tes toi ton toujours tous tout toute toutes tres tu un une va vais
  vers veut veux voici voila vont vos votre vous vu y
  etc alors apres ici ainsi moi deja quelque quelques chose bien ya til yatil
  comment pourquoi combien vois voit voient voir aujourdhui
  depuis entre sous avant pendant souhaite souhaites souhaitons souhaiterais souhaiterions voudrais voudrait voudrions
  voulons vraiment simplement seulement actuellement notamment normalement fois cependant car cela lors
`;

const english = `
  a about above after again all also am an and any are aren as at be because been before being between both but by
  can could couldn d did didn do does doesn doing don each either else ever for from further get gets getting got had
  hadn has hasn have haven having he her here hers him his how i if in into is isn it its itself just let like ll m
  may me might more most must my myself need needs no nor not now of off on once one only or other our ours out over
  own please re s same shall she should shouldn so some such t than that the their theirs them then there these they
  this those though through to too under until up us ve very was wasn way we were weren what when where which while
  who whom why will with won would wouldn you your yours
  anything cannot d even everything however m maybe nothing perhaps quite really since something still though whether
  within yet
`;

/** Courtesy and small talk: in every message of a help desk, in no question. */
const courtesies: Record<string, string> = {
  fr: `bonjour bonsoir salut hello coucou merci cordialement svp stp remercie remerciant avance madame monsieur
    messieurs mesdames cdt cdlt bjr slt`,
  en: `hello hi hey thanks thank regards cheers dear sincerely greetings everyone`,
};

/** Function words that change what is asked: they stay, and their rarity decides what they weigh. */
const carriers: Record<string, string> = {
  fr: 'sans',
  en: 'without',
};

function words(list: string | undefined): string[] {
  return (list ?? '').split(/\s+/).filter(Boolean).map(foldAccents);
}

const lists = new Map<string, Set<string>>();

function listOf(language: string): Set<string> {
  let list = lists.get(language);
  if (!list) {
    const functionWords = language === 'fr' ? french : language === 'en' ? english : '';
    list = new Set([...words(functionWords), ...words(courtesies[language])]);
    for (const carrier of words(carriers[language])) list.delete(carrier);
    lists.set(language, list);
  }
  return list;
}

/**
 * Whether a word only holds sentences together, the few that `isStopWord` keeps included: nothing to show a reader as
 * the reason for a hit. Takes the word in lower case with its accents.
 */
export function isFunctionWord(language: string, word: string): boolean {
  return isStopWord(language, word) || words(carriers[language]).includes(foldAccents(word));
}

/**
 * Whether a word says nothing about the subject: articles, pronouns, auxiliaries, courtesies. Takes the word in lower
 * case with its accents. Such words are indexed all the same, and asked for when a query holds nothing else.
 */
export function isStopWord(language: string, word: string): boolean {
  if (language === 'fr' || language === 'en') return listOf(language).has(foldAccents(word));
  return isListedStopWord(language, word);
}
