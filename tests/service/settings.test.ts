import { describe, expect, test } from 'vitest';
import { readSettings, SettingsError } from '../../src/comments/service/read-settings.ts';
import { SETTINGS } from '../../src/comments/service/settings-table.ts';

const messageOf = (env: Record<string, string>): string => {
  try {
    readSettings(env);
  } catch (error) {
    expect(error).toBeInstanceOf(SettingsError);
    return (error as SettingsError).message;
  }
  return '';
};

describe('without any variable', () => {
  test('npm start has one address for site and comments', () => {
    const settings = readSettings({});
    expect(settings).toMatchObject({
      host: '127.0.0.1',
      port: 4321,
      dataDir: 'data',
      databaseUrl: null,
      trustProxy: 0,
    });
    expect(settings.siteUrl.href).toBe('http://localhost:4321/');
    expect(settings.publicUrl.href).toBe('http://localhost:4321/');
    expect([...settings.origins]).toEqual(['http://localhost:4321']);
  });

  test('npm run comments stands beside npm run dev', () => {
    const settings = readSettings({}, { alone: true });
    expect([settings.port, settings.siteUrl.port, settings.publicUrl.port]).toEqual([
      4322,
      '4321',
      '4322',
    ]);
  });

  test('an empty variable is an unset one', () => {
    const empty = Object.fromEntries(SETTINGS.map(({ name }) => [name, ' ']));
    expect(readSettings(empty)).toEqual(readSettings({}));
  });
});

test('variables are read as the table says', () => {
  const settings = readSettings({
    HOST: '::',
    PORT: '0',
    DATA_DIR: '/var/lib/strates',
    DATABASE_URL: 'postgres://strates:pass@%2Frun%2Fpostgresql/strates',
    SITE_URL: 'https://strates.example/',
    SITE_ORIGINS: 'https://a.example, https://b.example:8443',
    COMMENTS_URL: 'https://comments.example',
    TRUST_PROXY: '2',
    COMMENTS_SECRET: 's'.repeat(32),
  });
  expect(settings).toMatchObject({
    host: '::',
    port: 0,
    dataDir: '/var/lib/strates',
    databaseUrl: 'postgres://strates:pass@%2Frun%2Fpostgresql/strates',
    trustProxy: 2,
  });
  expect([...settings.origins]).toEqual([
    'https://strates.example',
    'https://a.example',
    'https://b.example:8443',
  ]);
  expect(settings.publicUrl.origin).toBe('https://comments.example');
});

test.each([
  ['HOST', 'two words', 'must be an address or a host name'],
  ['PORT', '65536', 'must be an integer from 0 to 65535'],
  ['PORT', '-1', 'must be an integer from 0 to 65535'],
  ['PORT', '80a', 'must be an integer from 0 to 65535'],
  ['SITE_URL', 'strates.example', 'must be an http or https URL'],
  ['SITE_URL', 'https://strates.example/fr/', 'without a path'],
  ['SITE_URL', 'ftp://strates.example', 'must be an http or https URL'],
  ['SITE_ORIGINS', 'https://a.example/', 'without a path'],
  ['SITE_ORIGINS', '*', 'must be origins'],
  ['COMMENTS_URL', 'javascript:alert(1)', 'must be /'],
  ['TRUST_PROXY', 'true', 'must be an integer from 0 to 10'],
  ['DATABASE_URL', 'mysql://localhost/strates', 'must be the URL of a PostgreSQL database'],
  ['DATABASE_URL', 'postgres://localhost', 'must be the URL of a PostgreSQL database'],
  ['MAX_LINKS', '1001', 'must be an integer from 0 to 1000'],
  ['POW_COST', '0', 'must be an integer from 1 to 99999'],
  ['CLOSE_AFTER_DAYS', '-1', 'must be an integer from 0 to 36500'],
  ['TRUST_KNOWN', 'yes', 'must be 1 or 0'],
  ['AKISMET_KEY', 'a b', 'must be a key that Akismet gave you'],
  ['AKISMET_URL', 'https://akismet.example/1.1', 'without a path'],
  ['COMMENTS_SECRET', 'short', 'must have at least 32 characters'],
  ['SMTP_URL', 'mail.example:25', 'must be the URL of a mail server'],
  ['SMTP_URL', 'smtp://user@mail.example', 'must be the URL of a mail server'],
  ['MAIL_FROM', 'Strates', 'must be an address, such as Strates <strates@example.org>'],
  ['MODERATE_BY_MAIL', 'no', 'must be 1 or 0'],
  ['REBUILD_HOOK', 'ftp://host.example/build', 'must be an http or https URL'],
  ['REBUILD_SECRET', 'short', 'must have at least 24 characters'],
  ['REBUILD_DELAY', '86401', 'must be an integer from 0 to 86400'],
])('%s=%s is refused with what it should be', (name, value, words) => {
  const message = messageOf({ [name]: value });
  expect(message).toContain(`${name}=`);
  expect(message).toContain(words);
});

test('mails are set up whole or not at all', () => {
  expect(readSettings({}).mail).toBeNull();
  expect(readSettings({ MAIL_FROM: 'a@example.org' }).mail).toBeNull();
  expect(messageOf({ SMTP_URL: 'smtps://mail.example' })).toContain('MAIL_FROM is not set');
  const env = { SMTP_URL: 'smtps://mail.example', MAIL_FROM: 'Strates <strates@example.org>' };
  expect(readSettings(env).mail).toMatchObject({
    smtp: { host: 'mail.example', port: 465, secure: true },
    from: { name: 'Strates', address: 'strates@example.org' },
  });
});

test('all wrong variables are named at once, and no secret is shown', () => {
  const hidden = { COMMENTS_SECRET: 'hunter2', DATABASE_URL: 'postgres://ann:hunter2@' };
  const message = messageOf({ PORT: 'x', TRUST_PROXY: 'x', ...hidden });
  expect(message).toMatch(/PORT.*\n.*DATABASE_URL.*\n.*TRUST_PROXY.*\n.*COMMENTS_SECRET/);
  expect(message).not.toContain('hunter2');
});
