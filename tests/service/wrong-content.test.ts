import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyProject, type ProjectCopy } from '../support/project-copy.ts';

let project: ProjectCopy;
beforeAll(() => {
  project = copyProject();
});
afterAll(() => {
  project.remove();
});

/** Changes one file, builds, puts it back; answers what the build said when it refused. */
async function refusal(file: string, change: (text: string) => string): Promise<string> {
  const path = join(project.folder, file);
  const right = readFileSync(path, 'utf8');
  writeFileSync(path, change(right));
  try {
    return await project.build().then(
      () => 'The build went through.',
      (error: unknown) => String(error),
    );
  } finally {
    writeFileSync(path, right);
  }
}

const FR = 'content/tutorials/hybrid/fr.mdx';

test.each([
  [
    'an unknown diagram',
    FR,
    '<Diagram id="hybrid"',
    '<Diagram id="hybrids"',
    /hybrid\/fr\.mdx:\d+:1 {2}unknown-diagram\n\s+There is no diagram `hybrids`\. There are `physical`/,
  ],
  [
    'a claim without its source',
    FR,
    /\[@([a-z0-9-]+)/,
    '[@nobody-said',
    /hybrid\/fr\.mdx:\d+:\d+ {2}unknown-source\n\s+The claim cites `nobody-said`, which is not in content\/sources\.yaml/,
  ],
  [
    'front matter that is not YAML',
    FR,
    'order: 3',
    'order: [3',
    /hybrid\/fr\.mdx:\d+:\d+ {2}yaml\n\s+This is not valid YAML/,
  ],
  [
    'a field of the wrong kind',
    FR,
    'order: 3',
    'order: third',
    /hybrid\/fr\.mdx:5:1 {2}front-matter\n\s+`order`/,
  ],
  [
    'a text that one language lacks',
    'content/messages/en/quiz.json',
    /\n {2}"[^"]+": [^\n]+\n/,
    '\n',
    /messages\/fr\/quiz\.json:2:\d+ {2}message\n\s+`quiz:[^`]+` is in fr and not in en/,
  ],
  [
    'a diagram whose data changed',
    'content/messages/fr/diagrams.json',
    '"hardware": "Matériel"',
    '"hardware": "Machine"',
    /is out of date[\s\S]*npm run diagrams/,
  ],
])(
  '%s stops the build, and says where and how to mend it',
  async (_fault, file, from, to, told) => {
    const said = await refusal(file, (text) => {
      const changed = text.replace(from, to);
      expect(changed).not.toBe(text);
      return changed;
    });
    expect(said).toMatch(told);
  },
);
