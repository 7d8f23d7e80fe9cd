import { afterAll, beforeAll, expect, test } from 'vitest';
import { signedInModerator } from './support/moderator-client.ts';
import { postComment, type RunningService, startService } from './support/running-service.ts';

let running: RunningService;
beforeAll(async () => {
  running = await startService();
});
afterAll(() => running.stop());

test('every kind of answer carries the policy, and no page holds what the policy forbids', async () => {
  const moderator = await signedInModerator(running);
  const receipt = await postComment(running);
  const answers = {
    receipt: await running.fetch(receipt.headers.get('location') ?? ''),
    redirect: receipt,
    preview: await postComment(running, { intent: 'preview' }),
    errors: await postComment(running, { name: '' }),
    problem: await postComment(running, { intent: '' }, { json: true }),
    missing: await running.fetch('/comments/nothing'),
    method: await running.fetch('/comments/health', { method: 'PUT' }),
    thread: await running.fetch('/comments/threads/hybrid.json'),
    signIn: await running.fetch('/moderation/fr/sign-in'),
    account: await moderator.get('/moderation/fr/account'),
    enrolment: await moderator.get('/moderation/fr/account/second-factor'),
    team: await moderator.get('/moderation/fr/moderators'),
    queue: await moderator.get('/moderation/fr/pending'),
    journal: await moderator.get('/moderation/en/journal'),
    style: await running.fetch('/comments/assets/service.css'),
    script: await running.fetch('/comments/assets/moderation-queue.js'),
  };
  for (const [name, { headers }] of Object.entries(answers)) {
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy, name).toContain("default-src 'none'");
    expect(policy, name).toContain("frame-ancestors 'none'");
    expect(policy, name).toContain("require-trusted-types-for 'script'");
    expect(policy, name).not.toMatch(/unsafe|https?:|\*/);
    expect(headers.get('x-content-type-options'), name).toBe('nosniff');
    expect(headers.get('referrer-policy'), name).toBe('same-origin');
  }
  for (const name of [
    'receipt',
    'preview',
    'errors',
    'problem',
    'signIn',
    'account',
    'enrolment',
    'team',
    'queue',
    'journal',
  ] as const)
    expect(answers[name].headers.get('cache-control'), name).toBe('no-store');
  for (const name of [
    'receipt',
    'preview',
    'errors',
    'missing',
    'signIn',
    'account',
    'enrolment',
    'team',
    'queue',
    'journal',
  ] as const)
    expect(await answers[name].text(), name).not.toMatch(
      /<style|\sstyle=|\son[a-z]+=|<script>|javascript:/,
    );
});

test('the script of the queue is JavaScript, and no file lies beside it', async () => {
  const response = await running.fetch('/comments/assets/moderation-queue.js');
  expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  const code = await response.text();
  expect(code).toContain('addEventListener');
  expect(code).not.toMatch(/: string|Readonly<|<HTML/);
  expect((await running.fetch('/comments/assets/moderation-queue.ts')).status).toBe(404);
});

test('the style sheet is the site’s own, its layers in their order', async () => {
  const css = await (await running.fetch('/comments/assets/service.css')).text();
  expect(css).toMatch(/^@layer reset, tokens, base, layout, components;/);
  for (const part of ['--paper', '.button', '.comment-form', '.queue-item', '@font-face'])
    expect(css).toContain(part);
  expect((await running.fetch('/comments/assets/text.woff2')).headers.get('content-type')).toBe(
    'font/woff2',
  );
});
