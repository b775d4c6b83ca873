const minCardDigits = 13;
const maxCardDigits = 19;
const minIbanChars = 15;
const minIbanDigits = 10;

/** Puts `gap` in place of a number whose check digit is that of a card; the number itself otherwise. */
export function findCardNumbers(text: string, gap: string): string {
  const digits = text.replace(/\D/g, '');
  const isCard = digits.length >= minCardDigits && digits.length <= maxCardDigits && passesLuhn(digits);
  return isCard ? gap : text;
}

/** Luhn's check: every second digit from the right doubled, the sum of all digits a multiple of ten (ISO/IEC 7812-1). */
function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits[digits.length - 1 - place]);
    const weighted = place % 2 === 1 ? digit * 2 : digit;
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return sum % 10 === 0;
}

/**
 * Puts `gap` in place of an account number at the start of `text`: exactly it when its check digits are right, all of the text when it
 * only looks like one (mistyped), none of it otherwise.
 */
export function findIban(text: string, gap: string): string {
  for (let end = text.length; end >= minIbanChars; end -= 1) {
    const isWhole = end === text.length || /[^A-Z0-9]/i.test(text.charAt(end));
    if (isWhole && passesMod97(text.slice(0, end))) return gap + text.slice(end);
  }
  const isAlike = text.replace(/\D/g, '').length >= minIbanDigits;
  return isAlike ? gap : text;
}

/** The check of ISO 13616: first four characters to the end, letters as 10 to 35, the remainder by 97 is 1. */
function passesMod97(text: string): boolean {
  const account = text.replace(/[^A-Z0-9]/gi, '').toUpperCase();
  if (account.length < minIbanChars) return false;
  let remainder = 0;
  for (const character of account.slice(4) + account.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder === 1;
}
