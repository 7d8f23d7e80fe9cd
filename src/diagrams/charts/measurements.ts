import text from '../../../content/measurements.yaml?raw';
import { quickYaml } from '../../lib/quick-yaml.ts';
import { measurementsSchema, type Measurement } from './measurement-schema.ts';

/** The charts of the site, in the order of their page. The build has checked them: see `authoring`. */
export const MEASUREMENTS: readonly Measurement[] = measurementsSchema.parse(quickYaml(text));
