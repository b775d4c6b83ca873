import { analyse } from '../../search/analyse.ts';
import type { CustomerWord } from './describe-gap.ts';
import type { ArticleWords, KnownArticle } from './gap.ts';

/** What to add to an article so that these customers find it. */
export interface Keywords {
  missingWords: string[];
  /** The line for the article's front matter, with the keywords it has already. */
  keywordsLine: string;
  /** The line for `synonyms.<locale>.yaml` that does the same without touching the article. */
  synonymsLine: string;
}

const maxSynonyms = 3;
const maxPhraseChars = 100;

/** The words of a group that an article has nowhere, and the lines that add them; nothing when it has all. */
export function missingKeywords(
  words: CustomerWord[],
  { locale, title }: KnownArticle,
  { keywords, text }: ArticleWords,
): Keywords | undefined {
  const known = new Set(analyse(locale, [title, ...keywords, text].join('\n')).map((term) => term.text));
  const missingWords = words.filter(({ term }) => !known.has(term)).map(({ word }) => word);
  if (missingWords.length === 0) return undefined;
  const all = [...keywords, ...missingWords];
  const from = missingWords.slice(0, maxSynonyms).map(asYaml).join(', ');
  return {
    missingWords,
    keywordsLine: `keywords: [${all.map(asYaml).join(', ')}]`,
    synonymsLine: `- { from: [${from}], to: [${asYaml(title.slice(0, maxPhraseChars))}] }`,
  };
}

/** Plain where YAML allows it; quoted where a number, a truth value or a mark would be read as something else. */
function asYaml(word: string): string {
  const isPlain =
    /^[\p{L}][\p{L}\p{M}\p{N} '’-]*$/u.test(word) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(word);
  return isPlain ? word : JSON.stringify(word);
}
