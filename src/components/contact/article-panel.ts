/** Shows an article over the form, so that nothing typed is lost: its text, cut out of its own page. */
export class ArticlePanel {
  readonly #dialog: HTMLDialogElement;
  readonly #text: HTMLElement;
  #wanted = '';

  constructor(dialog: HTMLDialogElement) {
    this.#dialog = dialog;
    this.#text = dialog.querySelector<HTMLElement>('.panel-text') ?? dialog;
  }

  /** Article the panel shows; empty while it is closed. */
  get articleId(): string {
    return this.#dialog.open ? (this.#dialog.dataset['article'] ?? '') : '';
  }

  /** Opens at the passage that was suggested; where the page cannot be fetched, a tab of its own takes over. */
  async open(articleId: string, link: HTMLAnchorElement): Promise<void> {
    const { href } = link;
    this.#wanted = href;
    this.#dialog.dataset['article'] = articleId;
    this.#part('h2').textContent = link.closest('article')?.querySelector('.title')?.textContent ?? '';
    this.#part<HTMLAnchorElement>('.full-page').href = href;
    this.#text.textContent = this.#text.dataset['loading'] ?? '';
    this.#dialog.showModal();
    const page = await fetchPage(href);
    if (this.#wanted !== href || !this.#dialog.open) return;
    const prose = page?.querySelector('main .prose');
    if (!prose) {
      this.close();
      window.open(href, '_blank', 'noopener');
      return;
    }
    this.#text.replaceChildren(...withoutIds(prose, new URL(href).hash).childNodes);
    const passage = this.#text.querySelector('[data-passage]');
    if (passage) passage.scrollIntoView({ block: 'start' });
    else this.#text.scrollTop = 0;
  }

  /** Closes it; the browser puts the focus back where it was. */
  close(): void {
    this.#dialog.close();
  }

  #part<Part extends HTMLElement = HTMLElement>(selector: string): Part {
    const part = this.#dialog.querySelector<Part>(selector);
    if (!part) throw new Error(`The panel has no ${selector}.`);
    return part;
  }
}

async function fetchPage(href: string): Promise<Document | undefined> {
  try {
    const response = await fetch(href);
    return response.ok ? new DOMParser().parseFromString(await response.text(), 'text/html') : undefined;
  } catch {
    return undefined;
  }
}

/** An article brings ids that the form may have too: they go, and links leave the form alone. */
function withoutIds(prose: Element, hash: string): Element {
  const target = hash && prose.querySelector(`#${CSS.escape(decodeURIComponent(hash.slice(1)))}`);
  if (target) target.setAttribute('data-passage', '');
  for (const element of prose.querySelectorAll('[id]')) element.removeAttribute('id');
  for (const link of prose.querySelectorAll('a')) {
    if (link.getAttribute('href')?.startsWith('#')) link.removeAttribute('href');
    link.target = '_blank';
    link.rel = 'noopener';
  }
  return prose;
}
