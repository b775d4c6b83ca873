/** A paragraph, step, item, block of code, table head or table row of a section, as plain text. */
export interface Piece {
  kind: 'text' | 'step' | 'item' | 'code' | 'head' | 'row';
  text: string;
}

const tag = /<(\/?)([a-z][a-z0-9-]*)[^>]*>|<!--[\s\S]*?-->/gi;
const entity = /&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi;
const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };
const breaking = new Set(
  'p div section article ul ol li pre blockquote table thead tbody tr h1 h2 h3 h4 h5 h6 figure figcaption details summary dl dt dd hr br aside'.split(
    ' ',
  ),
);

function decodeEntities(text: string): string {
  return text.replace(entity, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name) return named[name.toLowerCase()] ?? whole;
    const code = decimal ? Number.parseInt(decimal, 10) : Number.parseInt(hex ?? '', 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

/** Reads sanitised HTML from left to right and keeps what a passage is made of. */
class PieceReader {
  readonly pieces: Piece[] = [];
  private readonly open: string[] = [];
  private buffer = '';
  /** Whether all cells of the row so far are headings. */
  private isHead = false;

  text(html: string): void {
    this.buffer += decodeEntities(html);
  }

  tag(closing: boolean, name: string): void {
    if (name === 'td' || name === 'th') {
      if (closing) this.buffer += ' \u00b7 ';
      this.isHead = name === 'th' && (this.isHead || this.buffer.trim() === '');
      return;
    }
    if (!breaking.has(name)) return;
    if (name === 'br' && this.open.includes('pre')) this.buffer += '\n';
    else this.flush();
    if (name === 'br' || name === 'hr') return;
    if (closing) this.open.splice(Math.max(this.open.lastIndexOf(name), 0), 1);
    else this.open.push(name);
  }

  flush(): void {
    const kind = this.kind();
    const text =
      kind === 'code' ? this.buffer.replace(/^\n+|\s+$/g, '') : this.buffer.replace(/\s+/g, ' ').trim();
    this.buffer = '';
    this.isHead = false;
    const content = kind === 'row' || kind === 'head' ? text.replace(/ ?\u00b7$/, '').trim() : text;
    if (content) this.pieces.push({ kind, text: content });
  }

  private kind(): Piece['kind'] {
    for (const name of this.open.toReversed()) {
      if (name === 'pre') return 'code';
      if (name === 'ol') return 'step';
      if (name === 'ul') return 'item';
      if (name === 'tr') return this.isHead ? 'head' : 'row';
    }
    return 'text';
  }
}

/** Turns one block of sanitised HTML into pieces of plain text, in order. Images and markup inside lines are dropped. */
export function htmlToPieces(html: string): Piece[] {
  const reader = new PieceReader();
  let position = 0;
  for (const match of html.matchAll(tag)) {
    reader.text(html.slice(position, match.index));
    position = match.index + match[0].length;
    if (match[2]) reader.tag(match[1] === '/', match[2].toLowerCase());
  }
  reader.text(html.slice(position));
  reader.flush();
  return reader.pieces;
}
