import { foldAccents } from '../search/fold.ts';

/** Number words, units of time and money, and words of price: an answer that changes one of them is wrong. */
const measures = new Set(
  `deux trois quatre cinq six sept huit neuf dix onze douze quinze vingt trente quarante cinquante soixante cent mille
  moitie double triple quart an annee mois semaine jour journee heure minute seconde euro dollar centime gratuit payant
  offert illimite two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty hundred
  thousand half double twice year month week day hour minute second euro dollar pound cent free unlimited`.split(
    /\s+/,
  ),
);

/** Whether every quantity that a sentence names in words is in its quote. */
export function keepsMeasures(sentence: string, quote: string): boolean {
  const quoted = new Set(measuresIn(quote));
  return measuresIn(sentence).every((measure) => quoted.has(measure));
}

function measuresIn(text: string): string[] {
  const words = foldAccents(text.normalize('NFKC').toLowerCase()).match(/\p{L}+/gu) ?? [];
  return words
    .flatMap((word) => [word, word.replace(/(?:es|s|e)$/u, '')])
    .filter((word) => measures.has(word));
}
