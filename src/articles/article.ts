/** How far the team trusts an article: the states of Knowledge-Centered Service. */
export type ArticleState = 'draft' | 'unvalidated' | 'validated' | 'archived';

/**
 * The part of an article under one heading: the unit that is searched, suggested and cited.
 *
 * Text before the first heading is a section whose anchor is empty and whose title is the article's.
 */
export interface Section {
  /** Id of the heading on the page, without `#`; empty for the text before the first heading. */
  anchor: string;
  /** Plain text of the heading; the article's title when the anchor is empty. */
  title: string;
  /** Headings above this one inside the article, outermost first, without the article's title. */
  trail: string[];
  /** Plain text of the section's own content; blocks are separated by one newline. */
  text: string;
  /** Sanitised HTML of the section's blocks, one entry for each top-level block, in order. */
  blocks: string[];
}

/** A heading as the page shows it. */
export interface Heading {
  /** 2 for a section of the article; a level-1 heading that repeats the title is not listed. */
  depth: number;
  anchor: string;
  text: string;
}

/** A question an article answers. */
export interface Question {
  question: string;
  /** Plain text. */
  answer: string;
}

/** An image or a document for download that is kept beside an article. */
export interface ArticleImage {
  /** Absolute path of the file. */
  file: string;
  /** Name under `/media/`: content hash and original name, so that it can be cached for ever. */
  name: string;
  /** Pixels; absent for documents and for images that do not say. */
  width?: number;
  height?: number;
}

/** One Markdown file, read, checked and rendered. */
export interface Article {
  /** `<locale>/<path>`: the same everywhere an article is named. */
  id: string;
  locale: string;
  /** Path without locale and extension, in lower-case address form: `billing/refunds`. */
  path: string;
  title: string;
  /** One sentence for lists and search results: front matter, else the beginning of the text. */
  description: string;
  /** Words readers use that the text does not contain. */
  keywords: string[];
  /** Articles with the same key are translations of one another; the path unless front matter says otherwise. */
  key: string;
  /** Folder names in address form, from the outermost in; empty at the top. */
  category: string[];
  product?: string;
  audience?: string;
  owner?: string;
  state: ArticleState;
  /** Position among its siblings; unordered articles follow, by title. */
  order?: number;
  /** ISO date, `YYYY-MM-DD`: front matter, else the file's last change. */
  updated: string;
  /** Who made that change, as git names them; absent without git, or when front matter sets the date. */
  updatedBy?: string;
  /** ISO date after which the article is overdue for review. */
  reviewBy?: string;
  /** Ids of the gaps it was written to close: `gap-17`. */
  closes?: string[];
  /** Sanitised HTML of the whole body, without the title. */
  html: string;
  headings: Heading[];
  sections: Section[];
  /** Plain text of the steps of its first numbered list, where it has one. */
  steps?: string[];
  /** Sections whose heading is a question. */
  questions?: Question[];
  /** Addresses this article had before, root-relative, that lead here. */
  redirects?: string[];
  images: ArticleImage[];
  /** Markdown source of the body, without front matter. */
  markdown: string;
  /** Path of the file inside the articles folder, as it is on disk. */
  file: string;
}

/**
 * Something the writer should know about a file. An error is a mistake a reader would meet, such as a broken link, or
 * the reason why the file is left out; a warning is advice.
 */
export interface Finding {
  severity: 'error' | 'warning';
  /** Path of the file inside the articles folder. */
  file: string;
  /** 1-based line the finding is about. */
  line: number;
  message: string;
}
