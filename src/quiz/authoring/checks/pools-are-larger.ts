import type { Check } from '../fault.ts';

/** A pool that holds no more than is drawn from it draws the same each time. */
export const poolsAreLarger: Check = ({ pools, questions }) =>
  Object.entries(pools).flatMap(([name, drawn]) => {
    const held = questions.filter(({ pool }) => pool === name).length;
    if (drawn === undefined || held > drawn) return [];
    const message =
      held === 0
        ? `No question is in the pool \`${name}\`. Write \`pool: ${name}\` on some, or take it out.`
        : `The pool \`${name}\` holds ${held} and draws ${drawn}: it would ask the same each time. Add questions or draw fewer.`;
    return [{ path: ['pools', name], message }];
  });
