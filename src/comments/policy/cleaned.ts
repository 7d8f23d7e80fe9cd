/** A field as it may be stored, or why it may not. */
export type Cleaned<Value, Problem extends string> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: Problem };
