import { Validator } from '@seriousme/openapi-schema-validator';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openApiDocument } from '../../src/comments/api/openapi-document.ts';
import { OPERATIONS } from '../../src/comments/api/operations.ts';
import { SCHEMAS } from '../../src/comments/api/schemas.ts';
import { createCommentsApp } from '../../src/comments/service/app.ts';
import { PROBLEMS } from '../../src/comments/service/problem.ts';
import { postComment, type RunningService, startService } from './support/running-service.ts';

let running: RunningService;
let routes: readonly { readonly method: string; readonly path: string }[];
let document: ReturnType<typeof openApiDocument>;
beforeAll(async () => {
  running = await startService();
  ({ routes } = createCommentsApp(running.service));
  document = openApiDocument(routes, running.service.settings.publicUrl);
});
afterAll(() => running.stop());

interface Described {
  readonly tags: readonly string[];
  readonly parameters?: readonly {
    readonly name: string;
    readonly schema: { readonly pattern?: string; readonly enum?: readonly string[] };
  }[];
}

/** Every described path with its methods, and an address that it stands for. */
function described(): readonly {
  path: string;
  methods: readonly string[];
  /** Those of its methods that answer programs. */
  forPrograms: readonly string[];
  sample: string;
}[] {
  return Object.entries(document.paths).map(([path, operations]) => {
    const [operation] = Object.values(operations) as Described[];
    const sample = (operation?.parameters ?? []).reduce((address, { name, schema }) => {
      const values = schema.enum ?? [
        ...fc.sample(fc.stringMatching(new RegExp(schema.pattern ?? '')), { seed: 7, numRuns: 1 }),
      ];
      return address.replaceAll(`{${name}}`, encodeURIComponent(values[0] ?? ''));
    }, path);
    const upper = (names: readonly string[]) => names.map((name) => name.toUpperCase());
    const api = (Object.entries(operations) as [string, Described][]).filter(([, { tags }]) =>
      tags.includes('api'),
    );
    return {
      path,
      methods: upper(Object.keys(operations)),
      forPrograms: upper(api.map(([method]) => method)),
      sample,
    };
  });
}

const asProgram = { Accept: 'application/json' };

describe('the description', () => {
  test('is served, and is valid OpenAPI 3.1', async () => {
    const answer = await running.fetch('/comments/openapi.json');
    expect(answer.headers.get('content-type')).toBe('application/json');
    const served = (await answer.json()) as Record<string, unknown>;
    expect(served).toEqual(JSON.parse(JSON.stringify(document)));
    const validator = new Validator();
    const result = await validator.validate(served);
    expect(result.errors).toBeUndefined();
    expect(result.valid).toBe(true);
    expect(validator.version).toBe('3.1');
  });

  test('has every route, each under a name of its own, and no other', async () => {
    const known = new Set(routes.map(({ method, path }) => `${method} ${path}`));
    expect(Object.keys(OPERATIONS).filter((key) => !known.has(key))).toEqual([]);
    const all = described();
    const names = Object.values(document.paths).flatMap((operations) =>
      Object.values(operations).map((one) => (one as { operationId: string }).operationId),
    );
    expect(new Set(names).size).toBe(names.length);
    for (const { path, methods, sample } of all) {
      const answer = await running.fetch(sample, { method: 'PATCH', headers: asProgram });
      const allowed = answer.headers.get('allow')?.split(', ') ?? [];
      // What a path allows may be more: another one can stand for the same address.
      expect(allowed, `${path} as ${sample}`).toEqual(expect.arrayContaining([...methods]));
      expect(answer.status).toBe(405);
    }
    const templates = all.map(({ path }) => path.replaceAll(/\{\w+\}/g, '{}'));
    expect(new Set(templates).size).toBe(templates.length);
  });

  test('refers to nothing that is not there', () => {
    const references = [
      ...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g),
    ];
    const names = Object.keys(document.components.schemas);
    expect(
      references.map(([, name]) => name).filter((name) => !names.includes(name ?? '')),
    ).toEqual([]);
    expect(references.length).toBeGreaterThan(50);
  });
});

describe('real answers are as declared', () => {
  test('to whoever reads, posts, looks after a comment, and runs the service', async () => {
    const sent = await postComment(
      running,
      { comment: 'Une <b>question</b>\n\n<q>?</q>' },
      { json: true },
    );
    expect(sent.status).toBe(201);
    const { receipt, comment } = SCHEMAS.Posted.parse(await sent.json());
    await postComment(running, { intent: 'preview', comment: '<u>a</u><i></i>' }, { json: true });
    await running.service.store.decide({
      id: 'd',
      comments: [comment.id],
      to: 'approved',
      moderator: 'm',
      at: running.service.now(),
    });
    await postComment(running, { comment: 'Réponse', parent: comment.id }, { json: true });
    const at = `/comments/receipts/${receipt}`;
    const change = (fields: Record<string, string>) =>
      running.fetch(at, { method: 'POST', body: new URLSearchParams(fields), headers: asProgram });
    expect((await running.fetch(`${at}.json`)).status).toBe(200);
    expect((await change({ intent: 'edit', comment: 'Une autre' })).status).toBe(200);
    expect((await change({ intent: 'edit', comment: ' ' })).status).toBe(422);
    for (const path of ['threads/hybrid.json', 'approved.json', 'challenge', 'health', 'ready'])
      expect((await running.fetch(`/comments/${path}`)).status, path).toBe(200);
    expect((await change({ intent: 'withdraw' })).status).toBe(200);
  });

  test('and what nothing declares would be noticed', () => {
    expect(SCHEMAS.Health.safeParse({ status: 'ok', more: 1 }).success).toBe(false);
    expect(SCHEMAS.Thread.safeParse({ tutorial: 'x', comments: [{}] }).success).toBe(false);
  });
});

describe('problems', () => {
  test('are documents wherever a program meets them', async () => {
    const seen = new Set<string>();
    const meet = async (address: string, init: RequestInit): Promise<void> => {
      const answer = await running.fetch(address, init);
      if (answer.status < 400) return;
      expect(answer.headers.get('content-type'), address).toBe('application/problem+json');
      const problem = SCHEMAS.Problem.parse(await answer.json());
      expect(problem.status).toBe(answer.status);
      expect(problem.instance).toBe(`urn:uuid:${answer.headers.get('x-request-id') ?? ''}`);
      seen.add(problem.code);
    };
    const foreign = { ...asProgram, Origin: 'https://evil.example' };
    for (const { forPrograms, sample } of described()) {
      if (forPrograms.includes('GET')) await meet(sample, { headers: asProgram });
      await meet(sample, { method: 'DELETE', headers: asProgram });
      if (!forPrograms.includes('POST')) continue;
      const post = { method: 'POST', headers: asProgram };
      await meet(sample, { ...post, body: 'text' });
      await meet(sample, { ...post, headers: foreign, body: new URLSearchParams({ a: 'b' }) });
      await meet(sample, {
        ...post,
        body: new URLSearchParams([
          ['a', '1'],
          ['a', '2'],
        ]),
      });
      await meet(sample, { ...post, body: 'x'.repeat(300_000) });
    }
    await meet('/comments/nowhere', { headers: asProgram });
    for (const code of ['bad-method', 'bad-type', 'foreign-origin', 'not-found', 'too-large'])
      expect([...seen]).toContain(code);
  });

  test.each(Object.keys(PROBLEMS))('%s has a page that its type leads to', async (code) => {
    for (const language of ['fr', 'en']) {
      const headers = { 'Accept-Language': language };
      const answer = await running.fetch(`/comments/problems/${code}`, { headers });
      expect(answer.status).toBe(200);
      const text = await answer.text();
      expect(text).toContain(`<html lang="${language}"`);
      expect(text).toContain(`<code>${code}</code>`);
    }
  });

  test('a code that there is not has none', async () => {
    expect((await running.fetch('/comments/problems/constructor')).status).toBe(404);
  });

  test('every answer and its line in the log bear the same id', async () => {
    const pages = ['/comments/health', '/comments/nowhere', '/comments/approved.json'];
    for (const page of pages) {
      const id = (await running.fetch(page)).headers.get('x-request-id');
      expect(id).toMatch(/^[0-9a-f-]{36}$/);
      expect(running.log.at(-1)).toContain(`"id":"${id ?? ''}"`);
    }
  });
});
