import lunr from 'lunr';
import german from 'lunr-languages/lunr.de.js';
import spanish from 'lunr-languages/lunr.es.js';
import french from 'lunr-languages/lunr.fr.js';
import italian from 'lunr-languages/lunr.it.js';
import dutch from 'lunr-languages/lunr.nl.js';
import portuguese from 'lunr-languages/lunr.pt.js';
import support from 'lunr-languages/lunr.stemmer.support.js';

/** Takes a lower-case word with its accents and gives its stem. */
export type Stemmer = (word: string) => string;

interface LunrWithLanguages {
  [language: string]: {
    stemmer: (word: string) => string;
    stopWordFilter: (word: string) => string | undefined;
  };
}

const languages = ['de', 'es', 'fr', 'it', 'nl', 'pt'];
for (const plugin of [support, german, spanish, french, italian, dutch, portuguese]) plugin(lunr);
const plugins = lunr as unknown as LunrWithLanguages;

/** The stemmer of a language (`fr`, `en`…); words of other languages are left as they are. */
export function stemmerFor(language: string): Stemmer {
  if (language === 'en') return (word) => lunr.stemmer(new lunr.Token(word, {})).toString();
  const plugin = languages.includes(language) ? plugins[language] : undefined;
  return plugin ? (word) => plugin.stemmer(word) : (word) => word;
}

/** Whether lunr-languages lists the word as a stop word of the language; false for languages it does not know. */
export function isListedStopWord(language: string, word: string): boolean {
  const plugin = languages.includes(language) ? plugins[language] : undefined;
  return plugin !== undefined && plugin.stopWordFilter(word) === undefined;
}
