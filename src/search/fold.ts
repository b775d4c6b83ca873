const plain = /^[\0-\x7f]*$/;
const accents = /[\u0300-\u036f\u064b-\u0652]/g;
const ligatures: Record<string, string> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  þ: 'th',
};
const ligature = /[œæßøđðłıþ]/g;

/** Gives a word one written form: compatibility forms joined (NFKC), lower case. Accents stay. */
export function lowerCase(text: string): string {
  return plain.test(text) ? text.toLowerCase() : text.normalize('NFKC').toLowerCase().normalize('NFC');
}

/** Drops accents and spells ligatures out: `cœur` and `coeur`, `é` and `e` become the same. Takes lower case. */
export function foldAccents(word: string): string {
  if (plain.test(word)) return word;
  const bare = word.normalize('NFD').replace(accents, '').normalize('NFC');
  return bare.replace(ligature, (letter) => ligatures[letter] ?? letter);
}
