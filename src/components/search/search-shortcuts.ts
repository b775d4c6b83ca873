const searchFields = 'search-box input[type=search]';

/** `/` and Ctrl-K go to the first search field that can be seen; `/` only where nothing is being written. */
export function listenForShortcuts(page: Document): void {
  // What the field becomes when its code comes, at the first touch, is said before somebody reads it out.
  for (const field of page.querySelectorAll<HTMLInputElement>(searchFields)) {
    field.role = 'combobox';
    field.ariaExpanded = 'false';
  }
  page.addEventListener('keydown', (event) => {
    if (!isSlash(event) && !isControlK(event)) return;
    const field = [...page.querySelectorAll<HTMLInputElement>(searchFields)].find((one) =>
      one.checkVisibility(),
    );
    if (!field) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
}

function isSlash({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  const writing = target instanceof Element && target.closest('input, textarea, select, [contenteditable]');
  return key === '/' && !writing && !ctrlKey && !metaKey && !altKey;
}

function isControlK({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return key.toLowerCase() === 'k' && (ctrlKey || metaKey) && !altKey;
}
