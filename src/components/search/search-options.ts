import type { Hit } from '../../search/hit.ts';

/** One line of the box: a hit, or the way to all results. */
export function hitOption(hit: Hit): HTMLAnchorElement {
  const option = optionTo(hit.url);
  option.dataset['article'] = hit.articleId;
  const section = hit.sectionTitle === hit.title ? '' : hit.sectionTitle;
  option.append(part('strong', hit.title));
  if (section) option.append(part('span', section, 'search-section'));
  const snippet = part('span', '');
  // Sanitised by the search room: text, and `<mark>` around the words that were found.
  snippet.innerHTML = hit.snippet;
  option.append(snippet);
  return option;
}

/** A line that leads somewhere, by name: the results page, the categories, the form. */
export function linkOption(label: string, url: string): HTMLAnchorElement {
  const option = optionTo(url);
  option.append(part('strong', label));
  return option;
}

/** A line that searches again for what was searched before. */
export function recentOption(query: string): HTMLAnchorElement {
  const option = optionTo('#');
  option.dataset['query'] = query;
  option.append(part('span', query, 'search-recent'));
  return option;
}

function optionTo(url: string): HTMLAnchorElement {
  const option = document.createElement('a');
  option.href = url;
  option.className = 'search-option';
  option.tabIndex = -1;
  option.setAttribute('role', 'option');
  option.setAttribute('aria-selected', 'false');
  return option;
}

function part(name: string, text: string, className = ''): HTMLElement {
  const element = document.createElement(name);
  element.textContent = text;
  if (className) element.className = className;
  return element;
}
