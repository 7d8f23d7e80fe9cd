import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

interface LockedPackage {
  readonly license?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  readonly packages: Readonly<Record<string, LockedPackage>>;
};
const direct = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
};

/** Licences under which a part may be used beside MIT code and CC BY-SA 4.0 text. */
const COMPATIBLE = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'OFL-1.1',
  'PostgreSQL',
  'Python-2.0',
  'Unlicense',
]);

/** Parts under other terms that only run on an author's machine: nothing of them is served or copied. */
const TOOLS_ONLY: Readonly<Record<string, string>> = {
  'node_modules/elkjs': 'a layout of Mermaid that we do not use (EPL-2.0)',
  'node_modules/khroma': 'a part of Mermaid; its licence file says MIT, its manifest says nothing',
};

const compatible = (license: string): boolean =>
  license
    .replace(/[()]/g, '')
    .split(/ OR /)
    .some((choice) => choice.split(/ AND /).every((part) => COMPATIBLE.has(part)));

describe('licences', () => {
  test('every package of the lock file may be used here', () => {
    const odd = Object.entries(lock.packages)
      // `sharp` ships libvips (LGPL) for pictures; it is optional, and this site has no bitmap to convert.
      .filter(
        ([path]) => path !== '' && !path.startsWith('node_modules/@img/') && !(path in TOOLS_ONLY),
      )
      .filter(([, { license }]) => !compatible(license ?? 'none'));
    expect(odd.map(([path, { license }]) => `${path}: ${license ?? 'none'}`)).toEqual([]);
  });

  test('the README names each direct dependency with its licence', () => {
    const readme = readFileSync('README.md', 'utf8');
    const names = Object.keys({ ...direct.dependencies, ...direct.devDependencies });
    const unlisted = names.filter((name) => {
      const license = lock.packages[`node_modules/${name}`]?.license ?? '';
      const row = readme.split('\n').find((line) => line.startsWith(`| \`${name}\` `));
      return row?.split('|')[2]?.trim() !== license;
    });
    expect(unlisted).toEqual([]);
  });
});
