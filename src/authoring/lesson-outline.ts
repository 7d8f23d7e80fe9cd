import { readFileSync } from 'node:fs';
import { mdxToMdast } from 'satteri';
import { sectionId } from './mdx/section-id.ts';
import { citationsIn } from './mdx/citations.ts';
import { frontMatterSchema, type FrontMatter } from './front-matter.ts';
import type { Problem } from './problem.ts';
import { parseYaml } from './yaml-position.ts';

/** Something that an author wrote, with its place. */
export interface Mark {
  /** What it names: an id, a key, an address. */
  readonly name: string;
  readonly line: number;
  readonly column: number;
  /** Id of the section it stands in; `''` before the first. */
  readonly section: string;
}

/** One language of a lesson, as far as the checks look into it. */
export interface LessonOutline {
  readonly file: string;
  readonly frontMatter: FrontMatter | null;
  readonly sections: readonly (Mark & { readonly depth: number })[];
  readonly diagrams: readonly Mark[];
  readonly quizzes: readonly Mark[];
  readonly citations: readonly Mark[];
  readonly links: readonly Mark[];
  readonly components: readonly Mark[];
  /** What was already wrong while reading. */
  readonly problems: readonly Problem[];
}

/** The part of an mdast node that the outline reads. */
interface TreeNode {
  readonly type: string;
  readonly name?: string | null;
  readonly value?: string;
  readonly url?: string;
  readonly depth?: number;
  readonly attributes?: readonly { readonly name?: string; readonly value?: unknown }[];
  readonly children?: readonly TreeNode[];
  readonly position?: { readonly start: { readonly line: number; readonly column: number } };
}

/** Reads one `fr.mdx` or `en.mdx`; `label` is the path that messages show. Never throws on bad content. */
export function readOutline(file: string, label: string): LessonOutline {
  const source = readFileSync(file, 'utf8');
  const head = readFrontMatter(source, label);
  const outline = {
    file: label,
    frontMatter: head.value,
    sections: [] as (Mark & { depth: number })[],
    diagrams: [] as Mark[],
    quizzes: [] as Mark[],
    citations: [] as Mark[],
    links: [] as Mark[],
    components: [] as Mark[],
    problems: [...head.problems],
  };
  let section = '';

  const placed = { Diagram: outline.diagrams, Quiz: outline.quizzes } as const;
  const visit = (node: TreeNode): void => {
    const { line, column } = node.position?.start ?? { line: 1, column: 1 };
    const mark = (name: string, offset = 0): Mark => ({
      name,
      line,
      column: column + offset,
      section,
    });
    if (node.type === 'heading') {
      section = sectionId(node.children ?? []) ?? '';
      outline.sections.push({ ...mark(section), section, depth: node.depth ?? 2 });
      if (section === '')
        outline.problems.push({
          rule: 'heading-id',
          file: label,
          line,
          column,
          message: HEADING_WITHOUT_ID,
        });
    }
    if (node.type === 'text') {
      for (const { keys, offset } of citationsIn(node.value ?? '')) {
        outline.citations.push(...keys.map((key) => mark(key, offset)));
      }
    }
    if (node.type === 'link') outline.links.push(mark(node.url ?? ''));
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      const name = node.name ?? '';
      outline.components.push(mark(name));
      const id = node.attributes?.find((attribute) => attribute.name === 'id')?.value;
      if (name in placed)
        placed[name as keyof typeof placed].push(mark(typeof id === 'string' ? id : ''));
    }
    node.children?.forEach(visit);
  };

  try {
    visit(mdxToMdast(source, { features: { frontmatter: true } }) as TreeNode);
  } catch (error) {
    outline.problems.push(syntaxProblem(error, label));
  }
  return outline;
}

const HEADING_WITHOUT_ID =
  'This heading has no id. Both languages share ids, so write one behind it in English: ' +
  '`## Un noyau partagé {/* #shared-kernel */}`.';

function readFrontMatter(source: string, file: string) {
  const block = /^---\r?\n([\s\S]*?)\r?\n---/.exec(source)?.[1];
  if (block === undefined) {
    const message =
      'The front matter is missing. Begin the file with `---`, title, slug, summary, order, updated, objectives, `---`.';
    return {
      value: null,
      problems: [{ rule: 'front-matter', file, line: 1, column: 1, message } satisfies Problem],
    };
  }
  const parsed = parseYaml(block, frontMatterSchema, 'front-matter', { file, firstLine: 2 });
  return 'value' in parsed
    ? { value: parsed.value, problems: [] }
    : { value: null, problems: parsed.problems };
}

/** The parser puts line and column in its words: `… (12:3)` or `12:3: …`. */
function syntaxProblem(error: unknown, file: string): Problem {
  const text = error instanceof Error ? error.message : String(error);
  const place = /(\d+):(\d+)/.exec(text);
  return {
    rule: 'mdx-syntax',
    file,
    line: Number(place?.[1] ?? 1),
    column: Number(place?.[2] ?? 1),
    message: `This is not valid MDX: ${text.split('\n')[0] ?? ''} Close every tag; write \`<\` and \`{\` in backticks or as \`&lt;\`, \`\\{\`.`,
  };
}
