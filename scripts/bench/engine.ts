import type { Article } from '../../src/articles/article.ts';

/** What every engine is given: an article or a section of one, the same text for all. */
export interface BenchDocument {
  id: string;
  title: string;
  text: string;
  article: Article;
}

/** A search engine with its documents in it. */
export interface LoadedEngine {
  /** Ids of the articles found, best first, at most ten. */
  search: (query: string) => string[] | Promise<string[]>;
  /** The same while the last word is being typed; absent when the engine has no such mode. */
  type?: (query: string) => string[] | Promise<string[]>;
  /** The same for a whole draft; the plain search when absent. */
  suggest?: (draft: string) => string[] | Promise<string[]>;
  /** Size of what is stored on disk; absent when nothing is. */
  bytes?: number;
  close?(): void | Promise<void>;
}

/** A way to search, before it has documents. */
export interface Engine {
  name: string;
  /** Engines that need seconds for a query are asked few. */
  isSlow?: boolean;
  open(locale: string, documents: BenchDocument[]): LoadedEngine | Promise<LoadedEngine>;
  /** Makes the index that is kept in a file; absent when the engine keeps none. */
  pack?(locale: string, documents: BenchDocument[]): Uint8Array;
  /** Makes such an index ready to be asked. */
  load?(bytes: Uint8Array): LoadedEngine;
}

/** An article as a bench document. */
export function benchDocument(article: Article): BenchDocument {
  const text = article.sections.map((section) => `${section.title}\n${section.text}`).join('\n');
  return { id: article.id, title: article.title, text, article };
}

/** The sections of an article as bench documents, each under the article's id: what is timed goes by sections. */
export function benchSections(article: Article): BenchDocument[] {
  return article.sections.map(({ title, text }) => ({
    id: article.id,
    title: article.title,
    text: `${title}\n${text}`,
    article,
  }));
}
