import { satteriCreateHighlightFn } from '@astrojs/markdown-satteri';
import { expect, onTestFinished, test, vi } from 'vitest';
import { codeTheme, styleToClass } from '../../../src/components/code/code-theme.ts';

interface Node {
  readonly value?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly children?: readonly Node[];
}

/** Every text of the highlighted code with the class of its span, and all style attributes. */
async function highlight(code: string, lang: string) {
  const run = await satteriCreateHighlightFn('shiki', {
    theme: codeTheme,
    transformers: [styleToClass],
  });
  const spans: [text: string, kind: unknown][] = [];
  const styles: unknown[] = [];
  const visit = (node: Node, kind?: unknown): void => {
    if (node.value !== undefined) spans.push([node.value.trim(), kind]);
    if (node.properties && 'style' in node.properties) styles.push(node.properties['style']);
    node.children?.forEach((child) => {
      visit(child, node.properties?.['class']);
    });
  };
  visit((await run?.(code, lang)) as Node);
  return { spans, styles };
}

test('code comes out with classes and without a single style attribute', async () => {
  const { spans, styles } = await highlight('docker run --rm "alpine" # note', 'bash');
  expect(styles).toEqual([]);
  expect(spans).toContainEqual(['"alpine"', 'code-string']);
  expect(spans).toContainEqual(['# note', 'code-comment']);
  expect(spans).toContainEqual(['run', undefined]);
});

test('every kind that the theme names can be reached', async () => {
  const { spans } = await highlight('// c\nconst answer = "text" + 42; call(answer);', 'js');
  const kinds = new Set(spans.map(([, kind]) => kind));
  for (const kind of ['comment', 'keyword', 'string', 'constant', 'name']) {
    expect(kinds).toContain(`code-${kind}`);
  }
});

test('a machine that is ever so busy colors code no less', async () => {
  const code = 'const answer = "text" + 42; call(answer);';
  const idle = await highlight(code, 'js');
  let now = Date.now();
  const clock = vi.spyOn(Date, 'now').mockImplementation(() => (now += 1000));
  onTestFinished(() => {
    clock.mockRestore();
  });
  expect(await highlight(code, 'js')).toEqual(idle);
});
