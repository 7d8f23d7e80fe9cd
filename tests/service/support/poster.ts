import { randomBytes } from 'node:crypto';

/** The ids of comments that a service said it has. */
export type Acknowledged = Map<string, string>;

let posted = 0;

/**
 * Posts one comment after another to `base()`, each by another person from another network, until
 * `stop` is aborted; a service that dies, or a proxy that has none left, is asked again. What was
 * acknowledged goes into `into`: the text under the id.
 */
export async function postUntil(
  stop: AbortSignal,
  base: () => string,
  into: Acknowledged,
): Promise<void> {
  while (!stop.aborted) {
    posted += 1;
    const text = `${posted} ${randomBytes(12).toString('hex')}`;
    try {
      const answer = await fetch(`${base()}/comments/threads/hybrid`, {
        method: 'POST',
        headers: { Accept: 'application/json', 'X-Forwarded-For': networkOf(posted) },
        body: new URLSearchParams({
          intent: 'send',
          locale: 'en',
          name: `Poster ${posted}`,
          email: `poster-${posted}@example.org`,
          website: '',
          comment: text,
        }),
        signal: stop,
      });
      if (answer.status !== 201) {
        if (answer.status < 500) throw new Refused(answer.status, await answer.text());
        continue;
      }
      const { comment } = (await answer.json()) as { comment: { id: string } };
      into.set(comment.id, text);
    } catch (error) {
      if (error instanceof Refused) throw error;
    }
  }
}

/** What no death of a process explains. */
class Refused extends Error {
  constructor(status: number, text: string) {
    super(`A right comment was refused: ${status} ${text.slice(0, 300)}`);
  }
}

function networkOf(n: number): string {
  return [10, n >> 16, n >> 8, n].map((part) => part & 255).join('.');
}
