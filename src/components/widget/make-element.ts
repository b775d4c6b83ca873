/** Attributes of an element: `true` writes one without a value, `false` and `undefined` write none. */
type Attributes = Record<string, string | number | boolean | undefined>;

/** Makes an element with its attributes and content. Text is text: nothing in it is read as HTML. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...content: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    element.setAttribute(attribute, value === true ? '' : String(value));
  }
  element.append(...content);
  return element;
}

/** A button with what it does. */
export function makeButton(label: string, className: string, act: () => void): HTMLButtonElement {
  const button = make('button', { type: 'button', class: className }, label);
  button.addEventListener('click', act);
  return button;
}
