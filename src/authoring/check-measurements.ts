import { existsSync, readFileSync } from 'node:fs';
import { measurementsSchema } from '../diagrams/charts/measurement-schema.ts';
import { suggestion } from '../quiz/authoring/closest.ts';
import type { Problem } from './problem.ts';
import { parseYaml, positionIn } from './yaml-position.ts';

/** What the measured figures cite, and what is wrong with them. */
interface Checked {
  readonly cited: ReadonlySet<string>;
  readonly problems: readonly Problem[];
}

/**
 * Checks `content/measurements.yaml`: its shape, and that each source is one of `sources`. A course
 * may be without one. `label` names the file in messages.
 */
export function checkMeasurements(
  file: string,
  label: string,
  sources: ReadonlySet<string>,
): Checked {
  if (!existsSync(file)) return { cited: new Set(), problems: [] };
  const source = readFileSync(file, 'utf8');
  const parsed = parseYaml(source, measurementsSchema, 'measurement', {
    file: label,
    firstLine: 1,
  });
  if ('problems' in parsed) return { cited: new Set(), problems: parsed.problems };
  const cited = parsed.value.flatMap(({ points }, chart) =>
    points.map(({ source: key }, at) => ({ key, path: [chart, 'points', at, 'source'] })),
  );
  return {
    cited: new Set(cited.map(({ key }) => key)),
    problems: cited
      .filter(({ key }) => !sources.has(key))
      .map(({ key, path }) => ({
        rule: 'measurement',
        file: label,
        ...positionIn(source, path),
        message: `There is no source \`${key}\` in content/sources.yaml. ${suggestion(key, sources)}`,
      })),
  };
}
