import { expect, test } from 'vitest';
import { readOne } from './shelf.ts';

const attacks: [string, string][] = [
  ['a script', 'Hi <script>alert(1)</script> there'],
  ['an event handler', '<p onclick="alert(1)" onmouseover=alert(1)>Hi</p>'],
  [
    'a javascript: link',
    '<a href="javascript:alert(1)">Hi</a> and [Hi](javascript:alert(1)) <a href="JaVa\tScript:alert(1)">x</a>',
  ],
  ['a data: link', '<a href="data:text/html,<script>alert(1)</script>">Hi</a>'],
  ['a style element', '<style>body { display: none }</style>Hi'],
  ['a style attribute', '<p style="position:fixed">Hi</p>'],
  ['a frame', '<iframe src="/elsewhere"></iframe><iframe srcdoc="<script>alert(1)</script>"></iframe>Hi'],
  ['a form', '<form action="/x"><input name="password"><button>Go</button></form>Hi'],
  [
    'an image of another site',
    '<img src="https://tracker.example.org/p.png" alt="x"> ![y](//tracker.example.org/q.png)',
  ],
  [
    'an image that fails on purpose',
    '<img src="x" onerror="alert(1)" srcset="https://tracker.example.org/r.png">',
  ],
  ['a drawing with a script', '<svg><script>alert(1)</script></svg><svg onload=alert(1)>Hi</svg>'],
  ['a base address', '<base href="https://evil.example.org/"><meta http-equiv="refresh" content="0">Hi'],
  ['an unclosed comment', '<!-- <p>Hi</p> <script>alert(1)</script>'],
];

test.for(attacks)('%s does not reach the page', async ([, markdown]) => {
  const { html, sections } = await readOne(`Text before.\n\n${markdown}\n`);
  for (const output of [html, ...sections.flatMap(({ blocks }) => blocks)]) {
    expect(output).not.toMatch(/<(?:script|style|iframe|form|svg|base|meta|button)\b/i);
    expect(output).not.toMatch(/<[^>]*\s(?:on\w+|style|srcset|srcdoc)\s*=/i);
    expect(output).not.toMatch(/(?:href|src)="\s*(?:javascript|data):/i);
    expect(output).not.toMatch(/<img[^>]*src="(?:https?:)?\/\//i);
  }
});

test('what a page may do is kept: tables, keys, details, abbreviations, marks', async () => {
  const { html } = await readOne(
    '<kbd>Ctrl</kbd> <abbr title="x">Y</abbr> <mark>m</mark> <sub>2</sub>\n\n<details><summary>More</summary>\n\nText\n\n</details>\n',
  );
  expect(html).toContain('<kbd>Ctrl</kbd> <abbr title="x">Y</abbr> <mark>m</mark> <sub>2</sub>');
  expect(html).toContain('<details><summary>More</summary>');
});

test('an embedded player becomes a link, so that no other site learns who reads', async () => {
  const { html, shelf } = await readOne('<iframe src="https://video.example.org/1" width="9"></iframe>');
  expect(html).toBe(
    '<p><a href="https://video.example.org/1" class="video-link">Video (video.example.org)</a></p>',
  );
  expect(shelf.findings[0]?.message).toContain('<iframe> from another site is shown as a link');
});

test('words in angle brackets that are no HTML are shown to the reader', async () => {
  const { html } = await readOne('Run ssh <server> as <user name>.\n\n<project>\n');
  expect(html).toContain('ssh &#x3C;server> as &#x3C;user name>.');
  expect(html).toContain('<p>&#x3C;project></p>');
});
