/** Makes an article easier to use: links to headings, contents that follow the reading. */
export function helpReading(page: Document): void {
  const prose = page.querySelector<HTMLElement>('.prose');
  if (!prose) return;
  offerHeadingLinks(prose);
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
    link.addEventListener('click', () => {
      navigator.clipboard?.writeText(link.href).then(
        () => say(prose, linkCopied),
        () => undefined,
      );
    });
    heading.append(link);
  }
}

function say(prose: HTMLElement, message: string): void {
  const status = prose.nextElementSibling;
  if (status?.role === 'status') status.textContent = message;
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
