/** Headers for the paths that a pattern of `public/_headers` names. */
export interface HeaderRule {
  readonly pattern: RegExp;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/**
 * Reads a `_headers` file, the format that static hosts share: a path, in which `*` stands for
 * anything, then its headers, indented. One file says the same to them and to `npm start`.
 */
export function parseHeaderRules(text: string): readonly HeaderRule[] {
  const rules: { pattern: RegExp; headers: [string, string][] }[] = [];
  for (const line of text.split('\n')) {
    const content = line.trim();
    if (content === '' || content.startsWith('#')) continue;
    const colon = content.indexOf(':');
    if (!/^\s/.test(line)) rules.push({ pattern: pathPattern(content), headers: [] });
    else if (colon > 0)
      rules.at(-1)?.headers.push([content.slice(0, colon), content.slice(colon + 1).trim()]);
  }
  return rules;
}

/** The headers of every rule that names `path`; a later rule wins. */
export function headersFor(rules: readonly HeaderRule[], path: string): Record<string, string> {
  const matching = rules.filter(({ pattern }) => pattern.test(path));
  return Object.fromEntries(matching.flatMap(({ headers }) => headers));
}

function pathPattern(path: string): RegExp {
  const parts = path.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`);
}
