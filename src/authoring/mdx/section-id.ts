/** `{/* #shared-kernel *\/}` behind a heading names its section. */
const SECTION_ID = /^\/\*\s*#([a-z0-9]+(?:-[a-z0-9]+)*)\s*\*\/$/;

/** The id that the last child of a heading gives, or null. */
export function sectionId(
  children: readonly { readonly type: string; readonly value?: string }[],
): string | null {
  const last = children.at(-1);
  if (last?.type !== 'mdxTextExpression') return null;
  return SECTION_ID.exec((last.value ?? '').trim())?.[1] ?? null;
}
