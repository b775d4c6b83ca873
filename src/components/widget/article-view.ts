import { panelEvents } from './panel-events.ts';
import { isArticleAddress, type ReadArticle } from './article-page.ts';
import type { PanelControls, View } from './panel-controls.ts';
import { make, makeButton } from './make-element.ts';
import { texts } from './panel-texts.ts';

/** An article that was fetched, and where it was found. */
interface ArticleViewParts {
  read: ReadArticle;
  address: URL;
  /** What stands after the text; the way to the form when there is nothing else. */
  after: HTMLElement | undefined;
}

/** Shows an article. Links to other articles stay in the panel, all others open beside the page. */
export function articleView(panel: PanelControls, { read, address, after }: ArticleViewParts): View {
  const { origin } = panel.place;
  const { text, locale, articleId, title } = read;
  text.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link && !hasModifier(event)) follow(panel, { link, event, address });
  });
  for (const link of text.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    if (!isArticleAddress(new URL(link.href), origin))
      Object.assign(link, { target: '_blank', rel: 'noopener' });
  }
  panelEvents(origin).record({ kind: 'viewed', locale: texts.locale, articleId });
  const body = make('div', { lang: locale }, text, after ?? writeAfter(panel, articleId));
  queueMicrotask(() => reveal(body, address));
  return { title, body, address: address.pathname + address.hash };
}

/** The way from an article to the form, for readers it did not help. */
function writeAfter(panel: PanelControls, article: string): HTMLElement {
  const { widget, contact } = texts;
  return make(
    'p',
    { class: 'after' },
    widget.stillStuck,
    makeButton(contact.title, 'button button-quiet', () => panel.writeRequest({ article })),
  );
}

function follow(
  panel: PanelControls,
  { link, event, address }: { link: HTMLAnchorElement; event: Event; address: URL },
): void {
  const target = new URL(link.href);
  if (!isArticleAddress(target, panel.place.origin)) return;
  event.preventDefault();
  if (target.pathname === address.pathname) reveal(link.closest('.body'), target);
  else void panel.openArticle(target.href);
}

function reveal(body: Element | null, { hash }: URL): void {
  if (hash) body?.querySelector(`#${CSS.escape(decodeURIComponent(hash.slice(1)))}`)?.scrollIntoView();
}

function hasModifier({ ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean {
  return ctrlKey || metaKey || shiftKey || altKey;
}
