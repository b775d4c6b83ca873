import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { closedLine, gapLines, shortDate } from './gap-lines.ts';
import type { Gap, GapReport } from './gap.ts';
import { fewTickets, wordingFor, type Wording } from './wording.ts';

/** How a gap report can be written. */
export const gapFormats = ['json', 'markdown', 'html', 'text'] as const;

/** One of `gapFormats`. */
export type GapFormat = (typeof gapFormats)[number];

/** Writes a report for people or programs; the locale decides the words around those of the customers. */
export function formatGaps(report: GapReport, format: GapFormat, locale: string): string {
  const wording = wordingFor(locale);
  switch (format) {
    case 'json':
      return `${JSON.stringify(report, null, 2)}\n`;
    case 'markdown':
      return markdown(report, wording);
    case 'html':
      return html(report, wording);
    case 'text':
      return text(report, wording);
  }
}

function opening(report: GapReport, wording: Wording): string[] {
  const { tickets, answered, ungrouped, gaps } = report;
  return [
    wording.period(shortDate(report.since, wording), shortDate(report.generatedAt, wording)),
    wording.summary({ tickets, answered, ungrouped, gaps: gaps.length }),
    ...(tickets < fewTickets ? [wording.fewTickets] : []),
    ...(gaps.length === 0 ? [wording.nothing] : []),
  ];
}

/** The gaps that are none any more: closed, and dismissed with their reasons. */
function endings(report: GapReport, wording: Wording): { label: string; items: string[] }[] {
  const { closed = [], dismissed = [] } = report;
  const lists = [
    { label: wording.labels.closed, items: closed.map((gap) => closedLine(gap, wording)) },
    {
      label: wording.labels.dismissed,
      items: dismissed.map(({ id, title, reason }) => `${id}${wording.colon}${title} (${reason})`),
    },
  ];
  return lists.filter(({ items }) => items.length > 0);
}

function markdown(report: GapReport, wording: Wording): string {
  const gaps = report.gaps.map((gap, place) => gapMarkdown(gap, place + 1, wording));
  const ends = endings(report, wording).map(({ label, items }) =>
    [`## ${label}`, items.map((item) => `- ${escaped(item)}`).join('\n')].join('\n\n'),
  );
  return `# ${wording.title}\n\n${[...opening(report, wording), ...gaps, ...ends].join('\n\n')}\n`;
}

function gapMarkdown(gap: Gap, place: number, wording: Wording): string {
  const { heading, facts, action, details } = gapLines(gap, wording);
  const lines = details.map(({ label, text, items, code }) => {
    const start = `- **${label}**${wording.colon}`;
    if (code !== undefined) return `${start}\`${code}\``;
    if (items) return [start.trimEnd(), ...items.map((item) => `  - ${escaped(item)}`)].join('\n');
    return start + escaped(text ?? '');
  });
  const parts = [
    `## ${place}. ${escaped(heading)}`,
    `**${escaped(action)}**`,
    escaped(facts),
    lines.join('\n'),
  ];
  return parts.join('\n\n');
}

/** What customers write is text, whatever marks it holds. */
function escaped(written: string): string {
  return written.replace(/[\\`*_[\]<>#|~&]/g, (mark) => `\\${mark}`);
}

const style = [
  ':root{color-scheme:light dark}',
  'body{font:1rem/1.5 system-ui,sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem}',
  'h2{margin-top:2.5rem;padding-top:1rem;border-top:1px solid #8886;font-size:1.2rem}',
  'ul{padding-left:1.2rem}',
  'code{overflow-wrap:anywhere}',
].join('');

function html(report: GapReport, wording: Wording): string {
  const body = unified()
    .use(remarkParse)
    .use(remarkRehype)
    .use(rehypeSanitize)
    .use(rehypeStringify)
    .processSync(markdown(report, wording));
  return [
    '<!doctype html>',
    `<html lang="${wording.locale}">`,
    `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${wording.title}</title>`,
    `<style>${style}</style>`,
    `<body>\n${String(body)}\n</body>`,
    '</html>\n',
  ].join('\n');
}

function text(report: GapReport, wording: Wording): string {
  const gaps = report.gaps.map((gap, place) => {
    const { heading, facts, action, details } = gapLines(gap, wording);
    const lines = details.flatMap(({ label, text, items, code }) =>
      items
        ? [`   ${label}${wording.colon}`.trimEnd(), ...items.map((item) => `     ${item}`)]
        : [`   ${label}${wording.colon}${code ?? text ?? ''}`],
    );
    return [`${place + 1}. ${heading}`, `   ${action}`, `   ${facts}`, ...lines].join('\n');
  });
  const ends = endings(report, wording).map(({ label, items }) =>
    [label, ...items.map((item) => `   ${item}`)].join('\n'),
  );
  return `${[wording.title, ...opening(report, wording), ...gaps, ...ends].join('\n\n')}\n`;
}
