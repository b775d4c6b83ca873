import type { PanelControls, View } from './panel-controls.ts';
import { make } from './make-element.ts';
import { texts } from './panel-texts.ts';

/** What is shown when an article cannot be: why, and the way to it on the portal. */
export function unavailableView({ place }: PanelControls, address: URL): View {
  const link = make('a', { class: 'button', href: address.href, target: '_blank', rel: 'noopener' });
  link.textContent = texts.widget.openPortal;
  return {
    title: texts.widget.unavailable,
    body: make('div', { class: 'note' }, make('p', {}, texts.widget.articleUnavailable), make('p', {}, link)),
    address: address.href.slice(place.origin.length),
  };
}
