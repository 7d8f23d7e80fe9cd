/** What the service asks of the browser: ALTCHA's challenge, version 2. */
export interface ProofChallenge {
  readonly parameters: {
    /** `PBKDF2/SHA-256`. */
    readonly algorithm: string;
    /** Hexadecimal, as the two below. */
    readonly nonce: string;
    readonly salt: string;
    readonly keyPrefix: string;
    readonly cost: number;
    readonly keyLength: number;
  };
}

export interface ProofSolution {
  readonly counter: number;
  readonly derivedKey: string;
}

/** Derivations under way at once: browsers have threads for them. */
const AT_ONCE = 4;

/**
 * Looks for the counter whose key, derived from the nonce and it, begins with the prefix: what
 * altcha-lib's `solveChallenge` does, with WebCrypto alone. Rejects where there is none (a page
 * that came over plain http).
 */
export async function solveProof({ parameters }: ProofChallenge): Promise<ProofSolution> {
  const { algorithm, nonce, salt, keyPrefix, cost, keyLength } = parameters;
  const { subtle } = crypto;
  const pbkdf2 = {
    name: 'PBKDF2',
    hash: algorithm.replace('PBKDF2/', ''),
    salt: bytesOf(salt),
    iterations: cost,
  };
  const attempt = async (counter: number): Promise<ProofSolution> => {
    const password = bytesOf(nonce + counter.toString(16).padStart(8, '0'));
    const key = await subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits']);
    const bits = await subtle.deriveBits(pbkdf2, key, keyLength * 8);
    const derivedKey = Array.from(new Uint8Array(bits), (byte) =>
      byte.toString(16).padStart(2, '0'),
    ).join('');
    return { counter, derivedKey };
  };
  for (let counter = 0; ; counter += AT_ONCE) {
    const tried = await Promise.all(
      Array.from({ length: AT_ONCE }, (_, ahead) => attempt(counter + ahead)),
    );
    const found = tried.find(({ derivedKey }) => derivedKey.startsWith(keyPrefix));
    if (found) return found;
  }
}

function bytesOf(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}
