import { expect, test } from 'vitest';
import { threadList } from '../../../../src/comments/thread/thread-list.ts';

const comment = (id: string, changes: object = {}) => ({
  id,
  locale: 'fr' as const,
  name: `Nom <${id}>`,
  website: null,
  html: `<p>${id}</p>`,
  createdAt: Date.UTC(2026, 10, 24),
  parent: null,
  avatar: 'abc',
  editedAt: null,
  erasedAt: null,
  ...changes,
});

const bake = async (comments: ReturnType<typeof comment>[], replyAt = '') =>
  (await Promise.all(threadList(comments, 'fr', replyAt))).map((item) =>
    String(item).replaceAll(/\s+/g, ' ').replaceAll('> <', '><'),
  );

test('what is baked says who answers whom, and where to reply', async () => {
  const [first, second, ...more] = await bake(
    [
      comment('a'),
      comment('b', { parent: 'a', locale: 'en', editedAt: 5, moderator: true }),
      comment('c', { parent: 'b' }),
      comment('d'),
    ],
    '/reply/fr/',
  );
  expect(more).toEqual([]);
  expect(first).toMatch(/^<li><article.*<ol class="comment-replies"><li>.*<\/li><\/ol><\/li>$/);
  expect(first).toContain('<a class="comment-to" href="#comment-b" >en réponse à Nom &lt;b&gt;</a');
  expect(first).toContain('href="/reply/fr/c"');
  expect(first).toContain('data-changed="5"');
  expect(first?.match(/comment-(?:edited|moderator|language)"/g)).toHaveLength(3);
  expect(second).not.toContain('comment-replies');
  expect(second).toContain('24 novembre 2026');
});

test('what was taken back has a place and no word of its own', async () => {
  const [first] = await bake([
    comment('a', { erasedAt: 7, name: '' }),
    comment('b', { parent: 'a' }),
  ]);
  expect(first).toContain('id="comment-a" data-changed="7"');
  expect(first).toContain('Ce commentaire a été retiré.');
  expect(first).not.toContain('<p>a</p>');
  // Without a service there is nowhere to reply.
  expect(first).not.toContain('comment-reply');
});
