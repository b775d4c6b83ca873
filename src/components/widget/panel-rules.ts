import base from '../../styles/base.css?inline';
import proseBoxes from '../../styles/prose-boxes.css?inline';
import prose from '../../styles/prose.css?inline';
import tokens from '../../styles/tokens.css?inline';
import views from './panel-views.css?inline';
import panel from './panel.css?inline';
import { texts } from './panel-texts.ts';

/**
 * The style of the panel: the portal's own rules, with the owner's colour. A constructed sheet is no inline style, so a
 * page's content policy has nothing against it.
 */
export function panelSheet(): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync([tokens, texts.accentRules, base, prose, proseBoxes, panel, views].join(''));
  return sheet;
}
