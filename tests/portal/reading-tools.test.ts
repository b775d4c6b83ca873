import { describe, expect, it } from 'vitest';
import { describeArticle } from '../../src/components/article/describe-article.ts';
import {
  forgetSearches,
  recentSearches,
  rememberSearch,
} from '../../src/components/search/recent-searches.ts';
import { replyTime } from '../../src/messages/reply-time.ts';

function memory(): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  } as Storage;
}

describe('recent searches', () => {
  it('are the last five, the newest first, each once', () => {
    const browser = memory();
    for (const query of ['a', 'b', 'c', 'B', 'd', 'e', 'f']) rememberSearch(browser, query);
    expect(recentSearches(browser)).toEqual(['f', 'e', 'd', 'B', 'c']);
  });

  it('are forgotten when the reader asks, and something else in their place is no list', () => {
    const browser = memory();
    rememberSearch(browser, 'facture');
    forgetSearches(browser);
    expect(recentSearches(browser)).toEqual([]);
    browser.setItem('guichet:searches', '{"broken"');
    expect(recentSearches(browser)).toEqual([]);
  });
});

describe('when a first reply can be expected', () => {
  const hours = { from: '09:00', to: '18:00', replyWithinHours: 8 };

  it('is said with the days the team is there, as a range where they follow one another', () => {
    const days = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;
    expect(replyTime('en', { ...hours, days })).toMatch(/8 working hours \(Mon – Fri, 9:00.AM – 6:00.PM\)/);
    expect(replyTime('fr', { ...hours, days })).toContain(
      '8\u00a0heures ouvrées (lun. – ven., 09:00 – 18:00)',
    );
  });

  it('is said with a list of days otherwise, and in the singular for one hour', () => {
    const text = replyTime('en', { ...hours, days: ['mon', 'thu'], replyWithinHours: 1 });
    expect(text).toContain('1 working hour (');
    expect(text).toMatch(/Mon\S* .*Thu/);
  });
});

describe('what search engines are told of an article', () => {
  const article = {
    ...{
      title: 'Pay',
      description: 'How to pay.',
      url: 'https://x.example/en/articles/pay',
      updated: '2026-01-01',
    },
    ...{ locale: 'en', steps: [], questions: [], trail: [{ title: 'Home', url: 'https://x.example/en' }] },
  };
  const typesOf = (described: object) =>
    JSON.parse(JSON.stringify(described)) as { '@graph': { '@type': string }[] };

  it('is where it stands, and that it is an article', () => {
    const types = typesOf(describeArticle(article))['@graph'].map((one) => one['@type']);
    expect(types).toEqual(['BreadcrumbList', 'TechArticle']);
  });

  it('is its steps when it has some, and its questions when it has several', () => {
    const steps = ['Open the invoice', 'Press Pay'];
    expect(typesOf(describeArticle({ ...article, steps }))['@graph'][1]).toMatchObject({
      '@type': 'HowTo',
      step: [{ text: 'Open the invoice' }, { text: 'Press Pay' }],
    });
    const questions = [1, 2].map((n) => ({ question: `Why ${n}?`, answer: 'Because '.repeat(100) }));
    const described = typesOf(describeArticle({ ...article, steps, questions }))['@graph'][1];
    expect(described).toMatchObject({ '@type': 'FAQPage' });
    expect(JSON.stringify(described).length).toBeLessThan(1_200);
  });
});
