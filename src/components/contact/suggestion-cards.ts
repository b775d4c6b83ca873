import { fill } from '../../messages/format-message.ts';
import type { Suggestion } from '../../search/hit.ts';

/**
 * Makes a card from the page's `<template>`: the passage that may answer, where it is from, why it is shown, and what can
 * be done with it. Buttons carry what they mean in `value`.
 */
export function suggestionCard(template: HTMLTemplateElement, suggestion: Suggestion): HTMLElement {
  const card = template.content.firstElementChild?.cloneNode(true);
  if (!(card instanceof HTMLElement)) throw new Error('The template of suggestions is empty.');
  card.dataset['article'] = suggestion.articleId;
  const part = (name: string): HTMLElement | null => card.querySelector(`.${name}`);
  part('title')?.append(suggestion.title);
  setOrRemove(part('section'), suggestion.sectionTitle === suggestion.title ? '' : suggestion.sectionTitle);
  const passage = part('passage');
  // Sanitised by the search room, on the server.
  if (passage) passage.innerHTML = suggestion.passage;
  const matched = part('matched');
  const words = suggestion.matched.join(', ');
  setOrRemove(matched, words && fill(matched?.textContent ?? '', { words }));
  for (const link of card.querySelectorAll<HTMLAnchorElement>('a.open')) link.href = suggestion.url;
  return card;
}

function setOrRemove(element: HTMLElement | null, text: string): void {
  if (text === '') element?.remove();
  else if (element) element.textContent = text;
}
