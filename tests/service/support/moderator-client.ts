import { firstInvitation } from '../../../src/comments/moderation/invitations.ts';
import type { Service } from '../../../src/comments/service/service.ts';
import type { RunningService } from './running-service.ts';

export const PASSWORD = 'quatre mots sans rapport';
export const ADDRESS = 'moderatrice@example.org';

/** A service to moderate, in this process or in one that may die. */
export type Moderated = Pick<RunningService, 'base' | 'fetch'> & {
  readonly service: Pick<Service, 'store' | 'now'>;
};

/** A browser that keeps one cookie and says where its forms come from. */
export class ModeratorClient {
  readonly running: Moderated;
  cookie = '';

  constructor(running: Moderated) {
    this.running = running;
  }

  async get(path: string): Promise<Response> {
    return this.running.fetch(path, { headers: { Cookie: this.cookie } });
  }

  async post(
    path: string,
    fields: Record<string, string> | URLSearchParams,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const response = await this.running.fetch(path, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { Cookie: this.cookie, Origin: this.running.base, ...headers },
    });
    const set = response.headers.get('set-cookie');
    if (set) this.cookie = set.split(';')[0] ?? '';
    return response;
  }

  /** The token that stands in the forms of a page. */
  async token(path = '/moderation/fr/journal'): Promise<string> {
    const page = await (await this.get(path)).text();
    return /name="token"\s+value="([^"]+)"/.exec(page)?.[1] ?? '';
  }

  /** Decides about comments as the buttons do; the id of the decision. */
  async decide(fields: Record<string, string>): Promise<string> {
    const token = await this.token();
    const response = await this.post('/moderation/fr/decisions', { token, ...fields });
    const location = new URL(response.headers.get('location') ?? '', this.running.base);
    return location.searchParams.get('done') ?? '';
  }
}

/** The first moderator, signed in through the link that the service prints. */
export async function signedInModerator(running: Moderated): Promise<ModeratorClient> {
  const { store, now } = running.service;
  const link = (await firstInvitation(store, now())) ?? '';
  const client = new ModeratorClient(running);
  await client.post(link.replace('/moderation/', '/moderation/fr/'), {
    name: 'Modératrice',
    email: ADDRESS,
    password: PASSWORD,
  });
  return client;
}
