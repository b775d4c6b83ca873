import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { ArticleWords } from '../../src/reports/gaps/gap.ts';

const FrontMatter = z.object({ keywords: z.array(z.coerce.string()).catch([]) }).catch({ keywords: [] });

/** The keywords and the text of an article's file. An article that is gone has no words. */
export function readArticleWords(file: string): ArticleWords {
  let source: string;
  try {
    source = readFileSync(file, 'utf8');
  } catch {
    return { keywords: [], text: '' };
  }
  const [, frontMatter = '', text = source] = /^\uFEFF?---\r?\n(.*?)\r?\n---\r?\n(.*)$/su.exec(source) ?? [];
  return { ...FrontMatter.parse(parse(frontMatter)), text };
}
