import type { PanelControls, View } from './panel-controls.ts';
import { make, makeButton } from './make-element.ts';
import { panelEvents } from './panel-events.ts';
import { texts } from './panel-texts.ts';

const { suggestions: words, locale } = texts;
const efforts = [1, 2, 3, 4, 5];

/** The end without a ticket: thanks, one question, and the way back to the request. */
export function thanksView(panel: PanelControls, articleId: string, resume: () => void): View {
  return {
    title: words.thanksTitle,
    body: make(
      'div',
      { class: 'note' },
      make('p', {}, words.thanksText),
      effortQuestion(panel.place.origin, articleId),
      makeButton(words.writeAnyway, 'button button-quiet', () => {
        resume();
        panel.back();
      }),
    ),
    address: `/${locale}/`,
  };
}

/** How much effort the answer took, from 1 to 5. Answered once, and not at all when the reader goes on. */
export function effortQuestion(origin: string, articleId: string): HTMLElement {
  const row = make('div', { class: 'effort' });
  const group = make('fieldset', {}, make('legend', {}, words.effort), row);
  const choices = efforts.map((value) =>
    makeButton(String(value), 'button button-quiet', () => {
      panelEvents(origin).record({ kind: 'rated', locale, articleId, value });
      panelEvents(origin).flush();
      group.replaceChildren(make('p', { role: 'status' }, words.effortThanks));
    }),
  );
  row.append(make('span', {}, words.effortLow), ...choices, make('span', {}, words.effortHigh));
  return group;
}
