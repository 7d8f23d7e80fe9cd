import { describe, expect, test } from 'vitest';
import { readMailFrom, readSmtpUrl } from '../../../../src/comments/mail/mail-settings.ts';

describe('SMTP_URL', () => {
  test.each([
    [
      'smtps://mail.example',
      { host: 'mail.example', port: 465, secure: true, requireTLS: false, ignoreTLS: false },
    ],
    [
      'smtp://mail.example',
      { host: 'mail.example', port: 587, secure: false, requireTLS: false, ignoreTLS: false },
    ],
    [
      'smtp://localhost:25/',
      { host: 'localhost', port: 25, secure: false, requireTLS: false, ignoreTLS: true },
    ],
    [
      'smtp://[::1]:1025',
      { host: '::1', port: 1025, secure: false, requireTLS: false, ignoreTLS: true },
    ],
  ])('%s', (url, server) => {
    expect(readSmtpUrl(url)).toEqual(server);
  });

  test('a password is never sent to another machine in the clear', () => {
    const auth = { user: 'me@site', pass: 'p:/ss' };
    expect(readSmtpUrl('smtp://me%40site:p%3A%2Fss@mail.example')).toMatchObject({
      auth,
      requireTLS: true,
    });
    expect(readSmtpUrl('smtp://me%40site:p%3A%2Fss@127.0.0.1:25')).toMatchObject({
      auth,
      requireTLS: false,
    });
  });

  test.each([
    'mail.example',
    'mail.example:25',
    'http://mail.example',
    'smtp://',
    'smtp://user@mail.example',
    'smtp://:password@mail.example',
    'smtp://mail.example/path',
    'smtp://mail.example?secure=false',
    'smtp://mail.example#a',
    'smtp://u:%E9@mail.example',
  ])('%s is none', (url) => {
    expect(readSmtpUrl(url)).toBeNull();
  });
});

describe('MAIL_FROM', () => {
  test.each([
    ['Strates <strates@example.org>', 'Strates', 'strates@example.org'],
    ['"Cours, en couches" <a@example.org>', 'Cours, en couches', 'a@example.org'],
    ['Élise Ünal <a@example.org>', 'Élise Ünal', 'a@example.org'],
    ['a@example.org', '', 'a@example.org'],
    ['<a@example.org>', '', 'a@example.org'],
  ])('%s', (text, name, address) => {
    expect(readMailFrom(text)).toEqual({ name, address });
  });

  test.each([
    'Strates',
    'a@localhost',
    'Strates <a@example.org> <b@example.org>',
    'Strates <a@example.org>, b@example.org',
    'Strates\r\nBcc: all@example.org <a@example.org>',
    'Strates <a@example.org\r\nBcc: b@example.org>',
  ])('%j is none', (text) => {
    expect(readMailFrom(text)).toBeNull();
  });
});
