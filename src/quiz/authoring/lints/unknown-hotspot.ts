import { suggestion } from '../closest.ts';
import type { Check, Fault } from '../fault.ts';

/** A place to point at that is in no picture: the list and the stack would disagree. */
export const unknownHotspot: Check = ({ questions }, { layers }) =>
  layers === undefined
    ? []
    : questions.flatMap(({ type, diagram, options }, index): readonly Fault[] => {
        if (type !== 'hotspot' || diagram === undefined) return [];
        const path = ['questions', index] as const;
        const known = layers.get(diagram);
        if (!known) {
          const message = `There is no stack \`${diagram}\`. ${suggestion(diagram, layers.keys())}`;
          return [{ path: [...path, 'diagram'], message }];
        }
        return options.flatMap(({ id }, at) =>
          id === undefined || known.has(id)
            ? []
            : [
                {
                  path: [...path, 'options', at, 'id'],
                  message: `The stack \`${diagram}\` has no layer \`${id}\`. ${suggestion(id, known)}`,
                },
              ],
        );
      });
