import { describe, expect, test } from 'vitest';
import {
  cleanEmail,
  cleanName,
  cleanWebsite,
  LIMITS,
} from '../../../../src/comments/policy/index.ts';

test('the limits are WordPress’s', () => {
  expect(LIMITS).toEqual({
    nameCharacters: 245,
    emailCharacters: 100,
    websiteCharacters: 200,
    commentBytes: 65_525,
  });
});

describe('a name', () => {
  test.each([
    ['  Zoé \t de\nla   Tour ', 'Zoé de la Tour'],
    ['O’Brien & <b>Co</b> "x"', 'O’Brien & <b>Co</b> "x"'],
    ['a\0b\x1Bc\x7F', 'abc'],
    ['admin\u202Egnp.exe', 'admingnp.exe'],
    ['ad\u200Bmin\uFEFF\u00AD\u2060', 'admin'],
    ['\u2066x\u2069', 'x'],
    ['𝒜 日本 محمد', '𝒜 日本 محمد'],
    ['a\u00A0b', 'a b'],
    ['👩\u200D💻', '👩\u200D💻'],
    ['a\u2028b', 'a b'],
  ])('%j', (raw, value) => {
    expect(cleanName(raw)).toEqual({ ok: true, value });
  });

  test.each(['', ' ', '\n', '\u200B', '\u200D\u200C', '\u3164', '\u2800', '\u202E', '\0'])(
    'of which nothing is seen is missing: %j',
    (raw) => {
      expect(cleanName(raw)).toEqual({ ok: false, problem: 'missing' });
    },
  );

  test('has at most 245 characters, however many bytes', () => {
    expect(cleanName('🐳'.repeat(245))).toMatchObject({ ok: true });
    expect(cleanName('🐳'.repeat(246))).toEqual({ ok: false, problem: 'too-long' });
  });
});

describe('an e-mail address', () => {
  test.each([
    'a@b.org',
    ' zoe.o’x@example.org'.replace('’', "'"),
    'A+b@sub.example.co.uk',
    'x@xn--9ca.fr',
  ])('%s', (raw) => {
    expect(cleanEmail(raw)).toEqual({ ok: true, value: raw.trim() });
  });

  test.each([
    'a',
    'a@b',
    '@b.org',
    'a@@b.org',
    'a b@c.org',
    'a@b..org',
    'a@-b.org',
    'a@b.org.',
    'a@b.org\nBcc: c@d.org',
    'a@b.org\r\n',
    '\na@b.org',
    'a\0@b.org',
    'Zoé <a@b.org>',
    'a@b.org,c@d.org',
    'é@b.org',
    `${'a'.repeat(65)}@b.org`,
  ])('%j is none', (raw) => {
    expect(cleanEmail(raw)).toEqual({ ok: false, problem: 'malformed' });
  });

  test('is asked for, and has at most 100 characters', () => {
    expect(cleanEmail(' ')).toEqual({ ok: false, problem: 'missing' });
    const domain = `${'b'.repeat(40)}.${'c'.repeat(40)}.org`;
    expect(cleanEmail(`${'a'.repeat(14)}@${domain}`)).toMatchObject({ ok: true });
    expect(cleanEmail(`${'a'.repeat(15)}@${domain}`)).toEqual({ ok: false, problem: 'too-long' });
  });
});

describe('a website', () => {
  test.each([
    ['https://example.org', 'https://example.org/'],
    [' example.org/a b '.replace(' b', ''), 'https://example.org/a'],
    ['HTTP://Example.ORG:80/Path?q#f', 'http://example.org/Path?q#f'],
    ['example.org:8080', 'https://example.org:8080/'],
    ['https://éxample.org/é', 'https://xn--xample-9ua.org/%C3%A9'],
    ['https://аррӏе.com', 'https://xn--80ak6aa92e.com/'],
    ['https://e.org/\'"<>', 'https://e.org/%27%22%3C%3E'.replace('%27', "'")],
  ])('%s', (raw, value) => {
    expect(cleanWebsite(raw)).toEqual({ ok: true, value });
  });

  test('may be left out', () => {
    expect(cleanWebsite(' ')).toEqual({ ok: true, value: null });
  });

  test.each(
    [
      'javascript:alert(1)',
      'JaVaScRiPt://example.org/%0aalert(1)',
      'java\tscript:alert(1)',
      'data:text/html,x',
      'mailto:a@b.org',
      'ftp://example.org',
      '//example.org',
      '/path',
      'https:example.org',
      'https:\\\\example.org',
      'https://user:pass@example.org',
      'https://@example.org',
      'user@example.org',
      'https://localhost',
      'https://',
      'https://exa mple.org',
      'https://example.org/\u202Egro',
      'https://exam\u200Bple.org',
      'https://example.org\n',
      'https://e.org/\r\nSet-Cookie: x',
      'blob:https://example.org/x',
      'view-source:https://example.org',
    ].filter((raw) => raw.trim() === raw),
  )('%j is none', (raw) => {
    expect(cleanWebsite(raw)).toEqual({ ok: false, problem: 'malformed' });
  });

  test('has at most 200 characters, as typed and as written', () => {
    const path = (length: number): string => `https://e.org/${'a'.repeat(length - 14)}`;
    expect(cleanWebsite(path(200))).toMatchObject({ ok: true });
    expect(cleanWebsite(path(201))).toEqual({ ok: false, problem: 'too-long' });
    expect(cleanWebsite(`https://e.org/${'é'.repeat(100)}`)).toEqual({
      ok: false,
      problem: 'too-long',
    });
  });
});
