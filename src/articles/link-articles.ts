import { dirname, join, posix } from 'node:path';
import { addressOf, articleUrl } from './address.ts';
import type { Finding } from './article.ts';
import { imageAttributes, zoomAttributes } from './image-variants.ts';
import { withoutExtension, type Place } from './place-articles.ts';
import { isServable, readMedia, type Media } from './read-media.ts';
import { decode, findAnchor } from './render/references.ts';
import type { Reference, RenderedArticle } from './render/rendered-article.ts';

const readersAtOnce = 16;

/** A rendered article in its place, whose links are still open. */
export interface OpenArticle {
  file: string;
  modifiedMs: number;
  place: Place;
  rendered: RenderedArticle;
}

/** An article whose references are known. */
export interface LinkedArticle extends OpenArticle {
  /** For each reference, the HTML attributes that take its place. */
  attributes: string[];
  media: Media[];
}

/** A reference that leads to an article, to a file beside it, elsewhere on the site, or nowhere. */
type Goal =
  | { kind: 'article'; id: string; anchor: string }
  | { kind: 'file'; path: string }
  | { kind: 'site' }
  | { kind: 'nowhere' };

/** Where articles and the files beside them may be found. */
export interface LinkScope {
  /** The articles folder. */
  folder: string;
  /** The folder that files beside articles must be in. */
  root: string;
  locales: readonly string[];
}

/** Finds out where the links and images of all articles lead; a reference that leads nowhere is a finding. */
export async function linkArticles(
  articles: readonly OpenArticle[],
  { folder, root, locales }: LinkScope,
  findings: Finding[],
): Promise<LinkedArticle[]> {
  const shelf = makeShelf(articles, locales);
  const aimed = articles.map((article) => ({
    ...article,
    aims: article.rendered.references.map((reference) => ({
      reference,
      goal: findGoal(reference, article, shelf),
    })),
  }));
  const goals = aimed.flatMap(({ aims }) => aims.map(({ goal }) => goal));
  const paths = goals.flatMap((goal) => (goal.kind === 'file' ? [goal.path] : []));
  const media = await readAllMedia(new Set(paths), folder, root);
  return aimed.map(({ aims, ...article }) => ({
    ...article,
    ...closeLinks(article.file, aims, { shelf, media, findings }),
  }));
}

interface OpenShelf {
  /** Path in address form, with the locale's folder and without extension -> article id. */
  byPath: Map<string, string>;
  anchors: Map<string, ReadonlySet<string>>;
  locales: readonly string[];
}

function makeShelf(articles: readonly OpenArticle[], locales: readonly string[]): OpenShelf {
  const byPath = new Map(
    articles.map(({ file, place }) => [addressOf(withoutExtension(file).split('/')), place.id]),
  );
  for (const { file, place } of articles) {
    const folder = addressOf(dirname(file).split('/'));
    if (/^(index|readme)\.[^.]+$/i.test(posix.basename(file)) && !byPath.has(folder))
      byPath.set(folder, place.id);
  }
  const anchors = new Map(articles.map(({ place, rendered }) => [place.id, new Set(rendered.anchors)]));
  return { byPath, anchors, locales };
}

function findGoal({ kind, target }: Reference, { file }: OpenArticle, shelf: OpenShelf): Goal {
  const [, address = '', anchor = ''] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(target) ?? [];
  const path = decode(address);
  const id = path.startsWith('/')
    ? findFromRoot(path, file, shelf)
    : shelf.byPath.get(keyOf(dirname(file), path));
  if (kind === 'link' && id !== undefined) return { kind: 'article', id, anchor };
  if (kind === 'link' && path.startsWith('/') && !/\.(md|markdown)$/i.test(path)) return { kind: 'site' };
  const isImage = kind === 'image' || kind === 'zoom';
  if (!isServable(path, isImage ? 'image' : 'document')) return { kind: 'nowhere' };
  const folder = path.startsWith('/') ? '.' : dirname(file);
  return { kind: 'file', path: posix.join(folder, path.startsWith('/') ? `.${path}` : path) };
}

// Other tools write `/help/billing/refunds.md` from the root of their repository: leading folders are tried away.
function findFromRoot(path: string, file: string, { byPath, locales }: OpenShelf): string | undefined {
  const names = path.split('/').filter((name) => name !== '');
  const [locale = '', articles, ...rest] = names;
  const own = file.includes('/') ? file.slice(0, file.indexOf('/')) : '';
  if (locales.includes(locale) && articles === 'articles') {
    return [...byPath.values()].find((id) => id === `${locale}/${addressOf(rest)}`);
  }
  if (!/\.(md|markdown)$/i.test(path)) return byPath.get(keyOf('', path));
  for (let dropped = 0; dropped < names.length; dropped += 1) {
    const tail = names.slice(dropped).join('/');
    const id = byPath.get(keyOf('', tail)) ?? byPath.get(keyOf(own, tail));
    if (id !== undefined) return id;
  }
  return undefined;
}

function keyOf(folder: string, path: string): string {
  const names = posix.join(folder, withoutExtension(path).replace(/\.html?$/i, '')).split('/');
  return addressOf(names.filter((name) => name !== '' && name !== '.'));
}

async function readAllMedia(paths: Set<string>, folder: string, root: string): Promise<Map<string, Media>> {
  const waiting = [...paths];
  const found = new Map<string, Media>();
  const read = async () => {
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      const media = await readMedia(join(folder, path), root);
      if (media !== undefined) found.set(path, media);
    }
  };
  await Promise.all(Array.from({ length: readersAtOnce }, read));
  return found;
}

function closeLinks(
  file: string,
  aims: readonly { reference: Reference; goal: Goal }[],
  { shelf, media, findings }: { shelf: OpenShelf; media: ReadonlyMap<string, Media>; findings: Finding[] },
): Pick<LinkedArticle, 'attributes' | 'media'> {
  const used = new Set<Media>();
  const attributes = aims.map(({ reference, goal }) => {
    const found = goal.kind === 'file' ? media.get(goal.path) : undefined;
    if (found !== undefined) used.add(found);
    const { attribute, problem, severity = 'error' } = closeLink(reference, goal, { shelf, found });
    if (problem !== undefined) findings.push({ severity, file, line: reference.line, message: problem });
    return attribute;
  });
  return { attributes, media: [...used] };
}

interface ClosedLink {
  attribute: string;
  problem?: string;
  severity?: Finding['severity'];
}

function closeLink(
  { kind, target }: Reference,
  goal: Goal,
  { shelf, found }: { shelf: OpenShelf; found: Media | undefined },
): ClosedLink {
  if (goal.kind === 'article') return closeArticleLink(goal, shelf, target);
  if (goal.kind === 'site') return closeSiteLink(target, shelf);
  if (found === undefined && kind === 'zoom') return { attribute: '' };
  if (found === undefined && kind === 'link') return { attribute: '', problem: nowhere(target) };
  if (found === undefined)
    return { attribute: ' class="missing-image"', problem: `There is no image ${target}` };
  if (kind === 'image') return { attribute: imageAttributes(found) };
  if (kind === 'zoom') return { attribute: zoomAttributes(found) };
  const address = `/media/${encodeURIComponent(found.name)}`;
  return { attribute: ` ${kind === 'link' ? 'href' : 'src'}="${address}"` };
}

function closeArticleLink(
  { id, anchor }: { id: string; anchor: string },
  shelf: OpenShelf,
  target: string,
): ClosedLink {
  const found = anchor === '' ? '' : findAnchor(anchor, shelf.anchors.get(id) ?? new Set());
  const attribute = ` href="${articleUrl(id, found)}"`;
  return found === undefined
    ? { attribute, problem: `No heading of ${id} is #${anchor}: ${target}` }
    : { attribute };
}

function closeSiteLink(target: string, { locales }: OpenShelf): ClosedLink {
  const [, first = '', second] = target.split(/[/?#]/);
  const attribute = ` href="${target.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
  if (first === '' || (locales.includes(first) && second !== 'articles')) return { attribute };
  if (locales.includes(first)) return { attribute: '', problem: nowhere(target) };
  const problem = `The link leaves the articles for another page of this site, which may not exist: ${target}`;
  return { attribute, problem, severity: 'warning' };
}

function nowhere(target: string): string {
  return target === '' ? 'The link has no address.' : `The link leads nowhere: ${target}`;
}
