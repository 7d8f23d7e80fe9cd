/** A file or an option that cannot be used: where, what, and what to do. */
export class ExchangeError extends Error {
  override readonly name = 'ExchangeError';
}
