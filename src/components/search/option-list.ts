/**
 * The list under a search field: options of which one may be active, by the ARIA pattern of the combobox. The focus
 * stays in the field; `aria-activedescendant` says which line Enter opens.
 */
export class OptionList {
  readonly #field: HTMLInputElement;
  readonly #panel: HTMLElement;
  readonly #list: HTMLElement;
  #active = -1;

  constructor(field: HTMLInputElement, panel: HTMLElement, list: HTMLElement) {
    this.#field = field;
    this.#panel = panel;
    this.#list = list;
    const attributes = { role: 'combobox', 'aria-autocomplete': 'list', 'aria-controls': list.id };
    for (const [name, value] of Object.entries(attributes)) field.setAttribute(name, value);
    this.open(false);
  }

  /** Place of the active line, from 0; -1 for none. */
  get active(): HTMLElement | undefined {
    const option = this.#list.children[this.#active];
    return option instanceof HTMLElement && !this.#panel.hidden ? option : undefined;
  }

  get isOpen(): boolean {
    return !this.#panel.hidden;
  }

  get length(): number {
    return this.#list.children.length;
  }

  /** 1-based place of a line. */
  placeOf(option: HTMLElement): number {
    return [...this.#list.children].indexOf(option) + 1;
  }

  /** Shows other lines. A reader who is on a line stays on it when it is among the new ones. */
  show(options: HTMLAnchorElement[], label = ''): void {
    const active = this.#list.children[this.#active];
    const kept = options.findIndex(({ href }) => active instanceof HTMLAnchorElement && active.href === href);
    options.forEach((option, place) => (option.id = `${this.#list.id}-${place}`));
    this.#list.replaceChildren(...options);
    this.#list.dataset['title'] = label;
    this.#activate(kept);
  }

  open(open: boolean): void {
    this.#panel.hidden = !open;
    this.#field.setAttribute('aria-expanded', String(open && this.length > 0));
    if (!open) this.#activate(-1);
  }

  /** Moves to the next line, or the one before; the field itself lies between the last and the first. */
  move(by: 1 | -1): void {
    this.open(true);
    const next = this.#active + by;
    this.#activate(next < -1 ? this.length - 1 : next >= this.length ? -1 : next);
  }

  #activate(place: number): void {
    this.#active = place;
    const options = [...this.#list.children];
    options.forEach((option, at) => option.setAttribute('aria-selected', String(at === place)));
    const active = options[place];
    if (active) this.#field.setAttribute('aria-activedescendant', active.id);
    else this.#field.removeAttribute('aria-activedescendant');
    active?.scrollIntoView({ block: 'nearest' });
  }
}
