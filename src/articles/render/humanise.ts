/** Written in capitals in every language. */
const acronyms = /(?<![\p{L}\p{N}])(?:api|faq|sso|vpn)(?![\p{L}\p{N}])/giu;

/** A file or folder name as a title: `reset-password` gives `Reset password`, `faq` gives `FAQ`. */
export function humanise(name: string): string {
  const words = name
    .replace(/\p{Cf}+/gu, '')
    .replace(/[-_\s]+/gu, ' ')
    .replace(acronyms, (acronym) => acronym.toUpperCase())
    .trim();
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}
