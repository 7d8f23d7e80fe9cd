export type StoreErrorCode =
  | 'exists'
  | 'newer-database'
  | 'older-database'
  | 'no-database'
  | 'unreachable'
  | 'not-empty'
  | 'damaged'
  | 'unsupported';

/** What the store refuses, for a reason that whoever called can act on. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? {} : { cause });
    this.name = 'StoreError';
    this.code = code;
  }
}
