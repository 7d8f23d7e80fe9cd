import { openStore } from '../../../src/comments/store/open-store.ts';
import { sampleComment } from './sample-comment.ts';

// A process that adds comments until it is killed, and says each id once the store has it.
const [file = ''] = process.argv.slice(2);
const store = await openStore({ file });
for (;;) {
  const added = await Promise.all([1, 2, 3, 4].map(() => store.addComment(sampleComment())));
  process.stdout.write(added.map(({ id }) => `${id}\n`).join(''));
}
