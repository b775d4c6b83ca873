import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';

const usage = `Compares Guichet with its peers, on this machine, in one run.

  npm run bench -- search --data FOLDER [--part PART]... [--only ENGINE]... [--queries N] [--every N] [--cache FOLDER]
  npm run bench -- events [--count N]
  npm run bench -- portal --content FOLDER [--packages FOLDER] [--query WORDS --query WORDS] [--only SITE]...
  npm run bench -- form --data FOLDER [--drafts N] [--cache FOLDER]

search: FOLDER holds kb-alchemy-fr, kb-dynamics-fr, faq-covid-fr and faq-covid-en (../shared/data unless given).
PART is known, questions, times, sizes, server or payload; all of them unless given. --queries titles are
timed (300), over every article or each that --every counts.
events: the desk's pages over N events (1000000) of ninety days, and how many come in a second, on SQLite and
PostgreSQL.
portal: FOLDER is a folder of articles in one language. Starlight and VitePress are installed into a temporary folder,
or taken from the node_modules of the folder given by --packages. SITE is Guichet, Starlight or VitePress.
form: FOLDER holds kb-alchemy-fr, kb-dynamics-fr and tickets. N of its requests are typed (all of them unless given) on a
portal that is built once and kept in the cache folder.`;

const { values, positionals } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/data' },
    cache: { type: 'string', default: 'data/cache' },
    part: { type: 'string', multiple: true, default: [] },
    only: { type: 'string', multiple: true, default: [] },
    queries: { type: 'string', default: '300' },
    every: { type: 'string', default: '1' },
    content: { type: 'string', default: '../shared/data/kb-adobe-commerce/fr' },
    packages: { type: 'string' },
    count: { type: 'string', default: '1000000' },
    query: { type: 'string', multiple: true },
    drafts: { type: 'string', default: '1000' },
  },
  allowPositionals: true,
});

const folders: Record<string, string> = {
  ...{ search: values.data, portal: values.content },
  ...{ form: values.data, events: '.' },
};
const [bench = ''] = positionals;
const folder = folders[bench];

if (folder === undefined) {
  console.log(usage);
  process.exitCode = positionals.length === 0 ? 0 : 1;
} else if (!existsSync(folder)) {
  console.error(`There is no folder ${folder}. Say where the data are, as in:\n\n${usage}`);
  process.exitCode = 1;
} else if (bench === 'search') {
  const { benchParts, benchSearch } = await import('./bench/search-bench.ts');
  const { only, cache: cacheFolder } = values;
  const parts = benchParts.filter((part) => values.part.length === 0 || values.part.includes(part));
  const [queries, every] = [Number(values.queries) || 300, Number(values.every) || 1];
  await benchSearch({ folder, cacheFolder, parts, only, queries, every });
} else if (bench === 'events') {
  const { benchEvents } = await import('./bench/events/events-bench.ts');
  await benchEvents(Number(values.count) || 1_000_000);
} else if (bench === 'form') {
  const { benchForm } = await import('./bench/form/form-bench.ts');
  await benchForm({ folder, cacheFolder: values.cache, drafts: Number(values.drafts) || 1000 });
} else {
  const { benchPortal } = await import('./bench/portal/portal-bench.ts');
  const [first = 'installation', second = 'configuration'] = values.query ?? [];
  const { packages, only } = values;
  await benchPortal({ content: folder, packages, queries: [first, second], only });
}
