import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clientAddress, limitSubject } from '../../src/comments/service/client-address.ts';
import { LIMITS } from '../../src/comments/service/rate-limits.ts';
import { GOOD, postComment, type RunningService, startService } from './support/running-service.ts';

let running: RunningService;
beforeAll(async () => {
  running = await startService({ limits: LIMITS, env: { TRUST_PROXY: '1' } });
});
afterAll(() => running.stop());

let sent = 0;
/** Posts from an address; each time another comment, unless told otherwise. */
const from = (address: string, fields = {}, json = false) =>
  postComment(
    running,
    {
      comment: `n° ${(sent += 1)}`,
      // One mail address for each network address.
      email: `${address.replaceAll(/[^\da-f]/gi, '-')}x@example.org`,
      ...fields,
    },
    { json, headers: { 'X-Forwarded-For': address } },
  );

test('the seventh comment in ten minutes waits, with its text kept, and passes later', async () => {
  for (let n = 0; n < LIMITS.send.limit; n += 1) expect((await from('192.0.2.1')).status).toBe(303);
  const refused = await from('192.0.2.1', { comment: 'gardé <b>ici</b>' });
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBe(600);
  const page = await refused.text();
  expect(page).toContain('attendez quelques minutes');
  expect(page).toContain('gardé &lt;b&gt;ici&lt;/b&gt;</textarea');
  const document = await from('192.0.2.1', {}, true);
  expect(await document.json()).toMatchObject({ status: 429, code: 'too-many' });
  expect((await from('192.0.2.2')).status).toBe(303);
  running.wait(LIMITS.send.windowMs);
  expect((await from('192.0.2.1')).status).toBe(303);
});

test('wrong comments and previews do not count against those that are sent', async () => {
  for (let n = 0; n < 20; n += 1) {
    expect((await from('192.0.2.3', { email: '' })).status).toBe(422);
    expect((await from('192.0.2.3', { intent: 'preview' })).status).toBe(200);
  }
  expect((await from('192.0.2.3')).status).toBe(303);
});

test('the same comment again is no comment more, even when there is no room for another', async () => {
  const again = () => from('192.0.2.4', { comment: 'encore' });
  const { headers } = await again();
  for (let n = 1; n < LIMITS.send.limit; n += 1) await from('192.0.2.4');
  expect((await from('192.0.2.4')).status).toBe(429);
  expect((await again()).headers.get('location')).toBe(headers.get('location'));
});

test('a household’s IPv6 addresses are one visitor', async () => {
  const addresses = [
    '2001:db8:0:1::1',
    '2001:db8::1:0:0:0:2',
    '2001:DB8:0:1:ffff::',
    '2001:db8:0:1::4',
    '2001:db8:0:1::5',
    '2001:db8:0:1::6',
  ];
  for (const address of addresses) expect((await from(address)).status).toBe(303);
  expect((await from('2001:db8:0:1:a:b:c:d')).status).toBe(429);
  expect((await from('2001:db8:0:2::1')).status).toBe(303);
});

test('what a visitor forges in front of the proxy’s own entry changes nothing', async () => {
  for (let n = 0; n < LIMITS.send.limit; n += 1)
    expect((await from(`10.0.0.${n}, 192.0.2.9`)).status).toBe(303);
  expect((await from('10.9.9.9, 192.0.2.9')).status).toBe(429);
});

test('no address is in the database', async () => {
  await from('192.0.2.77');
  const { readFileSync } = await import('node:fs');
  const { dataDir } = running.service.settings;
  for (const file of ['comments.sqlite', 'comments.sqlite-wal'])
    expect(readFileSync(`${dataDir}/${file}`, 'latin1')).not.toContain('192.0.2.');
  expect(GOOD.email).toBe('awa@example.org');
});

describe('whose request it is', () => {
  test.each([
    ['203.0.113.7', '1.1.1.1', 0, '203.0.113.7'],
    ['10.0.0.1', '1.1.1.1, 2.2.2.2', 1, '2.2.2.2'],
    ['10.0.0.1', '1.1.1.1, 2.2.2.2', 2, '1.1.1.1'],
    ['10.0.0.1', '2.2.2.2', 3, '10.0.0.1'],
    ['10.0.0.1', 'unknown', 1, '10.0.0.1'],
    ['10.0.0.1', undefined, 1, '10.0.0.1'],
  ])('socket %s, header %s, %i proxies: %s', (socket, header, proxies, expected) => {
    expect(clientAddress(socket, header, proxies)).toBe(expected);
  });

  test.each([
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['2001:0db8:0000:0000:1:2:3:4', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['1:2:3:4:5:6:7::', '1:2:3:4::/64'],
  ])('%s counts as %s', (address, subject) => {
    expect(limitSubject(address)).toBe(subject);
  });
});

test('one mail address posts ten times an hour, from wherever', async () => {
  const email = 'eve@example.org';
  for (let n = 0; n < LIMITS.sendAs.limit; n += 1)
    expect((await from(`203.0.113.${n}`, { email })).status).toBe(303);
  expect((await from('203.0.113.99', { email: 'Eve@example.org' })).status).toBe(429);
  expect((await from('203.0.113.99')).status).toBe(303);
  running.wait(LIMITS.sendAs.windowMs);
  expect((await from('203.0.113.99', { email })).status).toBe(303);
});
