import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cleanBlock } from '../../src/comments/spam/clean-block.ts';
import { signalText } from '../../src/comments/spam/signal-text.ts';
import { LOCALES } from '../../src/i18n/locales.ts';
import {
  ADDRESS,
  type ModeratorClient,
  PASSWORD,
  signedInModerator,
} from './support/moderator-client.ts';
import { postComment, type RunningService, startService } from './support/running-service.ts';

const DAY = 86_400_000;
/** When the lesson of the tests was updated. */
const UPDATED = Date.parse('2026-11-25');

const RULES = '/moderation/fr/rules';

let running: RunningService;
let admin: ModeratorClient;
beforeAll(async () => {
  // Ten days from now, whenever that is, the thread of the tests closes.
  const age = Math.max(0, Math.ceil((Date.now() - UPDATED) / DAY));
  const env = { TRUST_PROXY: '1', CLOSE_AFTER_DAYS: String(age + 10) };
  running = await startService({ env });
  running.wait(Math.max(0, UPDATED - Date.now()));
  admin = await signedInModerator(running);
});
afterAll(() => running.stop());

const page = async (path = RULES) => (await admin.get(path)).text();
const change = async (fields: Record<string, string>) =>
  admin.post(RULES, { token: await admin.token(RULES), ...fields });
const blocks = async () => {
  const found = await running.service.store.blocks(running.service.now());
  return found.map(({ kind, value }) => `${kind} ${value}`);
};

async function comment(fields: Record<string, string> = {}) {
  const response = await postComment(running, fields, {
    json: true,
    headers: { 'X-Forwarded-For': '203.0.113.9' },
  });
  const { comment: sent } = (await response.json()) as { comment: { id: string } };
  return running.service.store.findComment(sent.id);
}

describe('the page of rules', () => {
  test('blocks what is typed, says so, lists it with who and when, and takes it away again', async () => {
    const added = await change({
      act: 'add',
      kind: 'website',
      value: 'https://www.Pills.example/x',
    });
    expect(added.headers.get('location')).toBe(`${RULES}?done=added`);
    const html = await page(`${RULES}?done=added`);
    expect(html).toContain('C’est bloqué.');
    expect(html).toContain('>pills.example</code>');
    expect(html).toMatch(/par Modératrice, le \d+/);
    expect((await comment({ website: 'shop.pills.example' }))?.state).toBe('spam');

    const again = await change({ act: 'add', kind: 'website', value: 'pills.example' });
    expect(again.headers.get('location')).toBe(`${RULES}?done=there`);
    const id = /value="remove:([\w-]+)"/.exec(html)?.[1] ?? '';
    expect((await change({ act: `remove:${id}` })).headers.get('location')).toContain('removed');
    expect(await blocks()).toEqual([]);
    expect((await comment({ website: 'two.pills.example' }))?.state).toBe('pending');
    const { entries } = await running.service.store.auditLog({ limit: 2 });
    expect(entries.map(({ act }) => act)).toEqual(['rule-removed', 'rule-added']);
  });

  test.each([
    ['address', 'eve', 'elle s’écrit comme eve@example.org'],
    ['word', '!', 'au moins 2 lettres'],
    ['website', '"><script>alert(1)</script>', 'il s’écrit comme example.org'],
  ] as const)('refuses %s %j, keeps it in the form and says why', async (kind, value, why) => {
    const response = await change({ act: 'add', kind, value });
    expect(response.status).toBe(422);
    const html = await response.text();
    expect(html).toContain(why);
    expect(html).toContain('aria-invalid="true"');
    expect(html).not.toContain('<script>alert');
    expect(html).toMatch(new RegExp(`value="${kind}"\\s+selected`));
    expect(await blocks()).toEqual([]);
  });

  test('blocks what a comment came with, and returns to where the moderator was', async () => {
    const from = await comment({ email: 'Mallory@spam.example', comment: 'Voyez-moi' });
    const id = from?.id ?? '';
    const back = '/moderation/fr/pending?before=1.a';
    const response = await change({ act: 'add', kind: 'address', comment: id, back });
    expect(response.headers.get('location')).toBe(back);
    await change({ act: 'add', kind: 'domain', comment: id });
    await change({ act: 'add', kind: 'network', comment: id });
    expect((await blocks()).toSorted()).toEqual(
      [
        'address mallory@spam.example',
        'domain spam.example',
        `network ${from?.network ?? ''}`,
      ].sort(),
    );
    expect((await comment({ email: 'zoe@example.org' }))?.signals).toContainEqual({
      rule: 'blocked-network',
    });
    expect(await page()).toMatch(/jusqu’au \d+/);
    running.wait(30 * DAY);
    expect(await blocks()).not.toContain(`network ${from?.network ?? ''}`);
    // The session is over by now.
    await signInAgain();
  });

  test('says so when nobody knows anymore where a comment came from', async () => {
    await change({ act: 'keep:hybrid' });
    const old = await comment({ comment: 'Plus tard' });
    running.wait(2 * DAY);
    await running.service.store.sweep(running.service.now());
    await signInAgain();
    const response = await change({ act: 'add', kind: 'network', comment: old?.id ?? '' });
    expect(response.status).toBe(422);
    expect(await response.text()).toContain('On ne sait plus');
  });

  test.each([
    'https://evil.example/',
    '//evil.example',
    '/comments/health',
    '/moderation/fr/../../x',
    '/moderation/fr/pending\nX: y',
  ])('never returns to %j', async (back) => {
    const response = await change({ act: 'add', kind: 'word', value: 'casino', back });
    expect(response.headers.get('location')).toMatch(/^\/moderation\/fr\/rules\?done=/);
  });

  test.each([
    { act: 'add', kind: 'constructor', value: 'x' },
    { act: 'close:unknown' },
    { act: 'constructor:hybrid' },
    { act: '' },
  ])('does nothing for %j', async (fields) => {
    const before = await blocks();
    expect((await change(fields)).status).toBe(400);
    expect(await blocks()).toEqual(before);
  });

  test('is for administrators alone, and changes nothing for a form of another site', async () => {
    expect((await running.fetch(RULES)).headers.get('location')).toMatch(/sign-in/);
    const fields = { act: 'add', kind: 'word', value: 'loto' };
    expect((await admin.post(RULES, fields)).status).toBe(403);
    const token = await admin.token(RULES);
    const evil = { Origin: 'https://evil.example' };
    expect((await admin.post(RULES, { token, ...fields }, evil)).status).toBe(403);
    expect(await blocks()).not.toContain('word loto');
  });
});

describe('a thread', () => {
  const thread = async () =>
    (await (await running.fetch('/comments/threads/hybrid.json')).json()) as { closed?: boolean };
  const post = (json = false) =>
    postComment(running, { comment: 'Trop <b>tard</b> ?', name: 'Zoé' }, { json });

  test('that is closed takes nothing, says so, and keeps what was typed', async () => {
    expect((await change({ act: 'keep:hybrid' })).headers.get('location')).toContain('opened');
    expect((await thread()).closed).toBeUndefined();
    expect((await change({ act: 'close:hybrid' })).headers.get('location')).toBe(
      `${RULES}?done=closed&thread=hybrid`,
    );
    expect(await page(`${RULES}?done=closed&thread=hybrid`)).toMatch(/role="status">[^<]*fermés/);
    const response = await post();
    expect(response.status).toBe(403);
    const html = await response.text();
    expect(html).toContain('sont fermés');
    expect(html).toContain('Trop &lt;b&gt;tard&lt;/b&gt; ?</textarea');
    const document = await post(true);
    expect(await document.json()).toMatchObject({ status: 403, code: 'closed' });
    expect((await thread()).closed).toBe(true);
    const approved = await (await running.fetch('/comments/approved.json')).json();
    expect(approved).toMatchObject({ closed: ['hybrid'] });
  });

  test('that is left to its age is closed by it, opened by hand and closed again', async () => {
    await change({ act: 'age:hybrid' });
    // The tests before have let a month go by.
    expect((await thread()).closed).toBe(true);
    expect(await page()).toContain('Fermés par l’âge du tutoriel');
    await change({ act: 'keep:hybrid' });
    expect((await thread()).closed).toBeUndefined();
    expect((await post()).status).toBe(303);
    const { entries } = await running.service.store.auditLog({ limit: 4 });
    expect(entries.map(({ act, tutorial }) => `${act} ${tutorial ?? ''}`)).toEqual([
      'thread-opened hybrid',
      'thread-by-age hybrid',
      'thread-closed hybrid',
      'thread-opened hybrid',
    ]);
  });
});

describe('what a rule saw', () => {
  test.each(LOCALES)('is a sentence, in %s', (locale) => {
    expect(signalText(locale, { rule: 'links', detail: 7 })).toContain('7');
    expect(signalText(locale, { rule: 'blocked-word', detail: 'casino' })).toContain('casino');
    for (const rule of ['trap', 'no-proof', 'akismet', 'blocked-network'])
      expect(signalText(locale, { rule })).toMatch(/^[A-ZL].*\.$/);
    expect(signalText(locale, { rule: 'toString' })).toBe('toString');
  });

  test('is not escaped here: whoever prints it does', () => {
    const value = cleanBlock('word', 'a<b>');
    expect(signalText('en', { rule: 'blocked-word', detail: value.ok ? value.value : '' })).toBe(
      'A word is blocked: “a<b>”.',
    );
  });
});

async function signInAgain(): Promise<void> {
  const response = await admin.post('/moderation/fr/sign-in', {
    email: ADDRESS,
    password: PASSWORD,
  });
  expect(response.status).toBe(303);
}
