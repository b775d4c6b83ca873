import { foldQuote } from './quote-stands.ts';

const negation =
  /(?<![\p{L}])(?:ne|n'|pas|jamais|aucune?|rien|sans|ni|interdite?s?|not|never|no|none|cannot|without|nor|forbidden)(?![\p{L}])|n't(?![\p{L}])|(?<![\p{L}])n'/u;
const clauseEnd = /[.,;:!?()\n]/u;

const isNegated = (text: string): boolean => negation.test(text);

/**
 * Whether a sentence leaves the "not" of its quote where it is: "never share your password" supports no sentence that says
 * to share it, whether the quote was cut short or the sentence leaves the word out.
 */
export function keepsNegation(sentence: string, quote: string, text: string): boolean {
  const said = isNegated(foldQuote(sentence));
  const quoted = foldQuote(quote);
  if (said) return isNegated(quoted);
  if (isNegated(quoted)) return hasClauses(quoted);
  return !isNegated(aroundQuote(quoted, foldQuote(text)));
}

/** Whether a quote has several clauses, of which the sentence may leave the negated one out. */
function hasClauses(quote: string): boolean {
  return clauseEnd.test(quote.replace(/[.,;:!?()\s]+$/u, ''));
}

/** What the quote leaves out of the clauses it begins and ends in. */
function aroundQuote(quote: string, text: string): string {
  const at = text.indexOf(quote);
  if (at === -1) return '';
  const before = text.slice(0, at).split(clauseEnd).at(-1) ?? '';
  const isWhole = clauseEnd.test(quote.at(-1) ?? '');
  const after = isWhole ? '' : (text.slice(at + quote.length).split(clauseEnd)[0] ?? '');
  return `${before} ${after}`;
}
