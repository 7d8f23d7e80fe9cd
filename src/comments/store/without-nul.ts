/**
 * PostgreSQL's texts hold any character but U+0000, which is kept as U+FFFD: what a visitor sent
 * is stored, and what nobody can have stored is not found, without an error.
 */
export function withoutNul<Value>(value: Value): Value | string {
  return typeof value === 'string' ? value.replaceAll('\0', '\uFFFD') : value;
}
