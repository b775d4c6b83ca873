/** Shows what is wrong beside each field, and above the form as a list of links; without mistakes, takes all of it away. */
export function showMistakes(form: HTMLFormElement, mistakes: Record<string, string>, title: string): void {
  for (const old of document.querySelectorAll('.error-summary, .form .field-error')) old.remove();
  for (const control of form.querySelectorAll('[aria-invalid]')) unmark(control);
  const entries = Object.entries(mistakes);
  for (const [name, text] of entries) mark(form, name, text);
  if (entries.length === 0) return;
  const summary = summaryOf(entries, title);
  form.closest('.width')?.prepend(summary);
  summary.focus();
}

function mark(form: HTMLFormElement, name: string, text: string): void {
  const control = form.elements.namedItem(name);
  if (!(control instanceof HTMLElement)) return;
  const message = make('p', { class: 'field-error', id: `${name}-error` }, text);
  control.before(message);
  control.setAttribute('aria-invalid', 'true');
  const described = [control.getAttribute('aria-describedby'), message.id].filter(Boolean).join(' ');
  control.setAttribute('aria-describedby', described);
  control.closest('details')?.setAttribute('open', '');
}

function unmark(control: Element): void {
  control.removeAttribute('aria-invalid');
  const described = (control.getAttribute('aria-describedby') ?? '').replace(/\S+-error/, '').trim();
  if (described) control.setAttribute('aria-describedby', described);
  else control.removeAttribute('aria-describedby');
}

function summaryOf(entries: [string, string][], title: string): HTMLElement {
  const summary = make('div', { class: 'error-summary', role: 'alert', tabindex: '-1' });
  const list = make('ul');
  for (const [name, text] of entries) {
    const item = make('li');
    item.append(make('a', { href: `#${name}` }, text));
    list.append(item);
  }
  summary.append(make('h2', {}, title), list);
  return summary;
}

function make(tag: string, attributes: Record<string, string> = {}, text = ''): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.textContent = text;
  return element;
}
