import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commenterProof } from '../../src/comments/personal/commenter-proof.ts';
import { SERVICE_MODERATOR } from '../../src/comments/store/store.ts';
import { postComment, type RunningService, startService } from './support/running-service.ts';
import { sampleComment } from './support/sample-comment.ts';
import { EASY_PROOF, solvedProof } from './support/solved-proof.ts';

const EMAIL = 'zoe@example.org';

let running: RunningService;
let strict: RunningService;
let commenter: string;
beforeAll(async () => {
  running = await startService({ env: { ...EASY_PROOF, TRUST_KNOWN: '1' } });
  strict = await startService({ env: EASY_PROOF });
  commenter = await become(running, EMAIL);
  await become(strict, EMAIL);
});
afterAll(async () => {
  await running.stop();
  await strict.stop();
});

/** Somebody who confirmed the address and had a comment approved; what the browser shows of it. */
async function become({ service }: RunningService, email: string, approved = true) {
  const { store, now, secret } = service;
  const comment = sampleComment({ email, createdAt: now() });
  await store.addComment(comment, { subscription: { id: comment.id, confirmed: false } });
  const link = { tokenHash: comment.id, purpose: 'confirm', subject: email, data: null };
  await store.addLink({ ...link, expiresAt: now() + 1000 });
  const address = await store.confirmAddress({ tokenHash: comment.id, now: now() });
  if (!address) throw new Error('not confirmed');
  const act = { id: comment.id, comments: [comment.id], moderator: 'ann', at: now() };
  if (approved) await store.decide({ ...act, to: 'approved' });
  return commenterProof(secret, address);
}

let sent = 0;
async function send(fields: Record<string, string>, to = running) {
  const altcha = await solvedProof(to);
  to.wait(10_000);
  sent += 1;
  const good = { email: EMAIL, commenter, altcha, comment: `La remarque n° ${sent}` };
  const response = await postComment(to, { ...good, ...fields }, { json: true });
  const body = (await response.json()) as { state: string; comment: { id: string } };
  return { ...body, id: body.comment.id };
}

describe('a known commenter', () => {
  test('is published at once, as the service’s own decision, which can be undone', async () => {
    const { id, state } = await send({});
    expect(state).toBe('approved');
    const thread = await running.fetch('/comments/threads/hybrid.json');
    expect(await thread.text()).toContain(id);
    const [decision] = await running.service.store.journal(1);
    expect(decision).toMatchObject({
      moderator: SERVICE_MODERATOR,
      to: 'approved',
      changes: [{ comment: id, from: 'pending' }],
    });
    const undo = { decision: decision?.id ?? '', moderator: 'ann', at: running.service.now() };
    await running.service.store.undo(undo);
    expect((await running.service.store.findComment(id))?.state).toBe('pending');
  });

  test('who clicks twice is published once', async () => {
    const words = { comment: 'Deux clics' };
    const one = await send(words);
    expect((await send(words)).id).toBe(one.id);
  });

  test.each<[string, Record<string, string>]>([
    // Isso publishes whoever types an address that was approved before.
    ['who only types the address', { commenter: '' }],
    ['with a proof that is made up', { commenter: 'a'.repeat(22) }],
    ['under another address', { email: 'eve@example.org' }],
    ['without proof of work', { altcha: '' }],
    [
      'whose comment meets a rule',
      { comment: 'https://a.example https://b.example https://c.example' },
    ],
  ])('%s waits in the queue', async (_what, fields) => {
    expect((await send(fields)).state).toBe('pending');
  });

  test('whose comment is spam is not published either', async () => {
    const { id } = await send({ subject: 'x' });
    expect((await running.service.store.findComment(id))?.state).toBe('spam');
  });

  test('of whom nothing was approved yet waits', async () => {
    const proof = await become(running, 'new@example.org', false);
    expect((await send({ email: 'new@example.org', commenter: proof })).state).toBe('pending');
  });

  test('waits like everybody when the operator did not say otherwise', async () => {
    expect((await send({}, strict)).state).toBe('pending');
  });
});
