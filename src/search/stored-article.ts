import type { Piece } from './html-to-pieces.ts';

/** A section as the index keeps it: enough for a snippet or a passage. */
export interface StoredSection {
  anchor: string;
  title: string;
  pieces: Piece[];
}

/** What an article is called. */
export interface ArticleName {
  id: string;
  title: string;
}

/** An article as the index keeps it. */
export interface StoredArticle extends ArticleName {
  sections: StoredSection[];
}
