/** Shows the image of a link in full size, over the page: Escape, the button or a click closes it. Without this script the link opens the file. */
export function zoomImage(link: HTMLAnchorElement, thumbnail: HTMLImageElement): void {
  const dialog = document.createElement('dialog');
  const [image, button] = [document.createElement('img'), document.createElement('button')];
  dialog.className = 'zoomed';
  dialog.setAttribute('aria-label', thumbnail.alt);
  image.src = link.href;
  image.alt = thumbnail.alt;
  button.textContent = link.closest<HTMLElement>('.prose')?.dataset['closeImage'] ?? '';
  dialog.append(button, image);
  dialog.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a.zoom') : undefined;
  const image = link?.querySelector('img');
  // A reader who asks for a new tab gets one.
  if (!(link instanceof HTMLAnchorElement) || !image || event.ctrlKey || event.metaKey || event.shiftKey)
    return;
  event.preventDefault();
  zoomImage(link, image);
});
