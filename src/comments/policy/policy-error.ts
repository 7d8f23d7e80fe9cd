export type PolicyErrorCode = 'too-long' | 'too-deep' | 'too-many-attributes' | 'too-large';

/** A comment that the policy refuses whole, before it costs anything; nothing is ever cut short. */
export class PolicyError extends Error {
  readonly code: PolicyErrorCode;

  constructor(code: PolicyErrorCode, detail: string) {
    super(`comment refused (${code}): ${detail}`);
    this.name = 'PolicyError';
    this.code = code;
  }
}
