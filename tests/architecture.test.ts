import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const project = resolve(import.meta.dirname, '..');

/** What each room may import besides itself; `messages`, `http` and the top-level files import no room. */
const mayImport: Record<string, string[]> = {
  articles: ['privacy'],
  search: ['articles', 'privacy'],
  answers: ['articles', 'search', 'privacy'],
  store: [],
  privacy: [],
  tickets: ['store', 'privacy'],
  events: ['store', 'privacy'],
  accounts: ['store', 'privacy'],
  reports: ['search', 'tickets', 'events', 'store', 'privacy'],
  http: [],
  messages: [],
};

const rooms = Object.keys(mayImport);
const edges = ['pages', 'components', 'layouts', 'styles'];

interface ImportLine {
  file: string;
  line: number;
  specifier: string;
}

const filesIn = (folder: string, name: RegExp): string[] =>
  readdirSync(join(project, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && name.test(entry.name))
    .map((entry) => relative(project, join(entry.parentPath, entry.name)));

const codeFiles = (folder: string): string[] => filesIn(folder, /\.(ts|mjs|astro)$/);

const importPattern =
  /^\s*(?:import|export)\b[^'"]*?from\s+['"]([^'"]+)['"]|^\s*import\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/;

function importsOf(file: string): ImportLine[] {
  // Imports spread over several lines end in a line with `from`; joining them keeps one specifier a statement.
  const source = readFileSync(join(project, file), 'utf8').replace(/\{[^{}]*\}(?=\s*from\s)/g, (names) =>
    names.replaceAll('\n', ' '),
  );
  return source.split('\n').flatMap((text, position) => {
    const match = importPattern.exec(text);
    const specifier = match?.[1] ?? match?.[2] ?? match?.[3];
    return specifier === undefined ? [] : [{ file, line: position + 1, specifier }];
  });
}

const sourceFiles = codeFiles('src');
const scriptFiles = codeFiles('scripts');
const everyImport = [...sourceFiles, ...scriptFiles].flatMap(importsOf);

/** `src/search/hit.ts` -> `search`; `src/app.ts` -> `app`; `scripts/x.ts` -> `scripts`. */
function placeOf(file: string): string {
  const [top, second = ''] = file.split('/');
  return top === 'src' ? second.replace(/\.(d\.)?ts$/, '') : (top ?? '');
}

function targetOf({ file, specifier }: ImportLine): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  return placeOf(relative(project, resolve(project, file, '..', specifier)));
}

function offenders(isWrong: (line: ImportLine) => boolean): string[] {
  return everyImport
    .filter(isWrong)
    .map(({ file, line, specifier }) => `${file}:${line} imports ${specifier}`);
}

describe('the import rule', () => {
  test('a room imports only the rooms it may', () => {
    expect(
      offenders((line) => {
        const place = placeOf(line.file);
        const target = targetOf(line);
        if (!rooms.includes(place) || target === undefined || target === place) return false;
        return !mayImport[place]?.includes(target);
      }),
    ).toEqual([]);
  });

  test('settings, site and the built index are read by the wiring and the edges, and settings import no room', () => {
    expect(
      offenders((line) => ['settings', 'site'].includes(placeOf(line.file)) && targetOf(line) !== undefined),
    ).toEqual([]);
  });

  test('nothing imports pages or scripts', () => {
    expect(
      offenders((line) => {
        const target = targetOf(line);
        const isOwn = target === placeOf(line.file);
        return !isOwn && (target === 'pages' || target === 'scripts');
      }),
    ).toEqual([]);
  });

  test('Astro’s own modules appear only at the web edge', () => {
    expect(
      offenders((line) => {
        const place = placeOf(line.file);
        return line.specifier.startsWith('astro:') && !edges.includes(place);
      }),
    ).toEqual([]);
  });

  test('search runs anywhere: no Node module and no browser global', () => {
    expect(
      offenders((line) => placeOf(line.file) === 'search' && line.specifier.startsWith('node:')),
    ).toEqual([]);
    const browserGlobal = /\b(document|window|localStorage|navigator)\./;
    expect(
      filesMatching(
        sourceFiles.filter((file) => placeOf(file) === 'search'),
        browserGlobal,
      ),
    ).toEqual([]);
  });
});

function filesMatching(files: string[], pattern: RegExp): string[] {
  return files.filter((file) => pattern.test(readFileSync(join(project, file), 'utf8')));
}

describe('what appears in one file only', () => {
  test('the openai package', () => {
    expect(
      new Set(everyImport.filter((line) => line.specifier === 'openai').map((line) => line.file)),
    ).toEqual(new Set(['src/answers/openai-model.ts']));
  });

  test('the database drivers', () => {
    const drivers = ['better-sqlite3', 'pg'];
    const files = everyImport
      .filter((line) => drivers.includes(line.specifier) && placeOf(line.file) !== 'scripts')
      .map((line) => line.file);
    expect(new Set(files)).toEqual(new Set(['src/store/open-store.ts']));
  });

  test('process.env', () => {
    expect(filesMatching([...sourceFiles, ...scriptFiles], /\bprocess\.env\b/)).toEqual(
      expect.arrayContaining(['src/settings.ts']),
    );
    const others = filesMatching([...sourceFiles, ...scriptFiles], /\bprocess\.env\b/).filter(
      // Setup runs before anything is installed, with a Node that may not read TypeScript. The benchmark of
      // the portal reads no setting: it hands the environment on to the builds it times.
      (file) =>
        file !== 'src/settings.ts' &&
        file !== 'scripts/setup.mjs' &&
        !file.startsWith('scripts/bench/portal/') &&
        !file.startsWith('scripts/bench/events/'),
    );
    expect(others).toEqual([]);
  });
});

describe('the shape of the code', () => {
  const drawers = [
    'utils',
    'util',
    'lib',
    'helpers',
    'helper',
    'common',
    'types',
    'constants',
    'misc',
    'shared',
  ];

  test('no drawer and no barrel', () => {
    const names = [...sourceFiles, ...scriptFiles].filter((file) => {
      const parts = file.replace(/\.[^/]*$/, '').split('/');
      const isBarrel = parts.at(-1) === 'index' && file.endsWith('.ts') && placeOf(file) !== 'pages';
      return isBarrel || parts.some((part) => drawers.includes(part));
    });
    expect(names).toEqual([]);
  });

  test('TypeScript files are named in kebab-case, components in PascalCase', () => {
    const wrong = [...sourceFiles, ...scriptFiles].filter((file) => {
      const name = file.split('/').at(-1) ?? '';
      if (placeOf(file) === 'pages') return false;
      return name.endsWith('.astro')
        ? !/^[A-Z][A-Za-z]*\.astro$/.test(name)
        : !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]{2,})*(\.d|\.config)?\.(ts|mjs)$/.test(name);
    });
    expect(wrong).toEqual([]);
  });

  test('no file has more than 300 lines', () => {
    const long = [...sourceFiles, ...scriptFiles, ...filesIn('src', /\.css$/)].filter(
      (file) => readFileSync(join(project, file), 'utf8').split('\n').length > 301,
    );
    expect(long).toEqual([]);
  });

  test('every exported function, class and type says what it is for', () => {
    const missing = sourceFiles
      .filter((file) => file.endsWith('.ts') && !['pages', 'env'].includes(placeOf(file)))
      .flatMap((file) => undocumentedExports(file));
    expect(missing).toEqual([]);
  });
});

function undocumentedExports(file: string): string[] {
  const lines = readFileSync(join(project, file), 'utf8').split('\n');
  return lines.flatMap((text, position) => {
    const isExport =
      /^export (default )?(async )?(abstract )?(function\*?|class|interface|type|const)\s/.test(text);
    const before = lines[position - 1]?.trim() ?? '';
    return isExport && !before.endsWith('*/') ? [`${file}:${position + 1} ${text.trim()}`] : [];
  });
}
