import type { Site } from '../site.ts';
import { accentColours, defaultAccent } from './accent.ts';

/** Pixels, as the sites that show links expect the picture of a page. */
export const pictureWidth = 1200;
/** Pixels. */
export const pictureHeight = 630;

const lineChars = 28;
const maxLines = 3;

/** The picture of a shared link, as SVG: the window in the owner's colour, over it what the page is about. */
export function drawPicture({ name, theme }: Site, title: string): string {
  const { light } = accentColours(theme.accent ?? defaultAccent);
  const lines = wrap(title).map(
    (line, place) => `<tspan x="90" dy="${place === 0 ? 0 : 82}">${escaped(line)}</tspan>`,
  );
  const arcs = [170, 290, 440].map(
    (radius) => `<circle cx="930" cy="560" r="${radius}" fill="#fff" fill-opacity=".06"/>`,
  );
  const serif = 'font-family="Charter, Georgia, Noto Serif, DejaVu Serif, serif" font-weight="700"';
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${pictureWidth}" height="${pictureHeight}">`,
    `<rect width="1200" height="630" fill="${light}"/>${arcs.join('')}`,
    `<rect y="560" width="1200" height="70" fill="#fbf8f3"/>`,
    `<path d="M96 130v-26a26 26 0 0 1 52 0v26M84 130h76M112 108h20M122 78v12" fill="none" stroke="#fff" stroke-width="7" stroke-linecap="round"/>`,
    `<text x="184" y="130" fill="#fff" font-size="44" ${serif}>${escaped(name)}</text>`,
    `<text x="90" y="290" fill="#fff" font-size="68" ${serif}>${lines.join('')}</text></svg>`,
  ].join('');
}

function wrap(text: string): string[] {
  const lines = [''];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1) ?? '';
    if (last !== '' && last.length + word.length >= lineChars) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines.length > maxLines ? [...lines.slice(0, maxLines - 1), `${lines[maxLines - 1]}…`] : lines;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
