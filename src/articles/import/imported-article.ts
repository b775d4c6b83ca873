/** An article as another tool exported it. */
export interface ImportedArticle {
  /** Names the article in its tool, so that importing again recognises it. */
  source: string;
  title: string;
  /** As the tool writes it, such as `en-us`; absent when it does not say. */
  locale?: string | undefined;
  /** Names of the folders it was filed in, from the outermost in. */
  folders: string[];
  body: { html: string } | { markdown: string };
  keywords: string[];
  isDraft: boolean;
  /** ISO date of the last change. */
  updated?: string | undefined;
  /** Address in the former help centre, for links from other articles. */
  address?: string | undefined;
}
