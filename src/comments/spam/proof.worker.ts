import { type ProofChallenge, solveProof } from './solve-proof.ts';

// Beside the page, so that typing never waits for it, and so that the page carries little of it:
// where the service is comes in, a challenge of it with its solution goes out, as the field
// `altcha` holds them. Where there can be none (no service, a page over plain http), ''.
addEventListener('message', ({ data }: MessageEvent<string>) => {
  prove(data).then(postMessage, () => {
    postMessage('');
  });
});

async function prove(service: string): Promise<string> {
  const response = await fetch(`${service}/comments/challenge`, { credentials: 'omit' });
  const challenge = (await response.json()) as ProofChallenge;
  const solution = await solveProof(challenge);
  return btoa(JSON.stringify({ challenge, solution }));
}
