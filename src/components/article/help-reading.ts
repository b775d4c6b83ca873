/**
 * Makes an article easier to use: links to headings, code and Markdown to copy, contents that follow the reading. Text without words for
 * its buttons, such as a passage beside a form, stays as it is.
 */
export function helpReading(page: Document): void {
  const prose = page.querySelector<HTMLElement>('.prose[data-copy-code]');
  if (!prose) return;
  offerHeadingLinks(prose);
  offerCodeCopies(prose);
  page.querySelector<HTMLButtonElement>('.copy-markdown')?.addEventListener('click', ({ currentTarget }) => {
    const { url = '', done = '' } = (currentTarget as HTMLElement).dataset;
    void fetch(url)
      .then((answer) => answer.text())
      .then((text) => copy(prose, text, done));
  });
  const contents = page.querySelector<HTMLDetailsElement>('.contents details');
  if (contents) followReading(prose, contents);
}

function offerHeadingLinks(prose: HTMLElement): void {
  const { copyLink = '', linkCopied = '' } = prose.dataset;
  for (const heading of prose.querySelectorAll<HTMLElement>(':is(h2, h3, h4)[id]')) {
    const link = document.createElement('a');
    link.className = 'heading-link';
    link.href = `#${encodeURIComponent(heading.id)}`;
    link.textContent = '#';
    link.setAttribute('aria-label', copyLink.replace('{heading}', heading.textContent));
    link.addEventListener('click', () => copy(prose, link.href, linkCopied));
    heading.append(link);
  }
}

function offerCodeCopies(prose: HTMLElement): void {
  const { copyCode = '', codeCopied = '' } = prose.dataset;
  for (const code of prose.querySelectorAll('pre')) {
    const [box, button] = [document.createElement('div'), document.createElement('button')];
    box.className = 'code';
    button.type = 'button';
    button.textContent = copyCode;
    button.addEventListener('click', () => copy(prose, code.textContent, codeCopied));
    code.replaceWith(box);
    box.append(code, button);
  }
}

/** Copies a text, and says so to everyone: the line under the article appears for a moment, and is read out. */
function copy(prose: HTMLElement, text: string, message: string): void {
  const status = prose.nextElementSibling;
  navigator.clipboard?.writeText(text).then(
    () => {
      if (!status) return;
      status.textContent = message;
      setTimeout(() => (status.textContent = ''), 2500);
    },
    () => undefined,
  );
}

function followReading(prose: HTMLElement, contents: HTMLDetailsElement): void {
  contents.open = matchMedia('(min-width: 62rem)').matches;
  const links = new Map(
    [...contents.querySelectorAll('a')].map((link) => [decodeURIComponent(link.hash.slice(1)), link]),
  );
  const observer = new IntersectionObserver(
    (entries) => {
      const entered = entries.find(({ isIntersecting }) => isIntersecting);
      const link = entered && links.get(entered.target.id);
      if (!link) return;
      for (const other of links.values()) other.removeAttribute('aria-current');
      link.setAttribute('aria-current', 'true');
    },
    { rootMargin: '0px 0px -70% 0px' },
  );
  for (const heading of prose.querySelectorAll('[id]')) if (links.has(heading.id)) observer.observe(heading);
}
