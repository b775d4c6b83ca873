import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const algorithm = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;

/** Makes texts unreadable to whoever has the database and not the secret. */
export interface Sealer {
  seal(text: string): string;
  /** The text; nothing when it was sealed with another secret or changed since. */
  open(sealed: string): string | undefined;
}

/** A sealer with a key of its own, derived from the portal's secret (HKDF, RFC 5869). */
export function createSealer(secret: string): Sealer {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'guichet mails', 32));
  return {
    seal(text) {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv(algorithm, key, iv);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64');
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, 'base64');
      const bodyFrom = ivBytes + tagBytes;
      if (bytes.length < bodyFrom) return undefined;
      const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, ivBytes));
      decipher.setAuthTag(bytes.subarray(ivBytes, bodyFrom));
      try {
        return decipher.update(bytes.subarray(bodyFrom), undefined, 'utf8') + decipher.final('utf8');
      } catch {
        return undefined;
      }
    },
  };
}
