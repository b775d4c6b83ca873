import { addressOfArticle, readArticle } from './article-page.ts';
import { articleView } from './article-view.ts';
import { make, makeButton } from './make-element.ts';
import type { PanelControls, RequestOrigin, View } from './panel-controls.ts';
import type { Panel, PanelPlace } from './panel-door.ts';
import { panelSheet } from './panel-rules.ts';
import { texts } from './panel-texts.ts';
import { requestView } from './request-view.ts';
import { searchView } from './search-view.ts';
import { unavailableView } from './unavailable-view.ts';

interface ShownView extends View {
  /** Where the reader was in it. */
  left?: HTMLElement | undefined;
}

const maxSearched = 5;

/** The dialog over the page: a stack of views, the first of which is the search. */
export class HelpPanel implements Panel, PanelControls {
  readonly place: PanelPlace;
  readonly #root: ShadowRoot;
  readonly #dialog = make('dialog', {
    class: 'sheet panel',
    lang: texts.messageLocale,
    dir: texts.direction,
  });
  readonly #title = make('h2', { id: 'panel-title', tabindex: -1 });
  readonly #body = make('div', { class: 'body' });
  readonly #status = make('p', { role: 'status', class: 'visually-hidden' });
  readonly #back = makeButton('', 'back', () => this.back());
  readonly #portal = make('a', { target: '_blank', rel: 'noopener', class: 'portal' });
  #views: ShownView[] = [];
  #asked = 0;
  #searched: string[] = [];

  constructor(root: ShadowRoot, place: PanelPlace) {
    this.#root = root;
    this.place = place;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, panelSheet()];
    this.#dialog.setAttribute('aria-labelledby', this.#title.id);
    const close = makeButton('', 'close', () => this.close());
    name(this.#back, texts.widget.back);
    name(this.#portal, texts.widget.openPortal);
    name(close, texts.widget.close);
    this.#dialog.append(
      make('header', {}, this.#back, this.#title, this.#portal, close),
      this.#body,
      this.#status,
    );
    this.#dialog.addEventListener('click', ({ target }) => {
      // The dialog itself is hit only beside what it holds: on its backdrop.
      if (target === this.#dialog) this.close();
    });
    root.append(this.#dialog);
  }

  open(article?: string, after?: HTMLElement): void {
    if (!this.#dialog.open) this.#dialog.showModal();
    if (this.#views.length === 0) this.show(searchView(this));
    else this.#render();
    if (article) void this.openArticle(article, after);
  }

  close(): void {
    this.#leave();
    this.#dialog.close();
  }

  show(view: View): void {
    this.#leave();
    this.#views.push(view);
    this.#render();
  }

  replace(view: View): void {
    this.#views[this.#views.length - 1] = view;
    this.#render();
  }

  back(): void {
    this.#asked++;
    if (this.#views.length > 1) this.#views.pop();
    this.#render();
  }

  backTo(body: HTMLElement): void {
    if (this.#views.at(-1)?.body === body) return;
    while (this.#views.length > 1 && this.#views.at(-1)?.body !== body) this.#views.pop();
    this.#render();
  }

  async openArticle(article: string, after?: HTMLElement): Promise<void> {
    const asked = ++this.#asked;
    const address = addressOfArticle(article, this.place.origin);
    this.#body.ariaBusy = 'true';
    this.announce(texts.widget.loading);
    const view = await readArticle(address).then(
      (read) => articleView(this, { read, address, after }),
      () => unavailableView(this, address),
    );
    if (asked !== this.#asked) return;
    this.announce('');
    this.show(view);
  }

  writeRequest(from: RequestOrigin = {}): void {
    this.show(requestView(this, { ...from, searched: this.#searched }));
  }

  searched(query: string): void {
    this.#searched = [...this.#searched.filter((other) => other !== query), query].slice(-maxSearched);
  }

  announce(message: string): void {
    this.#status.textContent = message;
  }

  tell(name: string, detail: object): boolean {
    const event = new CustomEvent(`guichet:${name}`, { detail, bubbles: true, cancelable: true });
    return this.#root.host.dispatchEvent(event);
  }

  #leave(): void {
    this.#asked++;
    const view = this.#views.at(-1);
    const { activeElement } = this.#root;
    if (view) view.left = activeElement instanceof HTMLElement ? activeElement : undefined;
  }

  #render(): void {
    const view = this.#views.at(-1);
    if (!view) return;
    this.#title.textContent = view.title;
    this.#portal.href = this.place.origin + view.address;
    this.#back.hidden = this.#views.length === 1;
    this.#body.ariaBusy = null;
    this.#body.replaceChildren(view.body);
    this.#body.scrollTop = 0;
    const goal = view.left?.isConnected ? view.left : (view.focus ?? this.#title);
    goal.focus();
  }
}

/** Names a control that shows a sign alone. */
function name(control: HTMLElement, label: string): void {
  control.ariaLabel = label;
  control.title = label;
}
