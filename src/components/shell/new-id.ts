/** A random id that nobody can guess. */
export function newId(): string {
  // `crypto.randomUUID` exists on https and localhost only; a portal tried out on a bare address has `getRandomValues`.
  if ('randomUUID' in crypto) return crypto.randomUUID();
  const bytes = (crypto as Crypto).getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
