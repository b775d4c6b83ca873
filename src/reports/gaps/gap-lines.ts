import type { Gap } from './gap.ts';
import type { Wording } from './wording.ts';

/** A gap as labelled lines, before any format; `text` is plain, `items` are a list. */
export interface GapLines {
  heading: string;
  facts: string;
  action: string;
  details: { label: string; text?: string; items?: string[]; code?: string }[];
}

/** What the report says of one gap, in order. */
export function gapLines(gap: Gap, wording: Wording): GapLines {
  const { labels, kinds, trends } = wording;
  const percent = new Intl.NumberFormat(wording.locale, { style: 'percent' });
  const facts = [
    wording.size(gap.size, gap.requesters),
    trends[gap.trend],
    wording.seen(shortDate(gap.firstSeen, wording), shortDate(gap.lastSeen, wording)),
    gap.locale,
  ];
  const nearest = gap.nearest.map(
    ({ articleId, confidence }) => `${articleId} (${labels.confidence} ${percent.format(confidence)})`,
  );
  return {
    heading: `${kinds[gap.kind].name}${wording.colon}${gap.title}`,
    facts: facts.join(', '),
    action: gap.kind === 'make-findable' && !gap.missingWords ? wording.sharpenTitle : kinds[gap.kind].action,
    details: [
      ...(gap.articleId === undefined ? [] : [{ label: labels.article, text: gap.articleId }]),
      ...(gap.missingWords ? [{ label: labels.missingWords, text: gap.missingWords.join(', ') }] : []),
      ...(gap.keywordsLine === undefined ? [] : [{ label: labels.addLine, code: gap.keywordsLine }]),
      { label: labels.words, text: gap.words.join(', ') },
      ...(nearest.length > 0 ? [{ label: labels.nearest, items: nearest }] : []),
      { label: labels.samples, items: gap.samples },
      { label: labels.tickets, text: gap.ticketIds.join(', ') },
      { label: labels.id, text: gap.id },
    ],
  };
}

/** A day as people of a locale write it. */
export function shortDate(time: string, { locale }: Wording): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(time));
}
