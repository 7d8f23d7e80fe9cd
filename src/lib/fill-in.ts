/** A sentence with each `{name}` filled in; a name without a value stays as it is. */
export function fillIn(
  sentence: string | undefined,
  values: Readonly<Record<string, string | number>>,
): string {
  return (sentence ?? '').replace(/\{(\w+)\}/g, (place, name: string) =>
    String(values[name] ?? place),
  );
}
