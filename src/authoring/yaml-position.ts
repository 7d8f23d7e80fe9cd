import { isMap, isSeq, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import type { ZodType } from 'zod';
import { quickYaml } from '../lib/quick-yaml.ts';
import type { Problem, Rule } from './problem.ts';

/** Where a YAML text stands in its file: front matter begins on line 2. */
export interface YamlPlace {
  readonly file: string;
  readonly firstLine: number;
}

/** A value of the wanted shape, or what is wrong with it. */
export type Parsed<T> = { readonly value: T } | { readonly problems: readonly Problem[] };

/** Reads YAML and checks its shape; every problem points at the line that holds it. */
export function parseYaml<T>(
  source: string,
  schema: ZodType<T>,
  rule: Rule,
  { file, firstLine }: YamlPlace,
): Parsed<T> {
  const quick = schema.safeParse(quickYaml(source));
  if (quick.success) return { value: quick.data };
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { file, line: line + firstLine - 1, column: col };
  };
  if (document.errors.length > 0) {
    return {
      problems: document.errors.map((error) => ({
        rule: 'yaml' as const,
        ...at(error.pos[0]),
        message: `This is not valid YAML: ${error.message}. Close every bracket and quote, and quote a text that contains \`: \`.`,
      })),
    };
  }
  const result = schema.safeParse(document.toJS());
  if (result.success) return { value: result.data };
  return {
    problems: result.error.issues.map((issue) => ({
      rule,
      ...at(offsetOf(document, issue.path)),
      message: `${issue.path.length > 0 ? `\`${issue.path.join('.')}\`: ` : ''}${issue.message}`,
    })),
  };
}

/** Where in `source` what stands at `path` begins, or the deepest part of it that is there. */
export function positionIn(
  source: string,
  path: readonly PropertyKey[],
): Pick<Problem, 'line' | 'column'> {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false });
  const { line, col } = lines.linePos(offsetOf(document, path));
  return { line, column: col };
}

/** The offset of the deepest node on `path` that is there. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find(
        (item) => String((item.key as { value?: unknown }).value) === String(key),
      );
      if (!pair) break;
      offset = (pair.key as Node).range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(key)];
      offset = (node as Node | undefined)?.range?.[0] ?? offset;
    } else break;
  }
  return offset;
}
