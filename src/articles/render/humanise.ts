/** A file or folder name as a title: `reset-password` gives `Reset password`. */
export function humanise(name: string): string {
  const words = name
    .replace(/\p{Cf}+/gu, '')
    .replace(/[-_\s]+/gu, ' ')
    .trim();
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}
