import type { Kysely, Transaction } from 'kysely';
import { foldedWords, foldText } from './fold-text.ts';
import type { Schema } from './schema.ts';
import { searchIndex } from './search-index.ts';
import { queryGrams, textGrams, wholeGram } from './text-grams.ts';

/** What is searched of a comment. */
interface Searched {
  readonly name: string;
  readonly email: string;
  readonly website: string | null;
  readonly raw: string;
  readonly tutorial: string;
  readonly locale: string;
}

/** What somebody looks for; a whole address finds that address alone. */
export interface Search {
  readonly text?: string | undefined;
  readonly author?: string | undefined;
}

/** What a comment keeps for good: the index knows it, so that words of one language are not met in the other. */
interface Kept {
  readonly tutorial?: string | undefined;
  readonly locale?: string | undefined;
}

/** Whether there is anything to look for. */
export function isSearch({ text = '', author = '' }: Search): boolean {
  return foldedWords(text).length > 0 || foldedWords(author).length > 0;
}

/** The grams that whatever is found must have. */
export function searchGrams(search: Search & Kept): ReadonlySet<number> {
  const { text = '', author = '', locale, tutorial } = search;
  return new Set([
    // First, for they are few and always asked for.
    ...(locale === undefined ? [] : [wholeGram(locale, 'locale')]),
    ...(tutorial === undefined ? [] : [wholeGram(tutorial, 'tutorial')]),
    ...(isAddress(author) ? [wholeGram(author, 'address')] : queryGrams(author, 'author')),
    ...queryGrams(text, 'text'),
  ]);
}

/** Whether a comment is what the search looks for: each word stands somewhere in it. */
export function searchFilter({ text = '', author = '' }: Search): (comment: Searched) => boolean {
  const [words, names] = [foldedWords(text), foldedWords(author)];
  const address = isAddress(author) ? author.toLowerCase() : null;
  return (comment) => {
    if (address !== null && comment.email.toLowerCase() !== address) return false;
    const who = names.length && address === null ? foldText(authorOf(comment)) : '';
    if (address === null && !names.every((word) => who.includes(word))) return false;
    const body = words.length ? foldText(textOf(comment)) : '';
    return words.every((word) => body.includes(word));
  };
}

/**
 * Takes up to `limit` comments into the index that were added or changed since; resolves to how
 * many. Two processes never take the same one.
 */
export async function indexDue(db: Kysely<Schema>, limit: number): Promise<number> {
  // Mostly there is nothing: then no writer is kept waiting.
  const waiting = await db.selectFrom('search_due').select('comment').limit(1).executeTakeFirst();
  return waiting ? db.transaction().execute((one) => takeIn(one, limit)) : 0;
}

/** How many comments are still to be taken in; a thousand stands for more. */
export async function countDue(db: Kysely<Schema>): Promise<number> {
  const some = db.selectFrom('search_due').select('comment').limit(1000).as('some');
  const { count } = await db
    .selectFrom(some)
    .select(({ fn }) => fn.countAll().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

async function takeIn(transaction: Transaction<Schema>, limit: number): Promise<number> {
  const index = searchIndex(transaction);
  const others = transaction.getExecutor().adapter.supportsMultipleConnections === true;
  const due = await transaction
    .selectFrom('search_due')
    .select('comment')
    .orderBy('comment')
    .limit(limit)
    .$if(others, (query) => query.forUpdate().skipLocked())
    .execute();
  const ids = due.map(({ comment }) => comment);
  if (ids.length === 0) return 0;
  await transaction.deleteFrom('search_due').where('comment', 'in', ids).execute();
  const comments = await transaction
    .selectFrom('comments')
    .select(['id', 'name', 'email', 'website', 'raw', 'tutorial', 'locale'])
    .where('id', 'in', ids)
    .execute();
  for (const comment of comments)
    await index.put(transaction, { comment: comment.id, grams: gramsOf(comment) });
  return ids.length;
}

function gramsOf(comment: Searched): ReadonlySet<number> {
  const address = comment.email === '' ? [] : [wholeGram(comment.email, 'address')];
  return new Set([
    wholeGram(comment.locale, 'locale'),
    wholeGram(comment.tutorial, 'tutorial'),
    ...textGrams(textOf(comment), 'text'),
    ...textGrams(authorOf(comment), 'author'),
    ...address,
  ]);
}

const textOf = ({ raw, website, name }: Searched): string => `${raw} ${website ?? ''} ${name}`;
const authorOf = ({ name, email }: Searched): string => `${name} ${email}`;

/** Written out to its end: `zoe@example.org`, and not `zoe` or `@example.org`. */
function isAddress(author: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(author);
}
