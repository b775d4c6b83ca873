/** Brings the list of what is read most up to date; the page keeps the one it was built with when that fails. */
export async function refreshMostRead(section: HTMLElement): Promise<void> {
  const answer = await fetch(section.dataset['mostRead'] ?? '');
  if (!answer.ok) return;
  const articles = (await answer.json()) as { title: string; url: string }[];
  if (articles.length === 0) return;
  const items = articles.map(({ title, url }) => {
    const [item, link] = [document.createElement('li'), document.createElement('a')];
    link.href = url;
    link.textContent = title;
    item.append(link);
    return item;
  });
  section.querySelector('ol')?.replaceChildren(...items);
  section.hidden = false;
}
