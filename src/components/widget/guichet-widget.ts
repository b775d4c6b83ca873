import rules from './loader.css?inline';
import type { PanelDoor, Panel } from './panel-door.ts';
import { languageOf, loadPanel, portalOrigin, settings } from './portal-of-script.ts';

/**
 * `<guichet-widget locale product button="none">`: a button that opens the help of a portal over the page. Everything
 * lives in its shadow root. The panel is fetched when it is opened for the first time.
 */
export class GuichetWidget extends HTMLElement {
  readonly #root = this.attachShadow({ mode: 'open' });
  readonly #panels = new Map<string, Panel>();

  connectedCallback(): void {
    if (this.#root.childElementCount > 0) return;
    this.#root.adoptedStyleSheets = [sheetOf(rules), sheetOf(accentRules())];
    const { button } = languageOf(this);
    if (this.getAttribute('button') !== 'none') this.#root.append(this.#button(button));
  }

  /**
   * Opens the panel, at an article when one is named: `fr/billing/refunds`. `after` stands below its text. Resolves when
   * it is shown, or when it turned out that it cannot be.
   */
  async open(article?: string, after?: HTMLElement): Promise<void> {
    this.#say(false);
    this.#busy(true);
    const panel = await this.#panel().catch(() => undefined);
    this.#busy(false);
    if (panel) panel.open(article, after);
    else this.#say(true);
  }

  /** Closes the panel; what was typed in it is kept. */
  close(): void {
    for (const panel of this.#panels.values()) panel.close();
  }

  async #panel(): Promise<Panel> {
    const language = languageOf(this);
    const product = this.getAttribute('product') ?? undefined;
    const key = `${language.panel} ${product}`;
    const door: PanelDoor = await loadPanel(language);
    const panel = this.#panels.get(key) ?? door.createPanel(this.#root, { origin: portalOrigin, product });
    this.#panels.set(key, panel);
    return panel;
  }

  #button(label: string): HTMLElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'open';
    button.part = 'button';
    button.setAttribute('aria-haspopup', 'dialog');
    button.textContent = label;
    button.addEventListener('click', () => void this.open());
    return button;
  }

  #busy(isBusy: boolean): void {
    this.#root.querySelector('.open')?.setAttribute('aria-busy', String(isBusy));
  }

  #say(isUnavailable: boolean): void {
    this.#root.querySelector('.trouble')?.remove();
    if (!isUnavailable) return;
    const { unavailable, openPortal, locale } = languageOf(this);
    const note = document.createElement('p');
    note.className = 'trouble';
    note.setAttribute('role', 'alert');
    const link = document.createElement('a');
    link.href = `${portalOrigin}/${locale}/`;
    link.textContent = openPortal;
    note.append(unavailable, ' ', link);
    this.#root.append(note);
    link.focus();
  }
}

function accentRules(): string {
  const { light, dark } = settings.accent;
  const rule = ([ground, letters]: [string, string]): string =>
    `:host{--ground:${ground};--letters:${letters}}`;
  return `${rule(light)}@media (prefers-color-scheme:dark){${rule(dark)}}`;
}

function sheetOf(text: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}
