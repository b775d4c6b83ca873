const combiningMarks = /\p{M}+/gu;
const foldable = /[\u{80}-\u{10FFFF}]\p{M}*|[a-z]\p{M}+/gu;
const latinLetter = /^\p{Script=Latin}/u;

/**
 * One folder or file name in address form: lower case, Latin letters without accents, every run of other
 * characters than letters, digits, dots and underscores as one hyphen. `Mot de passe oublié` gives
 * `mot-de-passe-oublie`; `2.4.3-p2` stays as it is. Empty when the name holds neither letter nor digit.
 */
export function addressSegment(name: string): string {
  return foldAccents(name.normalize('NFC').toLowerCase())
    .replace(/œ/gu, 'oe')
    .replace(/æ/gu, 'ae')
    .replace(/\p{Cf}+/gu, '')
    .replace(/[^\p{L}\p{N}\p{M}._]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/gu, '');
}

/** The address of an article inside its locale, from the names of its folders and its file without extension. */
export function addressOf(names: readonly string[]): string {
  return names.map((name) => addressSegment(name) || 'untitled').join('/');
}

/** Root-relative address of an article's page, at the heading with that id when one is given. */
export function articleUrl(articleId: string, anchor = ''): string {
  const [locale = '', ...path] = articleId.split('/');
  const page = `/${[locale, 'articles', ...path].map(encodeURIComponent).join('/')}`;
  return anchor === '' ? page : `${page}#${encodeURIComponent(anchor)}`;
}

// Only Latin letters lose their marks: in other scripts a mark makes another letter.
function foldAccents(text: string): string {
  return text.replace(foldable, (letter) =>
    latinLetter.test(letter) ? letter.normalize('NFD').replace(combiningMarks, '') : letter,
  );
}
