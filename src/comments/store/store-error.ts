export type StoreErrorCode = 'exists' | 'newer-database';

/** What the store refuses, for a reason that whoever called can act on. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string) {
    super(message);
    this.name = 'StoreError';
    this.code = code;
  }
}
