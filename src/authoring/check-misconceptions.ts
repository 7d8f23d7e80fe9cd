import { existsSync, readFileSync } from 'node:fs';
import { suggestion } from '../quiz/authoring/closest.ts';
import { misconceptionsSchema, type Misconception } from '../quiz/authoring/misconceptions.ts';
import type { Problem } from './problem.ts';
import { parseYaml, positionIn } from './yaml-position.ts';

/** The mistaken ideas of the course, and what is wrong with their shape. */
export interface Misconceptions {
  readonly ideas: Readonly<Record<string, Misconception>>;
  /** Their names, those of misshapen ideas too. */
  readonly names: ReadonlySet<string>;
  readonly source: string;
  readonly problems: readonly Problem[];
}

/** Reads `content/misconceptions.yaml`; a course may be without one. */
export function readMisconceptions(file: string, label: string): Misconceptions {
  const source = existsSync(file) ? readFileSync(file, 'utf8') : '{}';
  const parsed = parseYaml(source, misconceptionsSchema, 'misconception', {
    file: label,
    firstLine: 1,
  });
  const names = new Set([...source.matchAll(/^([a-z0-9-]+):\s*$/gm)].map(([, name = '']) => name));
  return 'problems' in parsed
    ? { ideas: {}, names, source, problems: parsed.problems }
    : { ideas: parsed.value, names, source, problems: [] };
}

/**
 * What is wrong with the meaning of the ideas: a section or a source that is not there, and an idea
 * that no question can show. `sections` are those of each tutorial, null where it does not parse.
 */
export function checkMisconceptions(
  { ideas, source }: Misconceptions,
  file: string,
  sections: ReadonlyMap<string, ReadonlySet<string> | null>,
  sources: ReadonlySet<string>,
  shown: ReadonlySet<string>,
): readonly Problem[] {
  return Object.entries(ideas).flatMap(([id, { section, sources: cited }]) => {
    const problem = (path: readonly PropertyKey[], message: string): Problem => ({
      rule: 'misconception',
      file,
      ...positionIn(source, [id, ...path]),
      message: `\`${id}\`: ${message}`,
    });
    const nowhere = whyNowhere(section, sections);
    return [
      ...(nowhere === undefined ? [] : [problem(['section'], nowhere)]),
      ...cited.flatMap((key, at) =>
        sources.has(key)
          ? []
          : [problem(['sources', at], `There is no source \`${key}\` in content/sources.yaml.`)],
      ),
      ...(shown.has(id)
        ? []
        : [problem([], 'No question can show this idea. Name it where one does, or take it out.')]),
    ];
  });
}

/** Why `tutorial#section` leads nowhere; `undefined` when it leads somewhere, or nobody knows. */
function whyNowhere(
  section: string,
  sections: ReadonlyMap<string, ReadonlySet<string> | null>,
): string | undefined {
  const [tutorial = '', name = ''] = section.split('#');
  const there = sections.get(tutorial);
  if (there === undefined)
    return `There is no tutorial \`${tutorial}\`. Name the section that explains it. ${suggestion(tutorial, sections.keys())}`;
  return there === null || there.has(name)
    ? undefined
    : `\`${tutorial}\` has no section \`${name}\`. Name the one that explains it. ${suggestion(name, there)}`;
}
