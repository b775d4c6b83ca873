import { askSuggestions } from '../contact/ask-suggestions.ts';
import { SuggestionSession } from '../contact/suggestion-session.ts';
import { later } from '../shell/later.ts';
import { make, makeButton } from './make-element.ts';
import type { FormSuggestions, Panel, PanelPlace } from './panel-door.ts';
import { panelSheet } from './panel-rules.ts';
import { texts } from './panel-texts.ts';
import { SuggestionCards } from './suggestion-cards.ts';

const maxSubjectChars = 300;
const maxDescriptionChars = 20_000;

/** Shows passages in a shadow root while a form of the page, which is not ours, is written. */
export function suggestInForm(
  root: ShadowRoot,
  { origin, product }: PanelPlace,
  panel: Panel,
): FormSuggestions {
  const { locale, suggestions: words } = texts;
  const sheet = make('div', { class: 'sheet in-form', lang: texts.messageLocale, dir: texts.direction });
  let isDone = false;
  const cards = new SuggestionCards({
    origin,
    tell(name, detail) {
      const event = new CustomEvent(`guichet:${name}`, { detail, bubbles: true, cancelable: true });
      return root.host.dispatchEvent(event);
    },
    openArticle: (article, after) => panel.open(article, after),
    solved() {
      isDone = true;
      panel.close();
      const title = make('h2', { tabindex: -1 }, words.thanksTitle);
      const again = makeButton(words.writeAnyway, 'button button-quiet', () => {
        isDone = false;
        sheet.replaceChildren(cards.element);
      });
      sheet.replaceChildren(make('div', { class: 'card' }, title, make('p', {}, words.thanksText), again));
      title.focus();
    },
    rejected(articleId) {
      session.reject(articleId);
      panel.close();
    },
  });
  const session = new SuggestionSession({
    ask: (draft, signal) => askSuggestions({ locale, ...(product && { product }), ...draft }, signal, origin),
    show: (suggestions, draftId) => {
      if (!isDone) cards.show(suggestions, draftId);
    },
    later,
  });
  root.adoptedStyleSheets = [panelSheet()];
  sheet.append(cards.element);
  root.append(sheet);
  return {
    wrote({ subject, description }) {
      if (isDone) return;
      session.wrote({
        subject: subject.slice(0, maxSubjectChars),
        description: description.slice(0, maxDescriptionChars),
      });
    },
  };
}
