import { existsSync, readFileSync } from 'node:fs';
import { misconceptionsSchema, type Misconception } from '../quiz/authoring/misconceptions.ts';
import type { Problem } from './problem.ts';
import { parseYaml } from './yaml-position.ts';

/** The mistaken ideas of the course, with the line of each; and what is wrong with their shape. */
export interface Misconceptions {
  readonly ideas: Readonly<Record<string, Misconception>>;
  readonly lines: ReadonlyMap<string, number>;
  readonly problems: readonly Problem[];
}

/** Reads `content/misconceptions.yaml`; a course may be without one. */
export function readMisconceptions(file: string, label: string): Misconceptions {
  const source = existsSync(file) ? readFileSync(file, 'utf8') : '{}';
  const parsed = parseYaml(source, misconceptionsSchema, 'misconception', {
    file: label,
    firstLine: 1,
  });
  const lines = new Map<string, number>();
  source.split('\n').forEach((line, index) => {
    const key = /^([a-z0-9-]+):\s*$/.exec(line)?.[1];
    if (key !== undefined) lines.set(key, index + 1);
  });
  return 'problems' in parsed
    ? { ideas: {}, lines, problems: parsed.problems }
    : { ideas: parsed.value, lines, problems: [] };
}

/**
 * What is wrong with the meaning of the ideas: a section or a source that is not there, and an idea
 * that no question can show. `sections` are those of each tutorial, null where it does not parse.
 */
export function checkMisconceptions(
  { ideas, lines }: Misconceptions,
  file: string,
  sections: ReadonlyMap<string, ReadonlySet<string> | null>,
  sources: ReadonlySet<string>,
  shown: ReadonlySet<string>,
): readonly Problem[] {
  return Object.entries(ideas).flatMap(([id, { section, sources: cited }]) => {
    const problem = (message: string): Problem => ({
      rule: 'misconception',
      file,
      line: lines.get(id) ?? 1,
      column: 1,
      message: `\`${id}\`: ${message}`,
    });
    const [tutorial = '', name = ''] = section.split('#');
    const there = sections.get(tutorial);
    return [
      ...(there === undefined
        ? [problem(`There is no tutorial \`${tutorial}\`. Name the section that explains it.`)]
        : there === null || there.has(name)
          ? []
          : [
              problem(`\`${tutorial}\` has no section \`${name}\`. Name the one that explains it.`),
            ]),
      ...cited
        .filter((key) => !sources.has(key))
        .map((key) => problem(`There is no source \`${key}\` in content/sources.yaml.`)),
      ...(shown.has(id)
        ? []
        : [problem('No question can show this idea. Name it where one does, or take it out.')]),
    ];
  });
}
