import type { Finding } from '../article.ts';
import type { FrontMatter } from './front-matter.ts';

/** A finding about one file, before its path is put to it. */
export type Remark = Omit<Finding, 'file'>;

/** A link to another file, or an image: its address is known only when all files are. */
export interface Reference {
  /** A `zoom` leads to the image it surrounds, in full size. */
  kind: 'link' | 'image' | 'zoom' | 'video';
  /** As the writer wrote it. */
  target: string;
  line: number;
}

/** A section whose HTML still holds reference marks. */
export interface RenderedSection {
  anchor: string;
  title: string;
  depth: number;
  trail: string[];
  text: string;
  /** HTML of the heading itself; empty for the text before the first heading. */
  heading: string;
  blocks: string[];
}

/**
 * What one file says by itself. It depends on nothing but the file's text and locale, so it can be made in a
 * worker thread and kept in a cache.
 */
export interface RenderedArticle {
  frontMatter: FrontMatter;
  /** The first heading's text, when front matter has no title. */
  heading: string | undefined;
  /** Markdown source without front matter. */
  markdown: string;
  sections: RenderedSection[];
  /** Every id a link may lead to: of headings, and those the writer set. */
  anchors: string[];
  references: Reference[];
  /** Plain text of each step of the first numbered list, when there are several. */
  steps: string[];
}

/** A rendered file, or only the remarks that say why there is none. */
export interface Rendering {
  article: RenderedArticle | undefined;
  remarks: Remark[];
}
