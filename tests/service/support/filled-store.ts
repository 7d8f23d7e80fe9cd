import type { CommentStore } from '../../../src/comments/store/store.ts';
import { NOW, sampleComment } from './sample-comment.ts';

/** Puts rows into every table: more comments than a page of a copy holds, decided, undone, decided anew. */
export async function filledStore(store: CommentStore): Promise<void> {
  for (const name of ['Ann', 'Bob']) {
    const email = `${name}@example.org`;
    await store.addModerator({ id: name, name, email, createdAt: NOW, passwordHash: '$scrypt$é' });
  }
  const ids: string[] = [];
  for (let n = 0; n < 450; n += 1) {
    const odd = n % 3 ? {} : { website: null, locale: 'en' as const, raw: `${n} '"\\ \u202E🐳\n` };
    ids.push((await store.addComment(sampleComment(odd))).id);
  }
  const act = { moderator: 'Ann', at: NOW };
  await store.decide({ ...act, id: 'first', comments: ids.slice(0, 300), to: 'approved' });
  await store.decide({ ...act, id: 'second', comments: ids.slice(200, 400), to: 'spam' });
  await store.undo({ decision: 'second', moderator: 'Bob', at: NOW + 5 });
  await store.decide({ ...act, id: 'third', comments: ids.slice(0, 5), to: 'rejected' });
  const until = { expiresAt: NOW + 1e9 };
  await store.addInvitation({ tokenHash: 'i'.repeat(64), moderator: 'Bob', ...until });
  await store.addSession({ tokenHash: 's'.repeat(64), moderator: 'Ann', createdAt: NOW, ...until });
  await store.allow({ key: 'visitor', limit: 3, windowMs: 1e9, now: NOW });
}
