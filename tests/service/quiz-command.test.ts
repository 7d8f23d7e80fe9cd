import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'strates-quiz-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** `npm run quiz -- …`, as npm runs it. */
function quiz(...args: readonly string[]) {
  const program = ['src/authoring/quiz-command/main.ts', ...args];
  const env = { ...process.env, SITE_URL: '' };
  const { status, stdout, stderr } = spawnSync(process.execPath, program, { env });
  return { status, out: stdout.toString(), err: stderr.toString() };
}

describe('npm run quiz -- export', () => {
  test('writes a quiz to stdout, and to stderr what the format cannot carry', () => {
    const { status, out, err } = quiz(
      'export',
      '--quiz',
      'virtualization',
      '--format',
      'gift',
      '--language',
      'fr',
      '--out',
      '-',
    );
    expect(status).toBe(0);
    expect(out).toMatch(/^\$CATEGORY: \$course\$\/top\/Strates\/.*\n\n/);
    expect(out).not.toContain('multilang');
    expect(err).toMatch(/^virtualization: .*\(.*who-provides-resilience.*\)$/m);
  });

  test('writes the whole course into a folder, under the name of its download', () => {
    const { status, out } = quiz('export', '--format', 'qti', '--out', `${folder}/new/`);
    expect([status, out]).toEqual([0, `${join(folder, 'new/all.both.qti.zip')}\n`]);
    const files = unzipSync(readFileSync(join(folder, 'new/all.both.qti.zip')));
    const tests = Object.keys(files).filter((name) => name.startsWith('test.'));
    expect(tests.sort()).toEqual(['test.en.xml', 'test.fr.xml']);
    expect(Object.keys(files).filter((name) => name.endsWith('.fr.xml')).length).toBeGreaterThan(
      30,
    );
  });

  test('links to the site that it is told, and to none where it is told none', () => {
    const to = (name: string) => join(folder, name);
    quiz(
      'export',
      '--quiz',
      'hybrid',
      '--out',
      to('with.xml'),
      '--site',
      'https://strates.example',
    );
    quiz('export', '--quiz', 'hybrid', '--out', to('without.xml'));
    const [site, none] = ['with.xml', 'without.xml'].map((name) => readFileSync(to(name), 'utf8'));
    expect(site).toContain('href="https://strates.example/fr/tutoriels/');
    expect(none).not.toContain('/tutoriels/');
    expect(none).toContain('Expliqué dans');
  });

  test.each([
    [['--quiz', 'nope'], '--quiz nope: there are all, virtualization, '],
    [['--format', 'scorm'], '--format scorm: there are gift, moodle, qti.'],
    [['--language', 'de'], '--language de: there are fr, en, both.'],
    [
      ['--site', 'strates.example'],
      '--site strates.example: an address begins with https:// or http://.',
    ],
    [['--colour'], "Unknown option '--colour'"],
  ])('says what is wrong with %j, and how it is used', (args, words) => {
    const { status, out, err } = quiz('export', ...args);
    expect([status, out]).toEqual([1, '']);
    expect(err).toContain(words);
    expect(err).toContain('npm run quiz -- export [--quiz ID|all]');
    expect(readdirSync('.').filter((name) => /\.(?:gift|xml|zip)$/.test(name))).toEqual([]);
  });
});

test('usage is asked for, or follows what is no command', () => {
  const [asked, none, wrong] = [quiz('--help'), quiz(), quiz('exprot')];
  expect(asked.status).toBe(0);
  expect(asked.out).toContain('npm run quiz -- export');
  expect([none.status, none.out]).toEqual([1, '']);
  expect(none.err).toContain('npm run quiz -- export');
  expect(wrong.err).toContain('There is no command exprot.');
  expect(quiz('export', '--help').out).toContain('--language');
});
