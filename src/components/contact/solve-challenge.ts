import { challengeBits } from '../../app/challenge-bits.ts';

const bitsPerWord = 32;

/** Whether this page can do the work: browsers hash on https and localhost only. */
export const canSolve = 'subtle' in crypto;

/** Works a proof out, `challenge:number`: a second or so on a phone. The browser hashes off the main thread. */
export async function solveChallenge(challenge: string): Promise<string> {
  const encoder = new TextEncoder();
  for (let number = 0; ; number += 1) {
    const proof = `${challenge}:${number}`;
    const hash = await crypto.subtle.digest('SHA-256', encoder.encode(proof));
    if (new DataView(hash).getUint32(0) >>> (bitsPerWord - challengeBits) === 0) return proof;
  }
}
