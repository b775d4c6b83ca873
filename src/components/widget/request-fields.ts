import { make } from './make-element.ts';
import { texts, type Choice } from './panel-texts.ts';

/** A control of the form. */
export type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What a field says beside its label. */
interface FieldWords {
  label: string;
  hint?: string | undefined;
  isOptional?: boolean;
}

/** A control with its label, its hint, and room for what is wrong with it. */
export function makeField(control: Control, { label, hint, isOptional = false }: FieldWords): HTMLElement {
  const { name } = control;
  control.id = name;
  const text = make('label', { for: name }, label);
  if (isOptional) text.append(make('span', { class: 'soft' }, ` (${texts.contact.optional})`));
  const field = make('div', { class: 'field' }, text);
  if (hint) field.append(make('p', { id: `${name}-hint`, class: 'soft' }, hint));
  field.append(make('p', { id: `${name}-error`, class: 'mistake', hidden: true }), control);
  control.setAttribute(
    'aria-describedby',
    [hint && `${name}-hint`, `${name}-error`].filter(Boolean).join(' '),
  );
  return field;
}

/** A list to choose from; nothing is chosen at first. */
export function makeChoice(name: string, choices: Choice[], required = false): HTMLSelectElement {
  const options = choices.map(({ id, name: label }) => make('option', { value: id }, label));
  return make('select', { name, required }, make('option', { value: '' }, texts.contact.choose), ...options);
}

/** Says beside each control what is wrong with it, or nothing, and goes to the first that is. */
export function showMistakes(form: HTMLFormElement, mistakes: Record<string, string>): void {
  for (const control of controlsOf(form)) {
    const mistake = mistakes[control.name];
    const note = form.querySelector<HTMLElement>(`#${CSS.escape(control.name)}-error`);
    if (!note) continue;
    note.textContent = mistake ?? '';
    note.hidden = mistake === undefined;
    if (mistake === undefined) control.removeAttribute('aria-invalid');
    else {
      control.ariaInvalid = 'true';
      control.closest('details')?.setAttribute('open', '');
    }
  }
  form.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
}

/** The named controls of a form, in their order. */
export function controlsOf(form: HTMLFormElement): Control[] {
  return [...form.querySelectorAll<Control>('[name]')];
}
