import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { PROOF_AGE_MS } from '../../src/comments/spam/proof.ts';
import { forgetRules } from '../../src/comments/spam/rule-book.ts';
import type { BlockKind } from '../../src/comments/store/rules-store.ts';
import type { StoredComment } from '../../src/comments/store/store.ts';
import { postComment, type RunningService, SITE, startService } from './support/running-service.ts';
import { EASY_PROOF, solvedProof } from './support/solved-proof.ts';

let running: RunningService;
beforeAll(async () => {
  running = await startService({ env: { ...EASY_PROOF, TRUST_PROXY: '1' } });
});
afterAll(() => running.stop());

let posted = 0;
beforeEach(() => {
  posted += 1;
});

interface Sent {
  readonly state: string;
  readonly receipt: string;
  readonly comment: { readonly id: string };
}

/** Posts a comment of its own as the page's element does; what it was told. */
async function send(fields: Record<string, string> = {}, address = '192.0.2.1') {
  const response = await postComment(
    running,
    { comment: `Une remarque, la n° ${posted}.`, ...fields },
    { json: true, headers: { 'X-Forwarded-For': address } },
  );
  return { status: response.status, body: (await response.json()) as Sent & { code?: string } };
}

async function kept(sent: { body: Sent }): Promise<StoredComment> {
  const comment = await running.service.store.findComment(sent.body.comment.id);
  if (!comment) throw new Error('nothing was kept');
  return comment;
}

/** A proof as somebody has it who took ten seconds to write. */
async function proofOfWriter(): Promise<string> {
  const altcha = await solvedProof(running);
  running.wait(10_000);
  return altcha;
}

const block = async (kind: BlockKind, value: string) => {
  const { store, now } = running.service;
  const id = `${kind} ${value}`;
  await store.addBlock({ id, kind, value, moderator: 'ann', createdAt: now(), expiresAt: null });
  forgetRules(store);
};

describe('proof of work', () => {
  test('is asked for without a cookie, for each page anew, and never kept by caches', async () => {
    const ask = () => running.fetch('/comments/challenge', { headers: { Origin: SITE } });
    const [one, other] = [await ask(), await ask()];
    expect(one.headers.get('cache-control')).toBe('no-store');
    expect(one.headers.get('access-control-allow-origin')).toBe(SITE);
    expect(one.headers.get('set-cookie')).toBeNull();
    expect(await one.text()).not.toBe(await other.text());
  });

  test('lets a comment wait with nothing against it', async () => {
    const sent = await send({ altcha: await proofOfWriter() });
    expect(sent).toMatchObject({ status: 201, body: { state: 'pending' } });
    expect(await kept(sent)).toMatchObject({ state: 'pending', signals: [] });
  });

  test('is not needed: the comment waits, and moderators read that there was none', async () => {
    const page = await postComment(running, { comment: 'Sans JavaScript' });
    expect(page.status).toBe(303);
    expect((await kept(await send())).signals).toEqual([{ rule: 'no-proof' }]);
  });

  test('within two seconds is pointed out', async () => {
    const sent = await send({ altcha: await solvedProof(running) });
    expect((await kept(sent)).signals).toEqual([{ rule: 'too-fast' }]);
  });

  test('is good for one comment, wherever it is used', async () => {
    const altcha = await proofOfWriter();
    expect((await send({ altcha })).status).toBe(201);
    const again = await send({ altcha, comment: 'Une autre' }, '192.0.2.2');
    expect(again).toMatchObject({ status: 422, body: { code: 'bad-proof' } });
  });

  test('of the same comment sent twice is the same comment', async () => {
    const altcha = await proofOfWriter();
    const sent = await send({ altcha });
    expect((await send({ altcha })).body.receipt).toBe(sent.body.receipt);
  });

  test('of two comments that arrive with it at once lets one in', async () => {
    const altcha = await proofOfWriter();
    const sent = await Promise.all(
      ['Un', 'Deux', 'Trois'].map((comment) => send({ altcha, comment })),
    );
    expect(sent.map(({ status }) => status).sort()).toEqual([201, 422, 422]);
  });

  test('expires', async () => {
    const altcha = await solvedProof(running);
    running.wait(PROOF_AGE_MS);
    expect(await send({ altcha })).toMatchObject({ status: 422, body: { code: 'bad-proof' } });
    // A page cannot solve another one: it keeps its comment, which waits.
    const page = await postComment(running, { altcha, comment: 'Depuis une page' });
    expect(page.status).toBe(303);
  });

  test('is not used up by a comment that has something wrong', async () => {
    const altcha = await proofOfWriter();
    expect((await send({ altcha, email: '' })).status).toBe(422);
    expect((await send({ altcha })).status).toBe(201);
  });
});

describe('spam', () => {
  test('is told nothing: the trap’s answer, receipt and page are those of a comment that waits', async () => {
    const good = await send({ altcha: await proofOfWriter() });
    const spam = await send({ subject: 'x', comment: 'Achetez', altcha: await proofOfWriter() });
    expect(await kept(spam)).toMatchObject({ state: 'spam', signals: [{ rule: 'trap' }] });
    expect(spam.status).toBe(good.status);
    expect(Object.keys(spam.body)).toEqual(Object.keys(good.body));
    expect(spam.body.state).toBe('pending');
    const receipt = await running.fetch(`/comments/receipts/${spam.body.receipt}.json`);
    expect(await receipt.json()).toMatchObject({ state: 'pending' });
    const again = await send({ subject: 'x', comment: 'Achetez' });
    expect(again.body.receipt).toBe(spam.body.receipt);
    const page = await running.fetch(`/comments/receipts/${spam.body.receipt}`);
    expect(await page.text()).toContain('attend la modération');
  });

  test.each<[string, () => Promise<void>, Record<string, string>, string, unknown]>([
    [
      'a blocked address',
      () => block('address', 'eve@example.org'),
      { email: 'Eve@example.org' },
      'blocked-address',
      undefined,
    ],
    [
      'a blocked mail domain',
      () => block('domain', 'spam.example'),
      { email: 'a@mx.spam.example' },
      'blocked-domain',
      'spam.example',
    ],
    [
      'a blocked website in a link',
      () => block('website', 'pills.example'),
      { comment: '<a href="https://www.pills.example/x">voyez</a>' },
      'blocked-website',
      'pills.example',
    ],
    [
      'a blocked word in bold letters',
      () => block('word', 'jackpot'),
      { comment: 'Jack<b>pot</b> ici' },
      'blocked-word',
      'jackpot',
    ],
  ])('%s', async (_what, rule, fields, name, detail) => {
    expect((await kept(await send(fields))).state).toBe('pending');
    await block('word', 'nobody-writes-this');
    await rule();
    const { state, signals } = await kept(await send({ ...fields, name: `Zoé ${posted}` }));
    expect(state).toBe('spam');
    expect(signals).toContainEqual({ rule: name, ...(detail !== undefined && { detail }) });
  });

  test('from a blocked network, and no other, though nobody can read whose it is', async () => {
    const { network } = await kept(await send({}, '198.51.100.7'));
    expect(network).toMatch(/^[\w-]{22}$/);
    await block('network', network ?? '');
    expect((await kept(await send({ name: 'Zoé' }, '198.51.100.7'))).state).toBe('spam');
    expect((await kept(await send({ name: 'Zoé 8' }, '198.51.100.8'))).state).toBe('pending');
  });

  test('mails nobody, and asks nobody to confirm an address', async () => {
    const before = await running.service.store.outboxState();
    await send({ subject: 'x', notify: '1' });
    expect(await running.service.store.outboxState()).toEqual(before);
  });
});

describe('what is pointed out', () => {
  test('more than two links; more than ten are spam', async () => {
    const links = (count: number) =>
      Array.from({ length: count }, (_, n) => `https://a.example/${posted}/${n}`).join(' ');
    const rulesOf = async (count: number) => {
      const { state, signals } = await kept(
        await send({ comment: links(count), altcha: await proofOfWriter() }),
      );
      return [state, signals];
    };
    expect(await rulesOf(2)).toEqual(['pending', []]);
    expect(await rulesOf(3)).toEqual(['pending', [{ rule: 'links', detail: 3 }]]);
    expect(await rulesOf(11)).toEqual(['spam', [{ rule: 'links', detail: 11 }]]);
  });

  test('the same text under another name within a day', async () => {
    const text = 'Le meilleur site de voyance par téléphone, vingt-quatre heures sur vingt-quatre';
    await send({ comment: text });
    const twice = { name: 'Zoé', email: 'z@example.org', comment: `${text.toUpperCase()} !` };
    expect((await kept(await send(twice, '192.0.2.9'))).signals).toContainEqual({
      rule: 'repeated',
    });
    running.wait(86_400_000);
    const later = await kept(await send({ ...twice, name: 'Zoé 2' }, '192.0.2.9'));
    expect(later.signals).not.toContainEqual({ rule: 'repeated' });
  });

  test('a flood on one thread, from many places', async () => {
    running.wait(3_600_000);
    const rules = [];
    for (let n = 0; n < 32; n += 1) {
      const sent = await send({ comment: `Marée ${n}`, email: `m${n}@example.org` }, `10.0.0.${n}`);
      rules.push((await kept(sent)).signals.some(({ rule }) => rule === 'flood'));
    }
    expect(rules.indexOf(true)).toBe(30);
  });
});

test('a comment that its author changes is looked at anew', async () => {
  const sent = await send({
    comment: 'https://a.example/1 https://a.example/2 https://a.example/3',
  });
  const change = async (comment: string) => {
    await running.fetch(`/comments/receipts/${sent.body.receipt}`, {
      method: 'POST',
      body: new URLSearchParams({ intent: 'edit', comment }),
      headers: { Origin: SITE, Accept: 'application/json' },
    });
    return (await kept(sent)).signals;
  };
  expect((await kept(sent)).signals).toContainEqual({ rule: 'links', detail: 3 });
  await block('word', 'roulette');
  expect(await change('La roulette, sans lien')).toEqual([
    ...(await kept(sent)).signals.filter(({ rule }) => rule === 'no-proof' || rule === 'flood'),
    { rule: 'blocked-word', detail: 'roulette' },
  ]);
  expect((await change('Rien')).map(({ rule }) => rule)).not.toContain('blocked-word');
});

test('the database holds no network address, and forgets the hash of it within a day', async () => {
  const sent = await send({}, '203.0.113.77');
  expect(JSON.stringify(await kept(sent))).not.toContain('203.0.113.77');
  running.wait(2 * 86_400_000);
  await running.service.store.sweep(running.service.now());
  expect((await kept(sent)).network).toBeNull();
});
