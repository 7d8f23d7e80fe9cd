import { createHmac } from 'node:crypto';
import { JobError } from '../mail/job-error.ts';
import type { Instant } from '../store/store.ts';

/** Milliseconds in which a hook must have answered: it starts a build and does not wait for it. */
const PATIENCE = 30_000;

interface Call {
  readonly hook: URL;
  readonly secret: string | null;
  /** The same when the call is repeated. */
  readonly id: string;
  readonly at: Instant;
}

/**
 * Tells a build hook that published comments have changed, as Standard Webhooks has it
 * (https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md).
 *
 * @throws JobError when it does not answer with a 2xx; a redirect is none.
 */
export async function callHook(call: Call, signal: AbortSignal): Promise<void> {
  const body = JSON.stringify({
    type: 'comments.changed',
    timestamp: new Date(call.at).toISOString(),
  });
  const answer = await fetch(call.hook, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...hookHeaders(call, body) },
    body,
    redirect: 'manual',
    signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]),
  }).catch((error: unknown) => {
    throw new JobError('hook away', { cause: error });
  });
  await answer.body?.cancel();
  if (!answer.ok) throw new JobError(`hook ${answer.status}`);
}

function hookHeaders({ id, at, secret }: Call, body: string): Record<string, string> {
  const seconds = String(Math.floor(at / 1000));
  const named = { 'webhook-id': id, 'webhook-timestamp': seconds };
  if (secret === null) return named;
  const mac = createHmac('sha256', keyOf(secret)).update(`${id}.${seconds}.${body}`);
  return { ...named, 'webhook-signature': `v1,${mac.digest('base64')}` };
}

/** `whsec_` and base64 as the standard writes keys; any other text as it is. */
function keyOf(secret: string): Buffer {
  const prefix = 'whsec_';
  return secret.startsWith(prefix)
    ? Buffer.from(secret.slice(prefix.length), 'base64')
    : Buffer.from(secret);
}
