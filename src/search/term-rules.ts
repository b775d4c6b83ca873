import { analyse } from './analyse.ts';

/** A text on which every rule shows: the same terms from it mean the same rules. */
const probe = `
  L’état d'urgence, aujourd’hui jusqu’à demain : l'œuvre, le cœur, les périodes déconnectées et remboursements, sans plus. Rien ne s’affiche plus.
  E-mail rendez-vous mise à jour porte-monnaie config.php 2.4.3-p2 0x80070005 C:\\Users\\x bin/magento setup:upgrade C++ C#
  The customers' refunds don't arrive; what's running, relational studies and cities without logging in. Größe Straße Zahlungen
  facturas pagamentos betalingen pagamenti contraseñas 数据库连接失败 الفواتير データベース ÉTÉ ﬁchier ½ naïve
`;

/**
 * A short name for the term rules of a locale, which changes when the terms they give change. An index remembers it,
 * because other rules at query time would find nothing and say nothing.
 */
export function termRulesFingerprint(locale: string): string {
  const terms = analyse(locale, probe).map((term) => `${term.text}|${term.accented}|${term.isStop ? 1 : 0}`);
  return hashText(terms.join(' '));
}

/** 64-bit FNV-1a of a text as 16 hexadecimal digits. */
export function hashText(text: string): string {
  return hashBytes(new TextEncoder().encode(text));
}

/** 64-bit FNV-1a of bytes as 16 hexadecimal digits: names, not security. */
export function hashBytes(bytes: Uint8Array): string {
  let low = 0x84222325;
  let high = 0xcbf29ce4;
  for (const byte of bytes) {
    low ^= byte;
    const product = Math.imul(low & 0xffff, 0x1b3) >>> 0;
    const middle = Math.imul(low >>> 16, 0x1b3) + (product >>> 16);
    const carry = Math.floor(middle / 65536);
    high = (Math.imul(high, 0x1b3) + (low << 8) + carry) >>> 0;
    low = ((middle << 16) | (product & 0xffff)) >>> 0;
  }
  return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0');
}
