import { OPERATIONS } from '../../../src/comments/api/operations.ts';
import { SCHEMAS } from '../../../src/comments/api/schemas.ts';

const PARAMETER = /:\w+(?:\{((?:[^{}]|\{[^{}]*\})*)\})?/g;

const DECLARED = Object.entries(OPERATIONS).map(([key, operation]) => {
  const [method = '', pattern = ''] = key.split(' ');
  const literal = pattern.split(PARAMETER).map((part = '', n) => (n % 2 ? `(?:${part})` : part));
  const path = literal
    .map((part, n) => (n % 2 ? part.replace('(?:)', '[^/]+') : part.replaceAll('.', '\\.')))
    .join('');
  return { method, path: new RegExp(`^${path}$`), operation };
});

/**
 * Holds a real answer to what the API's description declares of it; throws what differs. Pages and
 * other routes pass.
 */
export async function checkDeclared(
  { method, path }: { method: string; path: string },
  response: Response,
): Promise<void> {
  const type = response.headers.get('content-type') ?? '';
  const [where = ''] = path.split('?');
  if (type === 'application/problem+json') {
    const problem = SCHEMAS.Problem.parse(await response.json());
    if (problem.status !== response.status) throw new Error(`${where}: ${JSON.stringify(problem)}`);
    return;
  }
  if (
    response.status === 304 ||
    !type.startsWith('application/json') ||
    where === '/comments/openapi.json'
  )
    return;
  const found = DECLARED.find((one) => one.method === method && one.path.test(where));
  const name = found?.operation.answers?.[response.status];
  if (name === undefined)
    throw new Error(
      `${method} ${where} answers JSON with ${response.status}, which nothing declares.`,
    );
  SCHEMAS[name].parse(await response.json());
}
