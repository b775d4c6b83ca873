import type { Hit } from '../../search/hit.ts';

/** One line of the box: a hit, or the way to all results. */
export function hitOption(hit: Hit, id: string): HTMLAnchorElement {
  const option = optionTo(hit.url, id);
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

/** The last line: the results page. */
export function allResultsOption(label: string, url: string, id: string): HTMLAnchorElement {
  const option = optionTo(url, id);
  option.append(part('strong', label));
  return option;
}

function optionTo(url: string, id: string): HTMLAnchorElement {
  const option = document.createElement('a');
  option.id = id;
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
