import { fill, fillPlural } from '../../messages/format-message.ts';
import type { Hit } from '../../search/hit.ts';
import { browserAnswerer } from '../search/browser-answerer.ts';
import type { Found } from '../search/found.ts';
import { SearchSession } from '../search/search-session.ts';
import { later } from '../shell/later.ts';
import type { PanelControls, View } from './panel-controls.ts';
import { make, makeButton } from './make-element.ts';
import { texts } from './panel-texts.ts';
import { panelEvents } from './panel-events.ts';
import { setPortalHtml } from './portal-html.ts';

const { search, widget, contact, locale } = texts;

/** The first view: a field, what was found for it, and the way to the form. */
export function searchView(panel: PanelControls): View {
  const { origin, product } = panel.place;
  const events = panelEvents(origin);
  const input = make('input', {
    id: 'query',
    type: 'search',
    placeholder: search.placeholder,
    maxlength: 500,
    autocomplete: 'off',
    enterkeyhint: 'search',
  });
  const heading = make('h3', {}, widget.recent);
  const list = make('ul', { class: 'plain-list hits' });
  const showRecent = (): void => {
    heading.textContent = widget.recent;
    heading.hidden = texts.recent.length === 0;
    list.replaceChildren(...texts.recent.map(({ title, url }) => hitLine(panel, { title, url })));
  };
  const session = new SearchSession({
    answer: browserAnswerer({ locale, origin, product }),
    show(query, found) {
      const sentence = foundSentence(query, found);
      heading.hidden = false;
      heading.textContent = sentence;
      panel.announce(sentence);
      const lines = (found?.hits ?? []).map((hit, at) =>
        hitLine(panel, hit, () => {
          session.chosen();
          events.record({ kind: 'clicked', locale, articleId: hit.articleId, query, position: at + 1 });
        }),
      );
      list.replaceChildren(...lines);
    },
    clear: showRecent,
    count(query, { total }) {
      panel.searched(query);
      events.record({ kind: 'searched', locale, query, position: total });
    },
    later,
  });
  input.addEventListener('input', () => session.typed(input.value));
  const form = make('form', { role: 'search' }, make('label', { for: 'query' }, search.label), input);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    session.chosen();
  });
  const write = makeButton(contact.title, 'button', () =>
    panel.writeRequest({ subject: input.value.trim() }),
  );
  showRecent();
  return {
    title: widget.button,
    body: make(
      'div',
      { class: 'search' },
      form,
      heading,
      list,
      make('p', { class: 'after' }, widget.stillStuck, write),
    ),
    address: `/${locale}/`,
    focus: input,
  };
}

function hitLine(
  panel: PanelControls,
  hit: Pick<Hit, 'title' | 'url'> & Partial<Hit>,
  opened: () => void = () => undefined,
): HTMLElement {
  const link = make('a', { href: panel.place.origin + hit.url }, make('strong', {}, hit.title));
  if (hit.sectionTitle && hit.sectionTitle !== hit.title)
    link.append(make('span', { class: 'soft' }, hit.sectionTitle));
  if (hit.snippet) {
    const snippet = make('span');
    setPortalHtml(snippet, hit.snippet);
    link.append(snippet);
  }
  link.addEventListener('click', (event) => {
    opened();
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void panel.openArticle(hit.url);
  });
  return make('li', {}, link);
}

function foundSentence(query: string, found: Found | undefined): string {
  if (!found) return widget.searchUnavailable;
  if (found.total === 0) return fill(search.nothing, { query });
  return fillPlural(texts.messageLocale, search.found, found.total);
}
