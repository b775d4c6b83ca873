import { fill, fillPlural, type PluralMessage } from '../../messages/format-message.ts';
import type { OfferedSuggestion } from './suggestion-session.ts';

/** Sentences of a card that depend on what it shows. */
export interface CardTexts {
  locale: string;
  solvedBefore: PluralMessage;
}

/** Shorter words explain nothing. */
const minWordChars = 3;

/**
 * Makes a card from the page's `<template>`: the passage that may answer, where and of when it is, why it is shown, and what can be done
 * with it. Buttons carry what they mean in `value`.
 */
export function suggestionCard(
  template: HTMLTemplateElement,
  suggestion: OfferedSuggestion,
  texts: CardTexts,
): HTMLElement {
  const card = template.content.firstElementChild?.cloneNode(true);
  if (!(card instanceof HTMLElement)) throw new Error('The template of suggestions is empty.');
  card.dataset['article'] = suggestion.articleId;
  const part = (name: string): HTMLElement | null => card.querySelector(`.${name}`);
  part('title')?.append(suggestion.title);
  setOrRemove(part('section'), suggestion.sectionTitle === suggestion.title ? '' : suggestion.sectionTitle);
  const passage = part('passage');
  // Sanitised by the search room, on the server.
  if (passage) passage.innerHTML = suggestion.passage;
  explain(part, suggestion, texts);
  for (const link of card.querySelectorAll<HTMLAnchorElement>('a.open')) link.href = suggestion.url;
  return card;
}

/** Why this one: the words it shares with the draft, the requests it has solved, and how fresh it is. */
function explain(
  part: (name: string) => HTMLElement | null,
  { matched, solvedTickets = 0, updatedText }: OfferedSuggestion,
  { locale, solvedBefore }: CardTexts,
): void {
  const words = matched.filter((word) => word.length >= minWordChars).join(', ');
  const [why, date] = [part('matched'), part('updated')];
  setOrRemove(why, words && fill(why?.textContent ?? '', { words }));
  setOrRemove(
    part('solved-before'),
    solvedTickets > 0 ? fillPlural(locale, solvedBefore, solvedTickets) : '',
  );
  setOrRemove(date, updatedText ? fill(date?.textContent ?? '', { date: updatedText }) : '');
}

function setOrRemove(element: HTMLElement | null, text: string): void {
  if (text === '') element?.remove();
  else if (element) element.textContent = text;
}
