/** Shows the fields of the chosen topic, and by when there is an answer to it. */
export function followTopic(form: HTMLFormElement, replies: Record<string, string>): void {
  const topic = form.querySelector<HTMLSelectElement>('[name=topic]')?.value ?? '';
  for (const field of form.querySelectorAll<HTMLElement>('.topic-field[data-topics]')) {
    const isAsked = (field.dataset['topics'] ?? '').split(' ').includes(topic);
    field.hidden = !isAsked;
    for (const control of field.querySelectorAll<HTMLInputElement>('[data-kept]'))
      control.disabled = !isAsked;
  }
  const promise = form.querySelector('.reply-by');
  if (promise) promise.textContent = replies[topic] ?? '';
}
