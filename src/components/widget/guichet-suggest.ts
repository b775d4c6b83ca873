import type { FormSuggestions } from './panel-door.ts';
import { GuichetWidget } from './guichet-widget.ts';
import { languageOf, loadPanel, portalOrigin } from './portal-of-script.ts';

const typing = ['focusin', 'input'] as const;

/**
 * `<guichet-suggest for="#description" subject="#subject">`: shows passages of the portal where it stands, while
 * somebody writes in a form of the page. It never touches the form. What happens is told in events, `guichet:shown`
 * and others.
 */
export class GuichetSuggest extends HTMLElement {
  readonly #root = this.attachShadow({ mode: 'open' });
  #suggestions: Promise<FormSuggestions> | undefined;

  connectedCallback(): void {
    // Heard on the page, so that a form which comes or is replaced later works too.
    for (const kind of typing) document.addEventListener(kind, this.#heard);
  }

  disconnectedCallback(): void {
    for (const kind of typing) document.removeEventListener(kind, this.#heard);
  }

  readonly #heard = ({ target, type }: Event): void => {
    const fields = [this.#selector('for'), this.#selector('subject')];
    if (!(target instanceof Element) || !fields.some((field) => field && target.matches(field))) return;
    this.#suggestions ??= this.#load();
    this.#suggestions.catch(() => (this.#suggestions = undefined));
    const isInput = type === 'input';
    void this.#suggestions.then(
      (suggestions) =>
        isInput && suggestions.wrote({ subject: this.#text('subject'), description: this.#text('for') }),
      () => undefined,
    );
  };

  async #load(): Promise<FormSuggestions> {
    const door = await loadPanel(languageOf(this));
    const product = this.getAttribute('product') ?? undefined;
    const widget = document.querySelector('guichet-widget');
    return door.suggestInForm(
      this.#root,
      { origin: portalOrigin, product },
      {
        open: (article, after) => void (widget instanceof GuichetWidget && widget.open(article, after)),
        close: () => void (widget instanceof GuichetWidget && widget.close()),
      },
    );
  }

  #selector(attribute: 'for' | 'subject'): string {
    return this.getAttribute(attribute) ?? '';
  }

  #text(attribute: 'for' | 'subject'): string {
    const selector = this.#selector(attribute);
    const field = selector && document.querySelector<HTMLElement & { value?: string }>(selector);
    return field ? (field.value ?? field.innerText) : '';
  }
}
