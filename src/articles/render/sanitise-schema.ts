import { defaultSchema, type Options } from 'rehype-sanitize';

const dropped = new Set(['picture', 'source', 'strike', 'tt']);
const added = [
  ...['abbr', 'bdi', 'bdo', 'caption', 'cite', 'col', 'colgroup', 'dfn', 'figcaption', 'figure'],
  ...['mark', 'small', 'time', 'u', 'wbr'],
];

/**
 * What survives of the HTML in an article: text, structure and links, nothing that runs or draws by itself.
 *
 * No `style` attribute, because the pages' content security policy forbids it. Ids are kept as they are: a heading's
 * anchor must be the id on the page.
 */
export const sanitiseSchema: Options = {
  ancestors: defaultSchema.ancestors ?? {},
  attributes: {
    '*': ['id', 'lang', 'dir', 'title'],
    a: [
      ['className', 'video-link'],
      'href',
      'name',
      'dataFootnoteRef',
      'dataFootnoteBackref',
      'ariaDescribedBy',
      'ariaLabel',
    ],
    blockquote: ['cite'],
    code: [['className', /^language-./]],
    col: ['span'],
    colgroup: ['span'],
    del: ['cite', 'dateTime'],
    details: ['open', ['name', /^tabs-\d+$/]],
    div: [
      ['className', 'callout', /^callout-[a-z]+$/, 'tabs'],
      ['role', 'note'],
    ],
    img: ['src', 'alt', 'width', 'height'],
    input: [['disabled', true], ['type', 'checkbox'], 'checked'],
    ins: ['cite', 'dateTime'],
    li: ['value', ['className', 'task-list-item']],
    ol: ['start', 'reversed', 'type', ['className', 'contains-task-list']],
    p: [['className', 'callout-title', 'footnotes-title']],
    q: ['cite'],
    section: ['dataFootnotes', ['className', 'footnotes']],
    td: ['align', 'colSpan', 'rowSpan', 'headers'],
    th: ['align', 'colSpan', 'rowSpan', 'headers', 'scope', 'abbr'],
    time: ['dateTime'],
    ul: [['className', 'contains-task-list']],
  },
  clobber: [],
  protocols: { cite: ['http', 'https'], href: ['http', 'https', 'mailto', 'tel'], src: ['http', 'https'] },
  required: { input: { disabled: true, type: 'checkbox' } },
  strip: [
    ...['script', 'style', 'template', 'noscript', 'title', 'svg', 'math'],
    ...['iframe', 'object', 'embed', 'audio', 'video', 'form', 'select', 'textarea', 'button'],
  ],
  tagNames: [...(defaultSchema.tagNames ?? []).filter((name) => !dropped.has(name)), ...added],
};
