import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { benchSearch } from './bench/search-bench.ts';

const usage = `Compares Guichet with its peers, on this machine, in one run.

  npm run bench -- search --data FOLDER

FOLDER holds kb-alchemy-fr, kb-dynamics-fr, faq-covid-fr and faq-covid-en (../shared/data unless given).`;

const { values, positionals } = parseArgs({
  options: { data: { type: 'string', default: '../shared/data' } },
  allowPositionals: true,
});

if (positionals[0] !== 'search') {
  console.log(usage);
  process.exitCode = positionals.length === 0 ? 0 : 1;
} else if (!existsSync(values.data)) {
  console.error(`There is no folder ${values.data}. Say where the data are with --data FOLDER.`);
  process.exitCode = 1;
} else {
  await benchSearch(values.data);
}
