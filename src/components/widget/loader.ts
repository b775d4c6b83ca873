import { GuichetSuggest } from './guichet-suggest.ts';
import { GuichetWidget } from './guichet-widget.ts';
import { scriptData } from './portal-of-script.ts';

// What `/widget.js` does on a page: two elements, and one of them at the end of the page. No name is added to `window`;
// browsers make an element with an id known by that id, which is how a page may write `guichet.open('fr/…')`.
function start(): void {
  if (!document.querySelector('guichet-widget')) {
    const widget = document.createElement('guichet-widget');
    if (!document.getElementById('guichet')) widget.id = 'guichet';
    for (const name of ['locale', 'product', 'button']) {
      const value = scriptData[name];
      if (value) widget.setAttribute(name, value);
    }
    document.body.append(widget);
  }
  document.dispatchEvent(new CustomEvent('guichet:ready'));
}

if (!customElements.get('guichet-widget')) {
  customElements.define('guichet-widget', GuichetWidget);
  customElements.define('guichet-suggest', GuichetSuggest);
  if (document.body) start();
  else document.addEventListener('DOMContentLoaded', start);
}
