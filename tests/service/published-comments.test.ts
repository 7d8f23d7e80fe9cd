import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toTree } from '../../src/comments/policy/index.ts';
import { publishedComments } from '../../src/comments/thread/published-comments.ts';
import { treeHtml } from '../../src/comments/thread/tree-html.ts';
import { signedInModerator } from './support/moderator-client.ts';
import { postComment, type RunningService, startService } from './support/running-service.ts';

let running: RunningService;
let folder: string;
beforeAll(async () => {
  running = await startService();
  folder = mkdtempSync(join(tmpdir(), 'strates-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await running.stop();
});

const fileWith = (name: string, text: string): string => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};

const COMMENT = {
  id: 'a',
  tutorial: 'hybrid',
  locale: 'fr',
  name: 'Awa',
  website: null,
  html: '<p>Bonjour</p>',
  createdAt: 0,
};

/** What such a comment is where the file says no more. */
/** What is known when nothing is. */
const NOTHING = { comments: [], mail: false, closed: [] };

const BAKED = {
  ...COMMENT,
  parent: null,
  avatar: '',
  editedAt: null,
  erasedAt: null,
  moderator: false,
};

test('a build that knows of no comments has none, in silence', async () => {
  expect(await publishedComments({})).toBeNull();
  expect(await publishedComments({ COMMENTS_URL: ' ', COMMENTS_FILE: '' })).toBeNull();
});

test('approved comments are baked from the service', async () => {
  const moderator = await signedInModerator(running);
  await postComment(running, {
    comment: 'a & b\n\n<blockquote>c</blockquote> <a href="https://x.example/?a=1&amp;b=2">d</a>',
  });
  const [waiting] = (await running.service.store.queue({ state: 'pending', limit: 1 })).comments;
  await moderator.decide({ act: `approved:${waiting?.id ?? ''}` });
  const published = await publishedComments({ COMMENTS_URL: running.base });
  expect(published).toMatchObject({ service: running.base, comments: [{ tutorial: 'hybrid' }] });
  expect(published?.comments[0]?.html).toBe(waiting?.html);
});

test('on one origin, from a file, with or without a service', async () => {
  const file = fileWith('good.json', JSON.stringify({ comments: [COMMENT] }));
  expect(await publishedComments({ COMMENTS_URL: '/', COMMENTS_FILE: file })).toEqual({
    service: '',
    comments: [BAKED],
    mail: false,
    closed: [],
  });
  expect(await publishedComments({ COMMENTS_FILE: file })).toMatchObject({ service: null });
  expect(await publishedComments({ COMMENTS_URL: '/' })).toEqual({ service: '', ...NOTHING });
});

test('a file is held to the policy, whatever it says', async () => {
  const html =
    '<p onclick="x">a<script>alert(1)</script><img src=x onerror=alert(1)><a href="javascript:x" rel="me">b</a></p>';
  const file = fileWith(
    'bad.json',
    JSON.stringify({ comments: [{ ...COMMENT, html, website: 'javascript:alert(1)' }] }),
  );
  const published = await publishedComments({ COMMENTS_FILE: file });
  expect(published?.comments[0]?.website).toBeNull();
  expect(published?.comments[0]?.html).not.toMatch(/script>|img|onclick|javascript|rel="me"/);
});

describe('what is configured and cannot be read', () => {
  const dead = { COMMENTS_URL: 'http://127.0.0.1:9' };
  test.each([
    [
      'a service that is away',
      dead,
      /http:\/\/127\.0\.0\.1:9\/comments\/approved\.json[\s\S]*Start the service/,
    ],
    [
      'a file that is not there',
      { COMMENTS_FILE: '/nowhere.json' },
      /nowhere\.json[\s\S]*correct COMMENTS_FILE/,
    ],
    [
      'an address that is none',
      { COMMENTS_URL: 'comments.example' },
      /COMMENTS_URL=comments\.example: write/,
    ],
  ])('%s fails the build and says what to do', async (_what, env, message) => {
    await expect(publishedComments(env)).rejects.toThrow(message);
  });

  test.each([
    '{}',
    '[]',
    'no JSON',
    JSON.stringify({ comments: [{ ...COMMENT, id: '"><script>' }] }),
  ])('a file that holds %s', async (text) => {
    const file = fileWith(`${text.length}.json`, text);
    await expect(publishedComments({ COMMENTS_FILE: file })).rejects.toThrow('could not be read');
  });

  test('is a warning when comments are said to be optional', async () => {
    const warned = new Promise<string>((resolve) => {
      process.once('warning', ({ message }) => {
        resolve(message);
      });
    });
    const published = await publishedComments({ ...dead, COMMENTS_OPTIONAL: '1' });
    expect(published).toEqual({ service: 'http://127.0.0.1:9', ...NOTHING });
    expect(await warned).toContain('could not be read');
  });
});

test('a comment baked from its tree is the comment that the policy wrote', () => {
  const html =
    '<p>a &lt; b<br><q cite="https://a.example/">c</q> <a href="https://a.example/" title="t&quot;" rel="nofollow ugc noopener">d</a></p><blockquote><p><del datetime="2026">e</del></p></blockquote>';
  expect(treeHtml(toTree(html))).toBe(html);
});
