import { z } from 'zod';
import { LOCALES } from '../../i18n/locales.ts';
import { PROBLEMS, type ProblemCode } from '../service/problem.ts';
import { type Operation, OPERATIONS } from './operations.ts';
import { FORMS, SCHEMAS, type SchemaName } from './schemas.ts';

/** A route as Hono lists it. */
export interface Route {
  readonly method: string;
  readonly path: string;
}

const PARAMETER = /:(\w+)(?:\{((?:[^{}]|\{[^{}]*\})*)\})?/g;

/** Moderators' pages that one sees before signing in, or by a mailed link. */
const OPEN_TO_ALL = /\/(?:sign-in|invitation|second-factor|act|stop-mails)(?:\/|$)|^\/moderation$/;

const JSON_TYPE = 'application/json';
const PROBLEM_TYPE = 'application/problem+json';

/**
 * The description of the service's HTTP interface, OpenAPI 3.1, made of the routes that there are,
 * of what {@link OPERATIONS} says of those for programs, and of the schemas of their answers.
 */
export function openApiDocument(routes: readonly Route[], server: URL) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    if (route.method === 'ALL') continue; // what every request passes through
    const operation = OPERATIONS[`${route.method} ${route.path}`] ?? pageOperation(route);
    for (const path of operation.paths ?? [route.path.replace(PARAMETER, '{$1}')])
      (paths[path] ??= {})[route.method.toLowerCase()] = describe(route, path, operation);
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Comments of Strates',
      version: '1.0.0',
      description:
        'Programs ask with Accept: application/json; without it, the same addresses answer with ' +
        'pages for people. Problems are documents after RFC 9457.',
    },
    servers: [{ url: server.origin }],
    tags: [
      { name: 'api', description: 'For programs.' },
      { name: 'page', description: 'For people: HTML, forms that answer with pages.' },
    ],
    paths,
    components: {
      schemas: jsonSchemas(),
      securitySchemes: {
        moderator: { type: 'apiKey', in: 'cookie', name: '__Secure-moderator' },
        token: { type: 'http', scheme: 'bearer' },
      },
    },
  };
}

/** Routes that are not in the table show a page, or take a form and lead to one. */
function pageOperation({ method, path }: Route): Operation {
  const last = path.replace(PARAMETER, '').split('/').filter(Boolean).at(-1) ?? 'comments';
  const asset = path.startsWith('/comments/assets/');
  const needs = path.startsWith('/moderation') && !OPEN_TO_ALL.test(path);
  const verb = method === 'GET' ? (asset ? 'File' : 'Page') : 'Form';
  return {
    summary: `${verb}: ${last}.`,
    type: asset ? '*/*' : 'text/html',
    ...(needs && { needs: 'moderator' as const }),
  };
}

function describe({ method, path: pattern }: Route, path: string, operation: Operation) {
  const { summary, form, needs, answers = {} } = operation;
  const page = operation.type === 'text/html' && !OPERATIONS[`${method} ${pattern}`];
  const parameters = parametersOf(pattern, path);
  return {
    operationId: `${method.toLowerCase()} ${path}`.replace(/[^\w]+/g, '-').replace(/-$/, ''),
    summary,
    tags: [page ? 'page' : 'api'],
    ...(parameters.length && { parameters }),
    ...(form && {
      requestBody: {
        required: true,
        content: { 'application/x-www-form-urlencoded': { schema: reference(form) } },
      },
    }),
    ...(needs && { security: [{ [needs]: [] }] }),
    responses: {
      ...Object.fromEntries(
        Object.entries(answers).map(([status, name]) => [
          status,
          { description: describeStatus(Number(status)), content: jsonOf(JSON_TYPE, name) },
        ]),
      ),
      ...(operation.type !== undefined && {
        200: { description: describeStatus(200), content: { [operation.type]: {} } },
      }),
      ...(page && method === 'POST' && { 303: { description: describeStatus(303) } }),
      ...(operation.revalidates && { 304: { description: describeStatus(304) } }),
      ...problemsOf(operation.problems ?? []),
      default: { description: 'A problem.', content: jsonOf(PROBLEM_TYPE, 'Problem') },
    },
  };
}

function parametersOf(pattern: string, path: string) {
  const known = new Map([...pattern.matchAll(PARAMETER)].map(([, name, regex]) => [name, regex]));
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema:
      name === 'locale'
        ? { type: 'string', enum: LOCALES }
        : { type: 'string', pattern: `^${known.get(name) ?? '[\\w-]+'}$` },
  }));
}

/** Several problems may share one status. */
function problemsOf(codes: readonly ProblemCode[]) {
  const statuses = Map.groupBy(codes, (code) => PROBLEMS[code]);
  return Object.fromEntries(
    [...statuses].map(([status, shared]) => [
      status,
      { description: shared.join(', '), content: jsonOf(PROBLEM_TYPE, 'Problem') },
    ]),
  );
}

function describeStatus(status: number): string {
  return (
    {
      200: 'Done.',
      201: 'Taken.',
      202: 'Under way.',
      303: 'Done; see there.',
      304: 'You have it.',
    }[status] ?? ''
  );
}

function jsonOf(type: string, name: SchemaName) {
  return { [type]: { schema: reference(name) } };
}

function reference(name: string) {
  return { $ref: `#/components/schemas/${name}` };
}

/** Zod's schemas as JSON Schema, each under its name. */
function jsonSchemas(): Record<string, unknown> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries({ ...SCHEMAS, ...FORMS })) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, { uri: (id) => reference(id).$ref });
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $schema: _, $id: __, ...schema }]) => [id, schema]),
  );
}
