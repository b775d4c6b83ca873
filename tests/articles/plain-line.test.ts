import { expect, test } from 'vitest';
import { plainLine } from '../../src/articles/render/plain-line.ts';

test.each([
  ['Le &grave;Magento-cloud&grave; CLI', 'Le Magento-cloud CLI'],
  ['The *post-deploy* hook is `skipped`', 'The post-deploy hook is skipped'],
  ['Edit your [host file](https://example.org/hosts)', 'Edit your host file'],
  ['max_allowed_packet, *.php and AT&T', 'max_allowed_packet, *.php and AT&T'],
  ['The <head> of a page, and [draft]', 'The <head> of a page, and [draft]'],
  ['1. Install [everything]', '1. Install [everything]'],
])('a title that says %s is shown as %s', (line, shown) => {
  expect(plainLine(line)).toBe(shown);
});
