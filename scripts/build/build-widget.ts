import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { build, type Plugin, type Rolldown } from 'vite';
import { bundledFiles } from '../../src/components/widget/widget-files.ts';

const projectFolder = resolve(import.meta.dirname, '../..');
const widgetFolder = join(projectFolder, 'src/components/widget');
/** What the panel fetches when it needs it: the search for when the server does not answer, the calendar of the form, and the work a flood is asked for. */
const parts = {
  search: join(projectFolder, 'src/components/search/ask-browser.ts'),
  calendar: join(projectFolder, 'src/tickets/expected-reply.ts'),
  proof: join(projectFolder, 'src/components/contact/solve-challenge.ts'),
};
const rootFontPixels = 16;

/**
 * Bundles the widget's code into a folder: the loader, the panel, and the parts that the panel fetches when it needs
 * them. What belongs to one site is written in front of it later.
 */
export async function buildWidget(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const search = await bundle(parts.search, 'search-[hash].js');
  const calendar = await bundle(parts.calendar, 'calendar-[hash].js');
  const proof = await bundle(parts.proof, 'proof-[hash].js');
  const loader = await bundle(join(widgetFolder, 'loader.ts'), bundledFiles.loader);
  const panel = await bundle(join(widgetFolder, 'panel.ts'), bundledFiles.panel, [
    apart(parts.search, search.fileName),
    apart(parts.calendar, calendar.fileName),
    apart(parts.proof, proof.fileName),
  ]);
  for (const { fileName, code } of [search, calendar, proof, loader, panel])
    writeFileSync(join(folder, fileName), code);
}

async function bundle(entry: string, name: string, plugins: Plugin[] = []): Promise<Rolldown.OutputChunk> {
  const result = await build({
    root: projectFolder,
    configFile: false,
    logLevel: 'error',
    plugins: [forShadowRoot(), ...plugins],
    build: {
      write: false,
      target: 'es2022',
      cssTarget: 'esnext',
      minify: 'oxc',
      // A library, so that no helper of Vite's goes along that preloads what an import would fetch.
      lib: { entry, formats: ['es'] },
      rolldownOptions: { output: { entryFileNames: name, minify: true } },
    },
  });
  const outputs = [result].flat().flatMap((output) => ('output' in output ? output.output : []));
  const [chunk, ...others] = outputs.filter((output) => output.type === 'chunk');
  if (!chunk || others.length > 0) throw new Error(`${entry} became ${outputs.length} files instead of one.`);
  return chunk;
}

/** Leaves a part out: bundled together, the two would share a third file, and the panel would wait for it. */
function apart(entry: string, file: string): Plugin {
  return {
    name: `guichet-${basename(entry)}-apart`,
    enforce: 'pre',
    resolveId: (source) =>
      source.endsWith(`/${basename(entry)}`) ? { id: `./${file}`, external: 'absolute' } : undefined,
  };
}

/**
 * Makes the portal's rules fit a shadow root on a page of somebody else: there the root is the host, the body is the
 * sheet, and `rem` would be whatever that page says.
 */
function forShadowRoot(): Plugin {
  return {
    name: 'guichet-shadow-root',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('.css?inline')) return undefined;
      return code
        .replace(/^(\s*)(:root|html)\b/gm, '$1:host')
        .replace(/^(\s*)body\b/gm, '$1.sheet')
        .replace(/(\d*\.?\d+)rem\b/g, (_, number: string) => `${Number(number) * rootFontPixels}px`);
    },
  };
}
