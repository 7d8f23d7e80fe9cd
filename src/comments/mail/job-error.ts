/** Why a job could not be done, in words that hold nothing personal: `smtp 550`. */
export class JobError extends Error {
  override readonly name = 'JobError';
  /** Whether trying again can never help. */
  readonly permanent: boolean;

  constructor(
    why: string,
    { permanent = false, cause }: { permanent?: boolean; cause?: unknown } = {},
  ) {
    super(why, { cause });
    this.permanent = permanent;
  }
}

/** What is kept and logged of a failure: a message of ours, or the code or name of another. */
export function failureOf(error: unknown): { error: string; permanent: boolean } {
  if (error instanceof JobError) return { error: error.message, permanent: error.permanent };
  const { code, name } = error as { code?: unknown; name?: unknown };
  return { error: String(code ?? name ?? 'unknown').slice(0, 60), permanent: false };
}
