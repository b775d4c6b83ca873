import { SearchBox } from './search-box.ts';

/** `/` and Ctrl-K go to the first box that can be seen; `/` only where nothing is being written. */
export function listenForShortcuts(page: Document): void {
  page.addEventListener('keydown', (event) => {
    if (!isSlash(event) && !isControlK(event)) return;
    const box = [...page.querySelectorAll('search-box')].find((one) => one.checkVisibility());
    if (!(box instanceof SearchBox)) return;
    event.preventDefault();
    box.focusField();
  });
}

function isSlash({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  const writing = target instanceof Element && target.closest('input, textarea, select, [contenteditable]');
  return key === '/' && !writing && !ctrlKey && !metaKey && !altKey;
}

function isControlK({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return key.toLowerCase() === 'k' && (ctrlKey || metaKey) && !altKey;
}
