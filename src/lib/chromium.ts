import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser, type LaunchOptions } from 'playwright-core';

/** Where a Chromium was looked for, in order; each answers a path, or nothing. */
interface Source {
  readonly name: string;
  readonly find: () => string | undefined | Promise<string | undefined>;
}

const SYSTEM_NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

const SOURCES: readonly Source[] = [
  { name: 'CHROMIUM_PATH', find: fromEnvironment },
  { name: 'the system', find: onPath },
  { name: 'Playwright', find: fromPlaywright },
  { name: 'apt-get', find: fromApt },
  { name: '@sparticuz/chromium', find: fromNpm },
];

/**
 * What a browser without a window need not prepare for each page: two pages that wait below an
 * address bar which nobody sees took a third of the time. The rest is Playwright's own list, which
 * ours replaces.
 */
const WITHOUT = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
];

/**
 * Quiet and offline. `--font-render-hinting=none` makes text as wide on every machine.
 * Web security stays on: tests must see what a reader's browser would refuse.
 */
const ARGUMENTS = [
  `--disable-features=${WITHOUT.join()}`,
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
  '--no-first-run',
];

let found: Promise<string> | undefined;

/**
 * Starts the Chromium that this machine has, or gets one: see `SOURCES` for the order. Says once
 * on stderr which it is. `options` are Playwright's; its `args` come after ours.
 * @throws Error naming every place that was tried, when there is none.
 */
export async function launchChromium(options: LaunchOptions = {}): Promise<Browser> {
  found ??= findChromium();
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({
    ...options,
    executablePath: await found,
    args: [...asRoot, ...ARGUMENTS, ...(options.args ?? [])],
  });
}

async function findChromium(): Promise<string> {
  for (const source of SOURCES) {
    const path = await source.find();
    if (path === undefined) continue;
    process.stderr.write(`Chromium from ${source.name}: ${path}\n`);
    return path;
  }
  throw new Error(
    `No Chromium found (tried ${SOURCES.map(({ name }) => name).join(', ')}). ` +
      'Install one, or give its path in CHROMIUM_PATH.',
  );
}

function fromEnvironment(): string | undefined {
  const path = process.env['CHROMIUM_PATH'];
  if (path === undefined || path === '') return undefined;
  if (!isExecutable(path)) throw new Error(`CHROMIUM_PATH is ${path}, which cannot be run.`);
  return path;
}

function onPath(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return SYSTEM_NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(
    isExecutable,
  );
}

function fromPlaywright(): string | undefined {
  const path = chromium.executablePath();
  return isExecutable(path) ? path : undefined;
}

/** Only where it can work without a question: root, on Debian or its children. */
function fromApt(): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return undefined;
  try {
    execFileSync('apt-get', ['update'], { stdio: 'ignore' });
    execFileSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  } catch {
    return undefined;
  }
  return onPath();
}

async function fromNpm(): Promise<string | undefined> {
  // Without this it does not unpack the libraries that a bare machine lacks. Its own arguments
  // are never used: they switch web security off.
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs24.x';
  try {
    const { default: packaged } = await import('@sparticuz/chromium');
    return await packaged.executablePath();
  } catch {
    return undefined;
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
