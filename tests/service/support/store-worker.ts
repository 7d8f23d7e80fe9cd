import { createInterface } from 'node:readline';
import { openStore } from '../../../src/comments/store/open-store.ts';
import { StoreError } from '../../../src/comments/store/store-error.ts';
import { COMMENT_STATES } from '../../../src/comments/store/store.ts';
import { NOW, sampleComment } from './sample-comment.ts';

/** What each process is told to do, once all are ready. */
export interface Work {
  readonly uses: number;
  readonly limit: number;
  readonly invitation: string;
  /** Ids that every process tries to add. */
  readonly shared: readonly string[];
  readonly own: number;
  /** Comments on which every process decides, this many times. */
  readonly judged: readonly string[];
  readonly rounds: number;
}

export interface Done {
  readonly allowed: number;
  readonly invited: boolean;
  /** Ids that this process was told are kept. */
  readonly added: readonly string[];
  readonly refused: number;
  readonly decisions: readonly string[];
  /** Decisions that this process undid. */
  readonly undone: readonly string[];
}

const [url = '', me = ''] = process.argv.slice(2);
const store = await openStore({ url });
console.log('ready');

for await (const line of createInterface(process.stdin)) {
  console.log(JSON.stringify(await doAll(JSON.parse(line) as Work)));
  break;
}
await store.close();

async function doAll(work: Work): Promise<Done> {
  const own = Array.from({ length: work.own }, () => sampleComment().id);
  const [uses, invited, adds, decided] = await Promise.all([
    Promise.all(
      Array.from({ length: work.uses }, () =>
        store.allow({ key: 'shared', limit: work.limit, windowMs: 60_000, now: NOW }),
      ),
    ),
    store.takeInvitation(work.invitation, NOW),
    Promise.all([...work.shared, ...own].map(add)),
    decideOften(work),
  ]);
  const added = adds.filter((id) => id !== null);
  return {
    allowed: uses.filter(Boolean).length,
    invited: invited !== null,
    added,
    refused: adds.length - added.length,
    ...decided,
  };
}

async function add(id: string): Promise<string | null> {
  try {
    return (await store.addComment(sampleComment({ id }))).id;
  } catch (error) {
    if (error instanceof StoreError && error.code === 'exists') return null;
    throw error;
  }
}

async function decideOften({ judged, rounds }: Work) {
  const decisions: string[] = [];
  const undone: string[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const to = COMMENT_STATES[(round + Number(me)) % COMMENT_STATES.length] ?? 'spam';
    const id = `${me}-${round}`;
    // Every other time backwards: who locks in the order of the request would stand in a ring.
    const comments = round % 2 ? judged : judged.toReversed();
    const decision = await store.decide({ id, comments, to, moderator: me, at: NOW + round });
    if (decision) decisions.push(id);
    if (decision && round % 5 === 4) {
      await store.undo({ decision: id, moderator: me, at: NOW + round });
      undone.push(id);
    }
  }
  return { decisions, undone };
}
