import type { ClosedGap, Gap } from './gap.ts';
import { actionFor, type Wording } from './wording.ts';

/** A labelled line of a gap: `text` is plain, `items` are a list, `code` is to be copied. */
export interface GapDetail {
  label: string;
  text?: string;
  items?: string[];
  code?: string;
}

/** A gap as labelled lines, before any format. */
export interface GapLines {
  heading: string;
  facts: string;
  action: string;
  details: GapDetail[];
}

/** What the report says of one gap, in order. */
export function gapLines(gap: Gap, wording: Wording): GapLines {
  const { kinds, trends, changes } = wording;
  const facts = [
    ...(gap.size > 0 ? [wording.size(gap.size, gap.requesters)] : []),
    ...(gap.size > 0
      ? [
          wording.cost(
            decimal(gap.cost.ticketsPerMonth, wording),
            timeText(gap.cost.minutesPerMonth, wording),
          ),
          trends[gap.trend],
        ]
      : []),
    ...(gap.change ? [changes[gap.change]] : []),
    ...(gap.size > 0
      ? [wording.seen(shortDate(gap.firstSeen, wording), shortDate(gap.lastSeen, wording))]
      : []),
    gap.locales.map((locale) => wording.inLanguage(languageName(locale, wording))).join(', '),
    ...(gap.claimedBy === undefined ? [] : [wording.claimedBy(gap.claimedBy)]),
  ];
  return {
    heading: `${kinds[gap.kind]}${wording.colon}${gap.title}`,
    facts: facts.join(' · '),
    action: actionFor(gap, wording),
    details: [...workDetails(gap, wording), ...evidenceDetails(gap, wording)].filter(hasContent),
  };
}

function workDetails(gap: Gap, wording: Wording): GapDetail[] {
  const { labels } = wording;
  return [
    ...optional(labels.article, gap.articleId && nameOf(gap.articleId, gap.articleTitle)),
    ...optional(labels.section, gap.section?.title),
    ...optional(wording.keepComing, gap.closing && weeklyText(gap.closing, wording)),
    ...optional(labels.missingWords, gap.missingWords?.join(', ')),
    ...(gap.keywordsLine === undefined ? [] : [{ label: labels.addLine, code: gap.keywordsLine }]),
    ...(gap.synonymsLine === undefined ? [] : [{ label: labels.orSynonym, code: gap.synonymsLine }]),
    ...(gap.generated
      ? [{ label: wording.generated, items: [gap.generated.title, ...gap.generated.outline] }]
      : []),
    ...(gap.kind === 'write' ? [{ label: labels.outline, items: gap.outline }] : []),
  ];
}

function evidenceDetails(gap: Gap, wording: Wording): GapDetail[] {
  const { labels } = wording;
  const percent = new Intl.NumberFormat(wording.locale, { style: 'percent' });
  return [
    { label: labels.words, text: gap.words.join(', ') },
    {
      label: labels.topics,
      text: gap.topics.map(({ topic, tickets }) => `${topic} (${tickets})`).join(', '),
    },
    { label: labels.searches, items: gap.searches.map(({ query, count }) => `${query} (${count})`) },
    ...optional(labels.votes, gap.votes && wording.votes(gap.votes.unhelpful, gap.votes.votes)),
    {
      label: labels.nearest,
      items: gap.nearest.map(
        ({ articleId, title, confidence }) =>
          `${nameOf(articleId, title)}, ${labels.confidence} ${percent.format(confidence)}`,
      ),
    },
    { label: labels.samples, items: gap.samples },
    { label: labels.tickets, text: gap.ticketIds.join(', ') },
    { label: labels.id, text: gap.id },
  ];
}

/** An article by its title, with the id by which its file is found. */
function nameOf(articleId: string, title: string | undefined): string {
  return title === undefined ? articleId : `${title} (${articleId})`;
}

function optional(label: string, text: string | undefined): GapDetail[] {
  return text === undefined ? [] : [{ label, text }];
}

function hasContent({ text, items, code }: GapDetail): boolean {
  return Boolean(text) || Boolean(code) || (items?.length ?? 0) > 0;
}

/** What became of a gap that is closed, in one line. */
export function closedLine({ id, title, closing }: ClosedGap, wording: Wording): string {
  const how = wording.closed(closing?.articleId);
  const weekly = closing && weeklyText(closing, wording);
  return [`${id}${wording.colon}${title}`, how, ...(weekly === undefined ? [] : [weekly])].join(', ');
}

function weeklyText(
  closing: { ticketsPerWeekBefore: number; ticketsPerWeekAfter: number | null },
  wording: Wording,
): string {
  const { ticketsPerWeekBefore: before, ticketsPerWeekAfter: after } = closing;
  return wording.weekly(decimal(before, wording), after === null ? undefined : decimal(after, wording));
}

/** An amount of work, in minutes as far as they say more. */
function timeText(minutes: number, wording: Wording): string {
  if (minutes < 90) return wording.minutes(decimal(Math.round(minutes), wording));
  return wording.hours(decimal(minutes / 60, wording), minutes >= 120);
}

function languageName(code: string, { locale }: Wording): string {
  return new Intl.DisplayNames(locale, { type: 'language' }).of(code) ?? code;
}

function decimal(value: number, { locale }: Wording): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(value);
}

/** A day as people of a locale write it. */
export function shortDate(time: string, { locale }: Wording): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(time));
}
