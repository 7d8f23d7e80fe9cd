import workerUrl from './proof.worker.ts?worker&url';

/** Milliseconds after which a proof is not used anymore; the service takes it for some longer. */
const FRESH = 18 * 60_000;

/** A machine that takes longer sends without: its comment waits a little longer. */
const PATIENCE = 60_000;

/** What the service answers to a posting, as far as proofs go. */
interface Answer {
  readonly kind: string;
  readonly code?: string;
}

export interface Prover {
  /** Begins to solve a challenge, in the background. */
  start(): void;
  /**
   * Calls `send` with a proof, once it is there ('' where there can be none), and once more with
   * another when the service does not take it.
   */
  prove<Said extends Answer>(send: (altcha: string) => Promise<Said>): Promise<Said>;
}

/** Proves to the service, by work, that a browser is behind a comment. */
export function createProver(service: string): Prover {
  let proof: Promise<string> | undefined;
  let begun = 0;
  const current = (): Promise<string> => {
    if (proof && Date.now() < begun + FRESH) return proof;
    begun = Date.now();
    return (proof = solved(service));
  };
  return {
    start: () => void current(),
    async prove(send) {
      const first = await send(await current());
      const refused = first.code === 'bad-proof';
      if (refused) proof = undefined;
      const answer = refused ? await send(await current()) : first;
      // Used up.
      if (answer.kind === 'sent') proof = undefined;
      return answer;
    },
  };
}

/** What the worker finds; '' when there can be none, or it takes too long. */
async function solved(service: string): Promise<string> {
  let worker: Worker | undefined;
  const found = await new Promise<string>((resolve) => {
    const none = (): void => {
      resolve('');
    };
    setTimeout(none, PATIENCE);
    worker = new Worker(scriptUrl(workerUrl) as string);
    worker.onerror = none;
    worker.onmessage = ({ data }: MessageEvent<string>) => {
      resolve(data);
    };
    worker.postMessage(service);
  }).catch(() => '');
  worker?.terminate();
  return found;
}

/** Browsers that know Trusted Types start a worker only from an address that a policy has let through. */
function scriptUrl(url: string): unknown {
  const types = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
  return types?.createPolicy('proof', { createScriptURL: () => url }).createScriptURL('') ?? url;
}

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: () => string },
  ): { createScriptURL(url: string): unknown };
}
