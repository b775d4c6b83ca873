const shortestQuoteChars = 12;

/**
 * Whether a quote is in the text word for word.
 *
 * White space and typographic variants (quotation marks, apostrophes, dashes, ligatures, narrow spaces) are folded:
 * models change them without changing the words. A quote of a few letters would be found anywhere and proves nothing,
 * and one that begins or ends inside a word can say the opposite.
 */
export function quoteStands(quote: string, text: string): boolean {
  const wanted = foldQuote(quote);
  if (wanted.length < shortestQuoteChars) return false;
  const whole = foldQuote(text);
  for (let at = whole.indexOf(wanted); at !== -1; at = whole.indexOf(wanted, at + 1)) {
    const cutsBefore = isLetter(whole[at - 1]) && isLetter(wanted[0]);
    const cutsAfter = isLetter(whole[at + wanted.length]) && isLetter(wanted.at(-1));
    if (!cutsBefore && !cutsAfter) return true;
  }
  return false;
}

function isLetter(character = ''): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}

/** A text in the one form in which quotes are compared. */
export function foldQuote(text: string): string {
  return (
    text
      .normalize('NFKC')
      .replace(/[‘’‛′]/g, "'")
      .replace(/[“”„«»″]/g, '"')
      .replace(/[‐‑‒–—−]/g, '-')
      .replace(/\s+/g, ' ')
      // French sets a space inside quotation marks, English does not.
      .replace(/ ?" ?/g, '"')
      // And before some signs, where English and models have none.
      .replace(/ ([;:!?%])/g, '$1')
      .trim()
      .toLowerCase()
  );
}
