/** A share, or null when there is nothing to take it of: no searches is not a rate of 0. */
export function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
