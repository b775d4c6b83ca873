import { findCardNumbers, findIban } from './check-digits.ts';

/** What stands for what was taken out: no word, so that search never learns it. */
const gap = '…';

const space = '[ \\u00a0\\u202f]';
const phoneBreak = '[ \\u00a0\\u202f./-]';

interface Rule {
  pattern: RegExp;
  /** What to put in place of a match; the match itself when it may stay. */
  replace: (match: string, before: string) => string;
}

const takeOut = (): string => gap;

/** In order: what is most telling first, so that a later rule does not cut it in two. */
const rules: Rule[] = [
  { pattern: /\bhttps?:\/\/[^\s<>"'`\]}]+/giu, replace: withoutSecrets },
  // Signed tokens and keys of well-known services, wherever they are pasted.
  { pattern: /\beyJ[\w-]{8,}\.[\w-]+(?:\.[\w-]*)?/gu, replace: takeOut },
  { pattern: /\b(?:sk|pk|rk|ghp|gho|ghs|glpat|xox[abps]|AKIA)[-_]?[A-Za-z0-9_-]{16,}/gu, replace: takeOut },
  { pattern: /[\p{L}\p{N}._%+'-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,63}/gu, replace: takeOut },
  {
    pattern: new RegExp(
      `\\b[A-Z]{2}\\d{2}(?:(?:${space}|[.-])?[A-Z0-9]{4}){2,7}(?:(?:${space}|[.-])?[A-Z0-9]{1,4})?\\b`,
      'giu',
    ),
    replace: (match) => findIban(match, gap),
  },
  {
    pattern: new RegExp(`(?<![\\w.,])\\d(?:(?:${space}|-)?\\d){12,18}(?![\\w])`, 'gu'),
    replace: (match) => findCardNumbers(match, gap),
  },
  // +33 6 12 34 56 78, 0033 (0)6…, +1 (514) 555-0199
  {
    pattern: new RegExp(
      `(?<![\\w.])(?:\\+|00)\\d{1,3}${phoneBreak}?(?:\\(0?\\d{0,4}\\)${phoneBreak}?)?\\d{1,5}(?:${phoneBreak}?\\d{2,5}){2,5}(?!\\w)`,
      'gu',
    ),
    replace: (match) => (isPhoneLength(match) ? gap : match),
  },
  // 06 12 34 56 78, 0470 12 34 56, 020 7946 0958; never a date such as 01.02.2026 followed by a time
  {
    pattern: new RegExp(
      `(?<![\\w.,:/-])(?!\\d{1,2}([./-])\\d{1,2}\\1(?:\\d{4}|\\d{2})(?!\\d|\\1\\d))0\\d{1,4}(?:${phoneBreak}?\\d{2,8}){1,5}(?![\\w:])`,
      'gu',
    ),
    replace: (match) => (isPhoneLength(match) ? gap : match),
  },
  // (514) 555-0199
  { pattern: /(?<![\w.-])(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}(?![\w.-])/gu, replace: takeOut },
  // Account, customer and order numbers: nine digits or more in a row, with a short prefix or none.
  {
    pattern: /(?<![\p{L}\p{N}_.])(?:\p{L}{1,4}-?)?\d{9,}(?![\p{L}\p{N}_]|\.[a-z]\w{1,4}\b)/giu,
    replace: (match, before) => (isErrorCode(match, before) ? match : gap),
  },
];

/**
 * Takes out what could identify a person or open a door: e-mail addresses, telephone, card, bank and account numbers, and secrets in
 * addresses. Error codes, versions, dates, file names and short numbers stay. Scrubbing twice changes nothing more; it never throws.
 */
export function scrub(text: string): string {
  let scrubbed = text;
  let before: string;
  do {
    before = scrubbed;
    for (const rule of rules) scrubbed = apply(rule, scrubbed);
  } while (scrubbed !== before);
  return scrubbed;
}

function apply({ pattern, replace }: Rule, text: string): string {
  return text.replace(pattern, (match: string, ...rest: unknown[]) => {
    const offset = rest.find((part) => typeof part === 'number') ?? 0;
    return replace(match, text.slice(Math.max(0, offset - errorWordsChars), offset));
  });
}

function isPhoneLength(match: string): boolean {
  const digits = match.replace(/\D/g, '').length;
  return digits >= 9 && digits <= 15;
}

const errorWordsChars = 30;
const errorWords =
  /(?:err(?:eu|o)r|exit|errno|hresult|status)(?:[ -](?:code|number|n°|no))?\s*[:=#]?\s*\(?-?$/iu;

/** `-1073741819` and `error 2147942405` are codes of the system, not of a person. */
function isErrorCode(match: string, before: string): boolean {
  if (!/^\d{9,10}$/.test(match)) return false;
  return errorWords.test(before) || /(?:^|\s|\()-$/.test(before);
}

const secretName =
  /token|key|secret|sig|auth|session|sid|code|passw|pwd|jwt|access|otp|nonce|hash|mail|user/i;

/** Keeps where an address leads, not what it opens: no sign-in, no secret parameter, no long random part. */
function withoutSecrets(address: string): string {
  const [, scheme = '', rest = ''] = /^(https?:\/\/)(.*)$/isu.exec(address) ?? [];
  const [location = '', ...query] = rest.split(/(?=[?#])/u);
  const path = location
    .replace(/^[^/@]*@/u, '')
    .split('/')
    .map((part) => (looksRandom(part) ? gap : part))
    .join('/');
  return scheme + path + query.filter((part) => !hasSecret(part)).join('');
}

function hasSecret(part: string): boolean {
  return part
    .slice(1)
    .split(/[&;]/u)
    .some((parameter) => {
      const [name = '', value = ''] = parameter.split('=');
      return value === '' ? looksRandom(name) : secretName.test(name) || looksRandom(value);
    });
}

function looksRandom(part: string): boolean {
  return (
    part.length >= 16 &&
    /\d/.test(part) &&
    /[a-z]/i.test(part) &&
    !/[a-z]{3,}-[a-z]{2,}|\.[a-z]{2,4}$/i.test(part)
  );
}
