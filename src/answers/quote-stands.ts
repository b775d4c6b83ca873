const shortestQuoteChars = 12;

/**
 * Whether a quote is in the text word for word.
 *
 * White space and typographic variants (quotation marks, apostrophes, dashes, ligatures, narrow spaces) are folded:
 * models change them without changing the words. A quote of a few letters would be found anywhere and proves nothing.
 */
export function quoteStands(quote: string, text: string): boolean {
  const wanted = fold(quote);
  return wanted.length >= shortestQuoteChars && fold(text).includes(wanted);
}

function fold(text: string): string {
  return (
    text
      .normalize('NFKC')
      .replace(/[‘’‛′]/g, "'")
      .replace(/[“”„«»″]/g, '"')
      .replace(/[‐‑‒–—−]/g, '-')
      .replace(/\s+/g, ' ')
      // French sets a space inside quotation marks, English does not.
      .replace(/ ?" ?/g, '"')
      .trim()
      .toLowerCase()
  );
}
