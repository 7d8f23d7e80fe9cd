import { once } from 'node:events';
import {
  createWriteStream,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { exportCommand, importCommand } from '../../src/comments/exchange/exchange-commands.ts';
import { ExchangeError } from '../../src/comments/exchange/exchange-error.ts';
import { avatarOf } from '../../src/comments/service/avatar-of.ts';
import { openStore } from '../../src/comments/store/open-store.ts';
import { everything } from './support/import-file.ts';
import { type Program, runProgram } from './support/program.ts';
import { type BlogComment, wordpressExport } from './support/wordpress-export.ts';

let folder: string;
let programs: Program[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'strates-exchange-'));
  programs = [];
});
afterEach(async () => {
  for (const { child } of programs) child.kill('SIGKILL');
  await Promise.all(programs.map(({ ended }) => ended));
  rmSync(folder, { recursive: true, force: true });
});

const path = (name: string): string => join(folder, name);

function start(args: readonly string[], env: Record<string, string> = {}): Program {
  const program = runProgram('src/comments/service/main.ts', {
    args,
    env: { DATA_DIR: path('data'), PORT: '0', COMMENTS_SECRET: 's'.repeat(32), ...env },
  });
  programs.push(program);
  return program;
}

/** Runs `npm run comments -- …args` to its end. */
async function comments(args: readonly string[], env?: Record<string, string>) {
  const { ended, output } = start(args, env);
  return { code: await ended, output: output() };
}

async function blog(name: string, slug: string, list: readonly BlogComment[]): Promise<string> {
  const file = createWriteStream(path(name));
  file.end(wordpressExport({ posts: [{ slug, comments: list }] }));
  await finished(file);
  return path(name);
}

async function kept() {
  const store = await openStore({ file: path('data/comments.sqlite') });
  try {
    return {
      comments: await everything(store),
      audit: (await store.auditLog({ limit: 10 })).entries,
      outbox: await store.outboxState(),
    };
  } finally {
    await store.close();
  }
}

describe('npm run comments -- import', () => {
  test('takes a blog in and reports; then the journal knows, and the site is built anew', async () => {
    const file = await blog('blog.xml', 'old-name', [{ id: 1 }, { id: 2, type: 'pingback' }]);
    const env = { REBUILD_HOOK: 'http://127.0.0.1:9/' };
    const before = await comments(['import', file], env);
    expect(before).toMatchObject({ code: 0 });
    expect(before.output).toContain('taken: 0\n  already there: 0\n  left out: 2');
    expect(before.output).toContain('  1 old-name old-name\n');
    expect(before.output).toContain('1 pingbacks and trackbacks');
    const map = ['--map', 'old-name=hybrid'];
    expect((await comments(['import', file, '--dry-run', ...map], env)).output).toContain(
      'would be taken: 1 (approved 1)',
    );
    const { code, output } = await comments(['import', file, ...map], env);
    expect([code, output]).toEqual([0, expect.stringContaining('taken: 1 (approved 1)')]);
    const { comments: all, audit, outbox } = await kept();
    expect(all).toHaveLength(1);
    expect(all[0]?.avatar).toBe(avatarOf('s'.repeat(32), 'zoe@example.org'));
    expect(audit).toMatchObject([
      {
        act: 'comments-imported',
        moderator: null,
        detail: { file: 'blog.xml', taken: 1, there: 0 },
      },
    ]);
    expect(outbox.waiting).toBe(1);
  });

  test('takes a map from a file, and all options', async () => {
    const file = await blog('blog.xml', 'old', [{ id: 1 }, { id: 2, approved: 'spam' }]);
    writeFileSync(
      path('map'),
      '# the old blog\n\nold = hybrid   # moved\n/other/=virtualization\n',
    );
    const options = ['--map', path('map'), '--locale', 'en', '--state', 'pending'];
    const more = ['--only', 'approved,rejected', '--format', 'wordpress'];
    expect((await comments(['import', file, ...options, ...more])).code).toBe(0);
    const { comments: all } = await kept();
    expect(all.map(({ tutorial, locale, state }) => [tutorial, locale, state])).toEqual([
      ['hybrid', 'en', 'pending'],
    ]);
  });

  test('says in a line what is wrong, and where', async () => {
    const broken = path('broken.xml');
    writeFileSync(broken, '<rss>\n<channel>\n</rss>');
    const { code, output } = await comments(['import', broken]);
    expect(code).toBe(1);
    expect(output).toContain(`${broken}:3:6: unexpected close tag.`);
    expect(output).not.toContain('    at ');
  });

  test('of a dry run makes no database', async () => {
    const file = await blog('blog.xml', 'hybrid', [{}]);
    const { output } = await comments(['import', file, '--dry-run']);
    expect(output).toContain('would be taken: 1');
    expect(existsSync(path('data'))).toBe(false);
  });

  test('works while the service serves', async () => {
    const service = start([]);
    const [, port = ''] = await service.printed(/http:\/\/localhost:(\d+)/);
    const file = await blog('blog.xml', 'hybrid', [{ content: 'Importé' }]);
    expect((await comments(['import', file])).code).toBe(0);
    const answer = await fetch(`http://localhost:${port}/comments/threads/hybrid.json`);
    expect(await answer.text()).toContain('Importé');
  });
});

describe('npm run comments -- export', () => {
  test('writes a file, or to the output', async () => {
    await comments(['import', await blog('blog.xml', 'hybrid', [{}])]);
    const { code, output } = await comments(['export', path('out.json')]);
    expect([code, output]).toEqual([0, `${path('out.json')} holds 1 comments.\n`]);
    const { output: piped } = await comments(['export', '--format', 'strates']);
    expect(piped).toBe(readFileSync(path('out.json'), 'utf8'));
    expect((await comments(['export', path('out.json')])).output).toContain('is there already');
    const wxr = await comments(['export', '--format', 'wordpress', '--tutorial', 'hybrid']);
    expect(wxr.output).toContain('<wp:wxr_version>1.2</wp:wxr_version>');
    expect((await comments(['export', '--tutorial', 'x'])).output).toContain('no such one');
  });

  test('ends quietly when nobody reads on', async () => {
    const many = Array.from({ length: 2000 }, (_, n) => ({
      id: n + 1,
      content: 'long '.repeat(200),
    }));
    await comments(['import', await blog('blog.xml', 'hybrid', many)]);
    const program = start(['export']);
    await program.printed(/strates-comments/);
    program.child.stdout?.destroy();
    expect(await program.ended).toBe(0);
    expect(program.output()).not.toContain('Error');
  });
});

describe('options', () => {
  const never = (): never => {
    throw new Error('the database is opened');
  };

  test.each([
    [['x', '--map', 'old'], 'write OLD=TUTORIAL'],
    [['x', '--state', 'public'], '--state public: there are pending, approved'],
    [['x', '--only', 'approved,public'], '--only public: there are pending, approved'],
    [['x', '--locale', 'de'], '--locale de: there are fr, en'],
    [['x', '--format', 'blogger'], '--format blogger: there are wordpress'],
  ])('import %j is refused before anything is done', (args, words) => {
    expect(() => importCommand(args, never)).toThrow(new ExchangeError(words).message);
  });

  test('export of a format that there is not, too', () => {
    expect(() => exportCommand(['--format', 'disqus'], never)).toThrow('there are strates, wordp');
  });

  test.each([[[]], [['a', 'b']], [['a', '--hard']], [['a', '--locale']]])(
    'import %j makes no sense',
    (args) => {
      expect(importCommand(args, never)).toBeNull();
    },
  );

  test.each([[['a', 'b']], [['--all']]])('export %j makes no sense', (args) => {
    expect(exportCommand(args, never)).toBeNull();
  });

  test('without a file are explained', async () => {
    const { code, output } = await comments(['import']);
    expect([code, output]).toEqual([2, expect.stringContaining('Usage: npm run comments')]);
  });
});

test('fifty megabytes go in and out through a small memory', { timeout: 120_000 }, async () => {
  const file = createWriteStream(path('large.xml'));
  const write = async (text: string): Promise<void> => {
    if (!file.write(text)) await once(file, 'drain');
  };
  const [head = '', item = '', foot = ''] = wordpressExport({
    posts: [{ slug: 'hybrid', comments: [{ id: 1 }] }],
  }).split(/(?=\t\t<item>)|(?<=<\/item>\n)/);
  await write(head);
  const post = 'Un très long article. '.repeat(40_000);
  for (let n = 0; n < 50; n += 1)
    await write(item.replace('Un article', post).replace('hybrid', `post-${n}`));
  const [before = '', comment = '', after = ''] = item.split(
    /(?=\t\t<wp:comment>)|(?<=<\/wp:comment>\n)/,
  );
  await write(before);
  for (let n = 0; n < 6000; n += 1)
    await write(
      comment
        .replace('<wp:comment_id>1<', `<wp:comment_id>${n + 1}<`)
        // Every other one answers the one after it, which is not there yet.
        .replace('_parent>0<', `_parent>${n % 2 ? 0 : n + 2}<`)
        .replace('Merci !', `n° ${n} ${'assez long '.repeat(60)}`),
    );
  await write(after + foot);
  file.end();
  await finished(file);
  expect(statSync(path('large.xml')).size).toBeGreaterThan(50 * 1024 * 1024);

  const env = { NODE_OPTIONS: '--max-old-space-size=64' };
  const imported = await comments(['import', path('large.xml')], env);
  expect(imported.output).toContain('taken: 6,000 (approved 6,000)');
  const out = await comments(['export', path('large.json')], env);
  expect(out.output).toContain('holds 6,000 comments');
  const { comments: all } = await kept();
  expect(all.filter(({ parent }) => parent !== null)).toHaveLength(3000);
});
