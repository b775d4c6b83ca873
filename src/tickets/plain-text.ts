const namedCharacters: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  eacute: 'é',
  egrave: 'è',
  ecirc: 'ê',
  agrave: 'à',
  ccedil: 'ç',
  ugrave: 'ù',
  ocirc: 'ô',
  rsquo: '’',
  laquo: '«',
  raquo: '»',
  hellip: '…',
};

/** The words of a message that a help desk exports as HTML; what is not HTML stays as it is. */
export function plainText(text: string): string {
  if (!/<\/?(?:p|div|br|span|html|body|a|ul|ol|li|table|b|i|strong|em|h[1-6])\b[^>]*>/i.test(text))
    return text;
  return text
    .replace(/<(style|script|head)\b[^>]*>[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/[ \t]*[\r\n]+[ \t]*/g, ' ')
    .replace(/<(?:br|\/p|\/div|\/li|\/tr|\/h[1-6])\b[^>]*>/gi, '\n')
    .replace(/<\/?[a-z!][^<>]*>/gi, '')
    .replace(/&(#x?[\da-f]{1,6}|\w{2,8});/gi, decodeCharacter)
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function decodeCharacter(written: string, name: string): string {
  if (!name.startsWith('#')) return namedCharacters[name.toLowerCase()] ?? written;
  const isHex = name.charAt(1).toLowerCase() === 'x';
  const code = Number.parseInt(name.slice(isHex ? 2 : 1), isHex ? 16 : 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : written;
}

/** The words of a document of nested nodes, as Jira Cloud exports descriptions: each block on a line of its own. */
export function documentText(node: unknown): string {
  if (typeof node !== 'object' || node === null) return '';
  const own = 'text' in node && typeof node.text === 'string' ? node.text : '';
  const parts = 'content' in node && Array.isArray(node.content) ? node.content.map(documentText) : [];
  const isBlock = parts.length > 0 && (!('type' in node) || node.type !== 'doc');
  return own + parts.join('') + (isBlock ? '\n' : '');
}
