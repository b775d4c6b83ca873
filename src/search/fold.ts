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

function lowerCaseByNorm(text: string): string {
  return text.normalize('NFKC').toLowerCase().normalize('NFC');
}

function foldByNorm(word: string): string {
  const bare = word.normalize('NFD').replace(accents, '').normalize('NFC');
  return bare.replace(ligature, (letter) => ligatures[letter] ?? letter);
}

/** Letters of the Latin script and the common punctuation: ranges in which no letter depends on its neighbours. */
const quickRanges = [
  [0x20, 0x250],
  [0x2010, 0x2070],
] as const;
const quickEnd = 0x2070;
const utf16 = new TextDecoder('utf-16le');
const longestQuick = 16_000;

/** What each letter becomes; 0 where that is not one letter, and the whole text goes the long way. */
function tableOf(change: (letter: string) => string): Uint16Array {
  const table = new Uint16Array(quickEnd);
  for (const space of [0x09, 0x0a, 0x0d]) table[space] = space;
  for (const [first, end] of quickRanges) {
    for (let code = first; code < end; code++) {
      const changed = change(String.fromCharCode(code));
      if (changed.length === 1) table[code] = changed.charCodeAt(0);
    }
  }
  return table;
}

const lowered = tableOf(lowerCaseByNorm);
const folded = tableOf(foldByNorm);

/** Normal forms cost some forty times a table, and nearly all text needs no more than the table. */
function quickly(text: string, table: Uint16Array): string | undefined {
  if (text.length > longestQuick) return undefined;
  const codes = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const code = table[text.charCodeAt(at)];
    if (!code) return undefined;
    codes[at] = code;
  }
  return utf16.decode(codes);
}

/** Gives a word one written form: compatibility forms joined (NFKC), lower case. Accents stay. */
export function lowerCase(text: string): string {
  return plain.test(text) ? text.toLowerCase() : (quickly(text, lowered) ?? lowerCaseByNorm(text));
}

/** Drops accents and spells ligatures out: `cœur` and `coeur`, `é` and `e` become the same. Takes lower case. */
export function foldAccents(word: string): string {
  return plain.test(word) ? word : (quickly(word, folded) ?? foldByNorm(word));
}
