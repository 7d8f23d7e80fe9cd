import { z } from 'zod';
import { quizSchema } from '../schema.ts';
import { MEND } from './mend.ts';

/**
 * The JSON Schema of a quiz, as text, for the editors of authors: what each key is for is said by
 * the sentence that mends it.
 */
export function quizJsonSchema(): string {
  const schema = z.toJSONSchema(quizSchema, { io: 'input', target: 'draft-7' });
  return `${JSON.stringify({ title: 'Quiz', ...described(schema) }, null, 2)}\n`;
}

type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The schema with a description beside each property that has one. */
function described(node: Node): Node {
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => {
      if (key === 'properties' && isNode(value)) return [key, describedProperties(value)];
      if (Array.isArray(value))
        return [key, value.map((each: unknown) => (isNode(each) ? described(each) : each))];
      return [key, isNode(value) ? described(value) : value];
    }),
  );
}

const describedProperties = (properties: Node): Node =>
  Object.fromEntries(
    Object.entries(properties).map(([name, property]) => {
      const description = MEND[name];
      const inner = isNode(property) ? described(property) : property;
      return [name, isNode(inner) && description ? { description, ...inner } : inner];
    }),
  );
