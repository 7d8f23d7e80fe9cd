import type { LessonOutline, Mark } from './lesson-outline.ts';
import type { Problem } from './problem.ts';

type Pair = readonly [fr: LessonOutline, en: LessonOutline];

/** What must be the same in both languages, in the same order. */
const IN_ORDER = [
  { what: 'section', marks: (outline: LessonOutline) => outline.sections },
  { what: 'diagram', marks: (outline: LessonOutline) => outline.diagrams },
  { what: 'quiz', marks: (outline: LessonOutline) => outline.quizzes },
] as const;

/**
 * Where the two languages of a lesson do not say the same: sections and their order, diagrams,
 * quizzes, the sources each section cites, and what the front matter shares.
 */
export function checkParity(pair: Pair): readonly Problem[] {
  const ordered = IN_ORDER.flatMap(({ what, marks }) => orderFaults(pair, what, marks));
  // A section that is missing would drag its citations along: say the cause first, alone.
  return ordered.length > 0
    ? [...ordered, ...frontMatterFaults(pair)]
    : [...citationFaults(pair), ...depthFaults(pair), ...frontMatterFaults(pair)];
}

function orderFaults(
  [fr, en]: Pair,
  what: string,
  marksOf: (outline: LessonOutline) => readonly Mark[],
): readonly Problem[] {
  const [ours, theirs] = [marksOf(fr), marksOf(en)];
  const at = ours.findIndex((mark, index) => mark.name !== theirs[index]?.name);
  const index = at === -1 ? ours.length : at;
  if (at === -1 && theirs.length === ours.length) return [];
  const [here, there] = [ours[index], theirs[index]];
  const missingIn = (outline: LessonOutline, mark: Mark, before: Mark | undefined): Problem => ({
    rule: 'parity',
    file: outline.file,
    line: before?.line ?? lastLine(outline),
    column: before?.column ?? 1,
    message: `The ${what} \`${mark.name}\` is missing here: ${(outline === fr ? en : fr).file} has it on line ${mark.line}.`,
  });
  if (here && !theirs.some(({ name }) => name === here.name)) return [missingIn(en, here, there)];
  if (there && !ours.some(({ name }) => name === there.name)) return [missingIn(fr, there, here)];
  const moved = here ?? there;
  if (!moved) return [];
  return [
    {
      rule: 'parity',
      file: en.file,
      line: there?.line ?? lastLine(en),
      column: there?.column ?? 1,
      message:
        `The ${what}s are in another order: here comes \`${there?.name ?? 'none'}\`, ` +
        `${fr.file}:${here?.line ?? lastLine(fr)} has \`${here?.name ?? 'none'}\`. Put them in the same order.`,
    },
  ];
}

function citationFaults([fr, en]: Pair): readonly Problem[] {
  return [
    [fr, en],
    [en, fr],
  ].flatMap(([one, other]) => {
    if (!one || !other) return [];
    const cited = new Set(other.citations.map(({ section, name }) => `${section}\n${name}`));
    return one.citations
      .filter(({ section, name }) => !cited.has(`${section}\n${name}`))
      .map(({ section, name, line, column }) => ({
        rule: 'parity' as const,
        file: one.file,
        line,
        column,
        message: `The section \`${section}\` cites \`${name}\` here and not in ${other.file}. Cite it in both, or in neither.`,
      }));
  });
}

function depthFaults([fr, en]: Pair): readonly Problem[] {
  return fr.sections.flatMap((section, index) => {
    const twin = en.sections[index];
    if (!twin || twin.depth === section.depth) return [];
    const message = `The heading \`${twin.name}\` is of level ${twin.depth} here and ${section.depth} in ${fr.file}:${section.line}. Give both the same.`;
    return [
      { rule: 'parity' as const, file: en.file, line: twin.line, column: twin.column, message },
    ];
  });
}

function frontMatterFaults([fr, en]: Pair): readonly Problem[] {
  const [ours, theirs] = [fr.frontMatter, en.frontMatter];
  if (!ours || !theirs) return [];
  const ids = ({ objectives }: typeof ours) => objectives.map(({ id }) => id).join(', ');
  const shared = [
    ['order', String(ours.order), String(theirs.order)],
    ['updated', ours.updated, theirs.updated],
    ['objectives', ids(ours), ids(theirs)],
  ] as const;
  return shared
    .filter(([, one, other]) => one !== other)
    .map(([field, one, other]) => ({
      rule: 'parity' as const,
      file: en.file,
      line: 1,
      column: 1,
      message: `\`${field}\` is (${other}) here and (${one}) in ${fr.file}. Both languages share it.`,
    }));
}

function lastLine(outline: LessonOutline): number {
  return Math.max(1, ...outline.sections.map(({ line }) => line));
}
